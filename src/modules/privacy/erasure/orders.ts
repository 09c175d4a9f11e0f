import { randomUUID } from 'node:crypto';
import { instant } from '../../../lib/clock.ts';
import { type Connection, type Database, transaction } from '../../../lib/database.ts';
import type { Ledger } from '../../../story/index.ts';
import { orderIn } from '../../buyers/index.ts';
import type { State } from '../../state.ts';
import type { EraseBuyer } from '../commands.ts';
import { needed_prefix } from '../privacy.ts';
import { eraseRows } from '../statement.ts';
import { PERSONAL_TABLES } from '../tables/index.ts';
import { erasure_limits } from './limits.ts';
import { type ErasureRow, noteOrders } from './store.ts';

/** Not over: a message about it is on its way out, and would be written down after everything else was erased. */
export const sending = 'sending';

const day_ms = 86_400_000;

/**
 * Erases the buyer from some orders: first from their stories, so that whatever else happens to them is decided by
 * orders that know it, then from the rows beside them. An order that is not over stays as it is, if it is to be kept.
 */
export async function eraseOrders(
  database: Database,
  ledger: Ledger<State>,
  erasure: ErasureRow,
  { orders, now_ms }: { orders: readonly string[]; now_ms: number },
): Promise<void> {
  const kept_ms = now_ms - erasure.asked_at.getTime();
  const at_last = !erasure.keep_open || kept_ms >= erasure_limits.kept_at_most_days * day_ms;
  const outcomes = await ledger.executeAll(
    orders.map((order) => eraseBuyer(order, erasure, at_last, now_ms)),
  );
  const kept = new Map<string, string>();
  for (const { order, refusal } of outcomes) {
    if (refusal?.code.startsWith(needed_prefix)) kept.set(order, refusal.code.slice(needed_prefix.length));
  }
  const over = orders.filter((order) => !kept.has(order));
  await transaction(database, async (connection) => {
    const { rows } = await connection.query(
      `select distinct subject_key from deliveries where subject_key = any($1) and status = 'sending'`,
      [over.map(orderKey)],
    );
    for (const { subject_key } of rows) kept.set(orderIn(subject_key)!, sending);
    const erased = over.filter((order) => !kept.has(order));
    const given = { orders: erased, keys: erased.map(orderKey), emails: [], pseudonym: erasure.pseudonym };
    const ids = orderIn(erasure.subject) !== null ? [] : await idsOf(connection, erased);
    await eraseRows(connection, PERSONAL_TABLES, given);
    await eraseIds(connection, erasure, ids);
    await noteOrders(connection, erasure.id, { erased, kept, now_ms });
  });
}

async function idsOf(connection: Connection, orders: readonly string[]): Promise<string[]> {
  const { rows } = await connection.query(
    'select distinct customer from contacts where order_number = any($1) and customer is not null',
    [orders],
  );
  return rows.map(({ customer }) => customer);
}

/** What is kept under the shop's ids of them goes with the last order of each: then nothing says whose it was. */
async function eraseIds(
  connection: Connection,
  { pseudonym }: ErasureRow,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await connection.query(
    `select 'customer:' || id as key from unnest($1::text[]) given(id)
     where not exists (select from listed_orders l where l.customer = given.id)
       and not exists (select from customer_accounts a where a.customer = given.id)`,
    [ids],
  );
  const keys = rows.map(({ key }) => key);
  await eraseRows(connection, PERSONAL_TABLES, { orders: [], keys, emails: [], pseudonym });
}

function eraseBuyer(order: string, { pseudonym }: ErasureRow, at_last: boolean, now_ms: number): EraseBuyer {
  const now = instant(now_ms);
  return {
    type: 'EraseBuyer',
    order,
    id: randomUUID(),
    at: now,
    recorded_at: now,
    actor: 'system',
    body: { pseudonym, at_last },
  };
}

export function orderKey(order: string): string {
  return `order:${order}`;
}
