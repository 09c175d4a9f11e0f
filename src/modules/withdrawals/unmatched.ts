import { instant } from '../../lib/clock.ts';
import type { Connection, Database } from '../../lib/database.ts';

/** A declaration that fitted no order when it came in. */
export interface UnmatchedWithdrawal {
  /** UUID: that of the form it came by. */
  id: string;
  declared_at: string;
  /** The order's number, as typed. */
  number: string;
  name: string;
  email: string;
  /** Of the page it was declared on. */
  locale: string;
}

interface Row extends Omit<UnmatchedWithdrawal, 'declared_at'> {
  declared_at: Date;
}

/** Keeps a declaration, once however often its form is sent. @returns when it was declared: the first time counts */
export async function keepUnmatched(
  database: Database | Connection,
  declaration: UnmatchedWithdrawal,
): Promise<string> {
  const { id, declared_at, number, name, email, locale } = declaration;
  const { rows } = await database.query<{ declared_at: Date }>(
    `insert into unmatched_withdrawals (id, declared_at, number, name, email, locale)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set id = excluded.id returning declared_at`,
    [id, declared_at, number, name, email, locale],
  );
  return instant(rows[0]!.declared_at.getTime());
}

/** Those nobody has dealt with, the oldest first: a clock runs on each. And how many there are in all. */
export async function readUnmatched(
  database: Database,
  limit: number,
): Promise<{ total: number; oldest: UnmatchedWithdrawal[] }> {
  const { rows } = await database.query<Row & { total: number }>(
    `select id, declared_at, number, name, email, locale, count(*) over () as total
     from unmatched_withdrawals where settled_at is null order by declared_at, id limit $1`,
    [limit],
  );
  return { total: Number(rows[0]?.total ?? 0), oldest: rows.map(unmatchedOf) };
}

/** One nobody has dealt with; null: there is none, or no longer. */
export async function findUnmatched(database: Database, id: string): Promise<UnmatchedWithdrawal | null> {
  const { rows } = await database.query<Row>(
    `select id, declared_at, number, name, email, locale from unmatched_withdrawals
     where id::text = $1 and settled_at is null`,
    [id],
  );
  return rows[0] ? unmatchedOf(rows[0]) : null;
}

/** A person has found its order, or knows that there is none (null). @returns false when somebody had before */
export async function settleUnmatched(
  database: Database,
  { id, order_number }: { id: string; order_number: string | null },
  now_ms: number,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `update unmatched_withdrawals set settled_at = $3, order_number = $2
     where id::text = $1 and settled_at is null`,
    [id, order_number, new Date(now_ms)],
  );
  return rowCount === 1;
}

function unmatchedOf({ id, declared_at, number, name, email, locale }: Row): UnmatchedWithdrawal {
  return { id, declared_at: instant(declared_at.getTime()), number, name, email, locale };
}
