import { createHmac } from 'node:crypto';
import type { Database } from '../../lib/database.ts';

/** What keeps a text from being sent to a number. */
export type Objection = 'opted_out' | 'unreachable_number';

export interface PhoneStanding {
  objection: Objection | null;
  /** It is time to say again how to stop. */
  tell_how_to_stop: boolean;
}

/** STOP ends texts, START begins them again, HELP changes nothing. */
export type Wish = 'stop' | 'start' | 'help';

/**
 * What is known about phone numbers (in E.164), kept under a keyed hash: who reads the table learns no number, and an
 * erased customer's STOP still holds.
 */
export interface Phones {
  standing(number: string, now_ms: number): Promise<PhoneStanding>;
  /** A text was sent in `locale`. */
  texted(number: string, text: { locale: string; told_how_to_stop: boolean; now_ms: number }): Promise<void>;
  /** Its network or gateway says so. */
  objects(number: string, objection: Objection, now_ms: number): Promise<void>;
  /**
   * It wrote to us. A message that was counted before (by its id) changes nothing.
   * @returns the language of its last text, null when it never had one
   */
  wrote(number: string, message: { id: string | null; wish: Wish; now_ms: number }): Promise<string | null>;
}

/** A number changes hands, or a roaming phone comes home: then it is tried again. */
export const unreachable_days = 30;
/** As the mobile operators of the United States ask of everybody (CTIA Messaging Principles, 5.1.2). */
export const how_to_stop_days = 30;
/** Gateways repeat a message they got no answer for, minutes later; nobody sends twenty of them in between. */
const messages_kept = 20;

const day_ms = 86_400_000;

export function openPhones(database: Database): Phones {
  let key: Promise<Buffer> | null = null;

  async function hashOf(number: string): Promise<Buffer> {
    key ??= readKey(database).catch((error) => {
      key = null;
      throw error;
    });
    return createHmac('sha256', await key)
      .update(number)
      .digest();
  }

  return {
    async standing(number, now_ms) {
      const { rows } = await database.query({
        name: 'phone_standing',
        text: `select opted_out_at, unreachable_at, told_how_to_stop_at from phones where phone = $1`,
        values: [await hashOf(number)],
      });
      const since = (at: Date | null | undefined): number =>
        at ? (now_ms - at.getTime()) / day_ms : Infinity;
      const objection = rows[0]?.opted_out_at
        ? 'opted_out'
        : since(rows[0]?.unreachable_at) < unreachable_days
          ? 'unreachable_number'
          : null;
      return { objection, tell_how_to_stop: since(rows[0]?.told_how_to_stop_at) >= how_to_stop_days };
    },
    async texted(number, { locale, told_how_to_stop, now_ms }) {
      await database.query({
        name: 'phone_texted',
        text: `
          insert into phones (phone, locale, told_how_to_stop_at) values ($1, $2, case when $3 then $4::timestamptz end)
          on conflict (phone) do update
          set locale = $2, told_how_to_stop_at = coalesce(excluded.told_how_to_stop_at, phones.told_how_to_stop_at)
          where phones.locale is distinct from $2 or $3`,
        values: [await hashOf(number), locale, told_how_to_stop, new Date(now_ms)],
      });
    },
    async objects(number, objection, now_ms) {
      const column = objection === 'opted_out' ? 'opted_out_at' : 'unreachable_at';
      await database.query(
        `insert into phones (phone, ${column}) values ($1, $2)
         on conflict (phone) do update set ${column} = excluded.${column}`,
        [await hashOf(number), new Date(now_ms)],
      );
    },
    async wrote(number, { id, wish, now_ms }) {
      const { rows } = await database.query(WROTE, [
        await hashOf(number),
        wish,
        new Date(now_ms),
        id === null ? [] : [id],
      ]);
      return rows[0].locale;
    },
  };
}

/** A phone that writes can be reached. */
const WROTE = `
insert into phones (phone, opted_out_at, messages)
values ($1, case when $2 = 'stop' then $3::timestamptz end, $4::text[])
on conflict (phone) do update set
  opted_out_at = case
    when phones.messages && $4 or $2 = 'help' then phones.opted_out_at
    when $2 = 'stop' then coalesce(phones.opted_out_at, $3)
  end,
  unreachable_at = null,
  messages = case
    when phones.messages && $4 then phones.messages
    else ($4 || phones.messages)[1:${messages_kept}]
  end
returning locale`;

async function readKey(database: Database): Promise<Buffer> {
  const { rows } = await database.query('select key from phone_key');
  if (!rows[0]) throw new Error('the table "phone_key" is empty: who said STOP can no longer be known');
  return rows[0].key;
}
