import { coalesce } from '../../../lib/coalesce.ts';
import { type Connection, type Database, transaction } from '../../../lib/database.ts';
import { releaseHeld } from './held.ts';
import {
  type ChannelName,
  default_preferences,
  MANDATORY_TYPES,
  type Preferences,
  settled,
  type Wish,
} from './preferences.ts';

/**
 * Null for who never said any. Concurrent readings share a query. A guest's order for which nothing was wished goes by
 * what its address wished when it signed in: also one that was placed later.
 */
export type PreferencesReader = (person: string) => Promise<Preferences | null>;

interface PreferencesRow extends Omit<Preferences, 'quiet_hours'> {
  person: string;
  quiet_from: string | null;
  quiet_to: string | null;
}

const COLUMNS = 'person, locale, time_zone, channels, types, quiet_from, quiet_to, digest_at';

const READ = `
  select ${COLUMNS} from preferences where person = any($1)
  union all
  select asked.person, locale, time_zone, channels, types, quiet_from, quiet_to, digest_at
  from unnest($1::text[]) asked(person)
  join listed_orders l on asked.person like 'order:%' and l.order_number = substr(asked.person, length('order:') + 1)
    and l.customer is null
  join customer_accounts a on a.email = l.email
  join preferences p on p.person = 'account:' || a.id
  where not exists (select from preferences own where own.person = asked.person)`;

const INSERT = `insert into preferences (${COLUMNS}, updated_at)
  select unnest($1::text[]), $2, $3, $4::json, $5::json, $6, $7, $8, $9::timestamptz`;

export function openPreferences(database: Database): PreferencesReader {
  return coalesce(async (people: string[]) => {
    const { rows } = await database.query<PreferencesRow>({
      name: 'preferences_read',
      text: READ,
      values: [people],
    });
    return new Map(rows.map((row) => [row.person, preferencesOf(row)]));
  });
}

/**
 * The wishes of one person, the defaults where they never said any.
 * @param person `customer:<id>`, `order:<number>` (a guest, or a customer for this one order), `seller:<id>`
 */
export async function readPreferences(database: Database, person: string): Promise<Preferences> {
  return (await openPreferences(database)(person)) ?? default_preferences;
}

/** The wishes of one person, as `writePreferencesOf` writes those of several. */
export function writePreferences(
  database: Database,
  person: string,
  preferences: Preferences,
  now_ms: number,
): Promise<Preferences> {
  return writePreferencesOf(database, [person], preferences, now_ms);
}

/**
 * Puts the same wishes of several people, all of whom are one reader, in place of those before. What was held by those
 * is asked again at once, so whoever calls this wakes the outbox.
 *
 * @returns what was kept: mandatory e-mails stay on
 */
export async function writePreferencesOf(
  database: Database,
  people: readonly string[],
  preferences: Preferences,
  now_ms: number,
): Promise<Preferences> {
  const kept = settled(preferences);
  // Always in one order: two who write the wishes of the same people wait for each other.
  await transaction(database, (connection) => write(connection, [...people].sort(), kept, now_ms));
  return kept;
}

/**
 * Switches one type off on one channel: the one click of RFC 8058.
 * @returns false when the type is mandatory and the channel e-mail, which cannot be
 */
export async function mute(
  database: Database,
  wish: { person: string; type: string; channel: ChannelName },
  now_ms: number,
): Promise<boolean> {
  if (wish.channel === 'email' && MANDATORY_TYPES.includes(wish.type)) return false;
  await putWish(database, { ...wish, wish: 'off' }, now_ms);
  return true;
}

/** Puts one wish of a person in place of the one before; null: as it is by default. All other wishes stay. */
export async function putWish(
  database: Database,
  said: { person: string; type: string; channel: ChannelName; wish: Wish | null },
  now_ms: number,
): Promise<void> {
  const { person, type, channel, wish } = said;
  const begin = await readPreferences(database, person);
  await transaction(database, async (connection) => {
    // Locks the row, made when there was none: of two clicks at once the second sees what the first one wrote.
    const { rows } = await connection.query<PreferencesRow>(
      `${INSERT} on conflict (person) do update set updated_at = excluded.updated_at returning ${COLUMNS}`,
      valuesOf([person], begin, now_ms),
    );
    const before = preferencesOf(rows[0]!);
    const types = { ...before.types, [type]: { ...before.types[type], [channel]: wish ?? undefined } };
    await write(connection, [person], { ...before, types }, now_ms);
  });
}

async function write(
  connection: Connection,
  people: readonly string[],
  preferences: Preferences,
  now_ms: number,
): Promise<void> {
  await connection.query(
    `${INSERT} on conflict (person) do update set locale = excluded.locale, time_zone = excluded.time_zone,
       channels = excluded.channels, types = excluded.types, quiet_from = excluded.quiet_from,
       quiet_to = excluded.quiet_to, digest_at = excluded.digest_at, updated_at = excluded.updated_at`,
    valuesOf(people, preferences, now_ms),
  );
  // Devices add and remove 'push' themselves.
  await connection.query(
    preferences.channels.sms
      ? `insert into reach (person, channel) select unnest($1::text[]), 'sms' on conflict do nothing`
      : `delete from reach where person = any($1) and channel = 'sms'`,
    [people],
  );
  await releaseHeld(connection, people, now_ms);
}

function preferencesOf({ person: _person, quiet_from, quiet_to, ...rest }: PreferencesRow): Preferences {
  const quiet_hours = quiet_from === null || quiet_to === null ? null : { from: quiet_from, to: quiet_to };
  return { ...rest, quiet_hours };
}

function valuesOf(people: readonly string[], preferences: Preferences, now_ms: number): unknown[] {
  const { locale, time_zone, channels, types, quiet_hours, digest_at } = preferences;
  return [
    ...[people, locale, time_zone, JSON.stringify(channels), JSON.stringify(types)],
    ...[quiet_hours?.from ?? null, quiet_hours?.to ?? null, digest_at, new Date(now_ms)],
  ];
}
