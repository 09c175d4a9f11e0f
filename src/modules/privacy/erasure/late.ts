import { type Database, transaction } from '../../../lib/database.ts';
import { eraseRows } from '../statement.ts';
import { PERSONAL_TABLES } from '../tables/index.ts';
import { erasure_limits as limits } from './limits.ts';
import { orderKey } from './orders.ts';

const page_orders = 500;

/**
 * Erases what came in about people after they were erased: a scan that says where, a mail that came back, a letter
 * about an order that no longer knows its buyer. Every night, for as long as such things come.
 */
export async function eraseLateArrivals(database: Database, now_ms: number): Promise<void> {
  const since = new Date(now_ms - limits.late_arrivals_days * 86_400_000);
  const { rows } = await database.query(`select 'erasure:' || id as key from erasures where done_at >= $1`, [
    since,
  ]);
  await again(database, { orders: [], keys: rows.map(({ key }) => key) });
  let after = '';
  for (;;) {
    const page = await database.query(
      `select distinct order_number from erased_orders where erased_at >= $1 and order_number > $2
       order by order_number limit ${page_orders}`,
      [since, after],
    );
    const orders: string[] = page.rows.map(({ order_number }) => order_number);
    if (orders.length > 0) await again(database, { orders, keys: orders.map(orderKey) });
    if (orders.length < page_orders) return;
    after = orders.at(-1)!;
  }
}

/** Their stories have other names already: each has its own, which is not looked up here. */
const beside_stories = PERSONAL_TABLES.filter(({ table }) => table !== 'facts');

async function again(database: Database, given: { orders: string[]; keys: string[] }): Promise<void> {
  await transaction(database, (connection) =>
    eraseRows(connection, beside_stories, { ...given, emails: [], pseudonym: '' }),
  );
}
