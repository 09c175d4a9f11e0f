import { randomBytes, randomUUID } from 'node:crypto';
import { instant } from '../../../lib/clock.ts';
import type { Connection, Database } from '../../../lib/database.ts';
import type { KeptFor } from '../needed.ts';
import type { Person } from '../person.ts';
import { erasure_limits as limits } from './limits.ts';

/** What graphile-worker calls the work. */
export const erase_task = 'erase_people';

/** How an erasure stands: for whoever asked, without a word about whom. */
export interface Erasure {
  id: string;
  /** RFC 3339 UTC. */
  asked_at: string;
  /** When nothing was left; null: it is under way. */
  done_at: string | null;
  orders: { total: number; erased: number };
  /** Orders that are not over yet, and why their buyer is still needed; the first hundred. */
  kept: { number: string; reason: KeptFor | null }[];
}

/** An erasure under way, as a worker takes it. */
export interface ErasureRow {
  id: string;
  subject: string;
  emails: string[];
  email: string | null;
  locale: string;
  time_zone: string;
  pseudonym: string;
  asked_at: Date;
  /** False: orders that are not over are erased too. */
  keep_open: boolean;
  told_at: Date | null;
}

export interface ErasureAsked {
  person: Person;
  /** Of the last message. */
  locale: string;
  time_zone: string;
  asked_by: 'person' | 'shop';
  /** Whether orders that are not over keep their buyer until they are. */
  keep_open: boolean;
  now_ms: number;
}

/** 96 bits, so that nobody's orders are taken for somebody else's. */
const pseudonym_bytes = 12;

/**
 * Begins an erasure, or finds the one that is under way: then orders that were kept are looked at again, and are kept no
 * longer once somebody who may decide it did not want that. A worker is called at once.
 */
export async function askErasure(database: Database, asked: ErasureAsked): Promise<string> {
  const { person, locale, time_zone, asked_by, keep_open, now_ms } = asked;
  const pseudonym = `erased-${randomBytes(pseudonym_bytes).toString('base64url')}`;
  const { rows } = await database.query<{ id: string }>(
    `with asked as (
       insert into erasures (id, subject, emails, email, locale, time_zone, pseudonym, asked_by, asked_at, due_at,
         keep_open)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)
       on conflict (subject) where done_at is null do update set
         keep_open = erasures.keep_open and excluded.keep_open,
         due_at = case when erasures.due_at > $11 then excluded.due_at else erasures.due_at end
       returning id
     )
     select asked.id, graphile_worker.add_job($12, job_key := $12) from asked`,
    [
      ...[randomUUID(), person.subject, person.emails, person.email, locale, time_zone, pseudonym, asked_by],
      ...[new Date(now_ms), keep_open, latestLease(now_ms), erase_task],
    ],
  );
  return rows[0]!.id;
}

/** Looks at once at orders that were kept: they may be over by now. Does nothing to one that a worker has. */
export async function lookAgain(database: Database, id: string, now_ms: number): Promise<void> {
  await database.query(
    `with woken as (
       update erasures set due_at = $2 where id = $1 and done_at is null and due_at > $3 returning id
     )
     select graphile_worker.add_job($4, job_key := $4) from woken`,
    [id, new Date(now_ms), latestLease(now_ms), erase_task],
  );
}

/** What is due later than this is in nobody's hands: it waits for orders to be over. */
function latestLease(now_ms: number): Date {
  return new Date(now_ms + limits.lease_ms);
}

const kept_shown_max = 100;

/** Null: there was never such an erasure. */
export async function readErasure(database: Database, id: string): Promise<Erasure | null> {
  const { rows } = await database.query(
    `select e.id, e.asked_at, e.done_at,
       (select count(*) from erased_orders o where o.erasure = e.id) as total,
       (select count(*) from erased_orders o where o.erasure = e.id and o.erased_at is not null) as erased
     from erasures e where e.id::text = $1`,
    [id],
  );
  if (!rows[0]) return null;
  const { asked_at, done_at, total, erased } = rows[0];
  const kept = await database.query(
    `select order_number as number, kept_for as reason from erased_orders
     where erasure = $1 and erased_at is null and kept_for is not null order by order_number limit ${kept_shown_max}`,
    [id],
  );
  return {
    id,
    asked_at: instant(asked_at.getTime()),
    done_at: done_at && instant(done_at.getTime()),
    orders: { total, erased },
    kept: kept.rows,
  };
}

