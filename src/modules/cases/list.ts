import { instant } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import { Values } from '../../lib/values.ts';
import type { CaseStatus } from './vocabulary.ts';

/** What a list of cases is narrowed by; null: not. */
export interface CaseFilter {
  seller: string | null;
  status: CaseStatus | null;
}

/** Where a case stands in a list: `at` is what the list is sorted by. */
export interface CasePlace {
  at: string;
  order: string;
  id: string;
}

/**
 * Of cases that wait for their seller those that are due soonest first; of all others the newest.
 * @param after the place the list goes on behind; null: from its beginning
 */
export async function listCases(
  database: Database,
  { seller, status }: CaseFilter,
  after: CasePlace | null,
  limit: number,
): Promise<CasePlace[]> {
  const waiting = status === 'open';
  const [at, direction, compared] = waiting ? ['answer_due', '', '>'] : ['opened_at', 'desc', '<'];
  const values = new Values();
  const { place } = values;
  const conditions = [
    seller !== null && `seller = ${place(seller)}`,
    waiting ? 'answer_due is not null' : status !== null && `status = ${place(status)}`,
    after &&
      `(${at}, order_number, id) ${compared} (${place(after.at)}::timestamptz, ${place(after.order)}, ${place(after.id)})`,
  ].filter(Boolean);
  const { rows } = await database.query<{ at: Date; order_number: string; id: string }>(
    `select ${at} as at, order_number, id from cases
     ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
     order by ${at} ${direction}, order_number ${direction}, id ${direction} limit ${place(limit)}`,
    values.all,
  );
  return rows.map((row) => ({ at: instant(row.at.getTime()), order: row.order_number, id: row.id }));
}

/** The order a case is about; null when there is no such case. */
export async function orderOfCase(database: Database, id: string): Promise<string | null> {
  const { rows } = await database.query<{ order_number: string }>({
    name: 'order_of_case',
    text: 'select order_number from cases where id = $1',
    values: [id],
  });
  return rows[0]?.order_number ?? null;
}

/** How many wait for an answer, and how many of them are overdue. */
export async function countWaiting(
  database: Database,
  seller: string | null,
  now_ms: number,
): Promise<{ waiting: number; overdue: number }> {
  const { rows } = await database.query(
    `select count(*)::int as waiting, (count(*) filter (where answer_due <= $2))::int as overdue from cases
     where answer_due is not null and ($1::text is null or seller = $1)`,
    [seller, new Date(now_ms)],
  );
  return rows[0];
}
