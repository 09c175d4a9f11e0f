import { hash } from 'node:crypto';
import { type Connection, type Database, transaction } from '../../../lib/database.ts';
import { personalTypeNamed } from './types/index.ts';

/** One message to one person about no order. */
export interface PersonalNotice {
  /** Name of a type in types/. */
  type: string;
  /** The same type and key again is the same message: exactly once, whatever is repeated. */
  key: string;
  /** Whose it is, and with whom it is erased: `account:<id>`, `customer:<id>`, `seller:<id>`, `letter:<id>`. */
  subject_key: string;
  email: string;
  locale: string;
  /** IANA. */
  time_zone: string;
  /** What the type's `tell` takes. Personal data belongs here: it is erased with its subject. */
  data: object;
  /** After this it is worth nothing, and is not sent. Default: never. */
  expires_at_ms?: number;
  now_ms: number;
}

/** What a message is about, done in a transaction. Answers with the message, or with null: nobody need be told. */
export type Cause = (connection: Connection) => Promise<PersonalNotice | null>;

/**
 * Plans a message and wakes the outbox. Given a cause, the two are one commit: nothing is done that its person is not
 * told of, whenever the process dies.
 */
export type TellPerson = (said: PersonalNotice | Cause) => Promise<{ id: string; planned: boolean } | null>;

export function openTellPerson(database: Database, wake: () => void): TellPerson {
  return async (said) => {
    const plan = await (typeof said === 'function'
      ? transaction(database, async (connection) => {
          const notice = await said(connection);
          return notice && planPersonal(connection, notice);
        })
      : planPersonal(database, said));
    if (plan?.planned) wake();
    return plan;
  };
}

/** 96 bits, as of every notification. */
const id_length = 24;

/**
 * Plans the message: notification, what it is written from, and its delivery, in one statement. Whoever calls it wakes
 * the outbox.
 * @returns the notification's id, and whether it is new
 */
export async function planPersonal(
  database: Database | Connection,
  notice: PersonalNotice,
): Promise<{ id: string; planned: boolean }> {
  const { subject_key, email, locale, time_zone, data, expires_at_ms, now_ms } = notice;
  const type = personalTypeNamed(notice.type);
  if (!type) throw new Error(`there is no personal notification type ${notice.type}`);
  const id = personalId(notice.type, notice.key);
  const recipient = subject_key.startsWith('seller:') ? subject_key.slice('seller:'.length) : 'customer';
  const { rowCount } = await database.query({
    name: 'personal_plan',
    text: PLAN,
    values: [
      ...[subject_key, id, notice.type, type.audience, recipient, locale, type.importance, new Date(now_ms)],
      ...[email, time_zone, JSON.stringify(data)],
      expires_at_ms === undefined ? null : new Date(expires_at_ms),
    ],
  });
  return { id, planned: rowCount === 1 };
}

const PLAN = `
with notification as (
  insert into notifications (subject_key, id, type, audience, recipient, locale, importance, data, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, '{}', $8)
  on conflict do nothing returning *
), message as (
  insert into personal_messages (subject_key, notification_id, email, time_zone, data, expires_at, created_at)
  select subject_key, id, $9, $10, $11, $12, created_at from notification
)
insert into deliveries (subject_key, notification_id, channel, importance, due_at, person, type)
select subject_key, id, 'email', importance, created_at, subject_key, type from notification`;

/** Made of type and key, so that whatever is repeated writes the same row and sends the same Message-ID. */
export function personalId(type: string, key: string): string {
  return hash('sha256', `${type}\n${key}`, 'hex').slice(0, id_length);
}