/** The one of a person that is under way. */
export async function readRunningErasure(database: Database, subject: string): Promise<Erasure | null> {
  const { rows } = await database.query('select id from erasures where subject = $1 and done_at is null', [
    subject,
  ]);
  return rows[0] ? readErasure(database, rows[0].id) : null;
}

/** How many were asked for, are under way and done since a moment: what an operator sees. */
export async function countErasures(
  database: Database,
  since_ms: number,
): Promise<{ under_way: number; done: number }> {
  const { rows } = await database.query(
    `select count(*) filter (where done_at is null) as under_way, count(*) filter (where done_at >= $1) as done
     from erasures`,
    [new Date(since_ms)],
  );
  return rows[0];
}

/** Takes one that is due for this process alone, until its lease ends. */
export async function claimErasure(
  database: Database,
  now_ms: number,
  lease_ms: number,
): Promise<ErasureRow | null> {
  const { rows } = await database.query<ErasureRow>(
    `update erasures set due_at = $2 where id = (
       select id from erasures where done_at is null and due_at <= $1
       order by due_at limit 1 for update skip locked)
     returning id, subject, emails, email, locale, time_zone, pseudonym, asked_at, keep_open, told_at`,
    [new Date(now_ms), new Date(now_ms + lease_ms)],
  );
  return rows[0] ?? null;
}

export async function setDue(database: Database, id: string, due_at_ms: number): Promise<void> {
  await database.query('update erasures set due_at = $2 where id = $1 and done_at is null', [
    id,
    new Date(due_at_ms),
  ]);
}

/** Writes down which orders there are, and the addresses they went to, before the first of them is erased. */
export async function addOrders(database: Database, id: string, orders: readonly string[]): Promise<void> {
  await database.query(
    `with added as (
       insert into erased_orders (order_number, erasure) select unnest($2::text[]), $1 on conflict do nothing
     )
     update erasures set emails = array(
       select unnest(emails) union
       select lower(email) from contacts where order_number = any($2) and email <> '' union
       select lower(email) from withdrawal_declarants where order_number = any($2))
     where id = $1`,
    [id, orders],
  );
}

/** Orders still to be erased, in their order after one. */
export async function openOrders(
  database: Database,
  id: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await database.query(
    `select order_number from erased_orders where erasure = $1 and erased_at is null and order_number > $2
     order by order_number limit ${limit}`,
    [id, after],
  );
  return rows.map(({ order_number }) => order_number);
}

/** How many orders an erasure is about; null: another worker has brought it to its end, and knows nobody any more. */
export async function countOrders(connection: Connection, id: string): Promise<number | null> {
  const { rows } = await connection.query(
    'select (select count(*) from erased_orders where erasure = e.id) as orders from erasures e where e.id = $1 and e.done_at is null for update',
    [id],
  );
  return rows[0]?.orders ?? null;
}

/** What of a page of orders came out: erased, or kept for a reason. */
export async function noteOrders(
  connection: Connection,
  id: string,
  noted: { erased: readonly string[]; kept: ReadonlyMap<string, string>; now_ms: number },
): Promise<void> {
  await connection.query(
    `update erased_orders set erased_at = $3, kept_for = null where erasure = $1 and order_number = any($2)`,
    [id, noted.erased, new Date(noted.now_ms)],
  );
  await connection.query(
    `update erased_orders o set kept_for = k.reason from unnest($2::text[], $3::text[]) as k(number, reason)
     where o.erasure = $1 and o.order_number = k.number`,
    [id, [...noted.kept.keys()], [...noted.kept.values()]],
  );
}

/** The end: from here on nothing says whose it was. */
export async function forgetWhose(connection: Connection, id: string, now_ms: number): Promise<void> {
  await connection.query(
    `update erasures set subject = null, email = null, emails = '{}', done_at = $2 where id = $1`,
    [id, new Date(now_ms)],
  );
}
