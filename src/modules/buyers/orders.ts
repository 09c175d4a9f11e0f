import type { Database } from '../../lib/database.ts';
import { Values } from '../../lib/values.ts';
import type { Buyer } from './buyer.ts';
import { newestOwned, owned } from './owned.ts';

interface Found {
  order_number: string;
  placed_at: Date;
}

/** Numbers of a buyer's orders, newest first, `page` at a time. */
export async function* ordersOf(
  database: Database,
  buyer: Buyer,
  { page, placed_until_ms }: { page: number; placed_until_ms?: number },
): AsyncGenerator<string[], undefined> {
  for (let last: Found | undefined; ; ) {
    const values = new Values();
    const conditions = [
      placed_until_ms !== undefined && `l.placed_at <= ${values.place(new Date(placed_until_ms))}`,
      last &&
        `(l.placed_at, l.order_number) < (${values.place(last.placed_at)}, ${values.place(last.order_number)})`,
    ].filter((condition) => typeof condition === 'string');
    const text = newestOwned(buyer, values, { conditions, limit: page });
    const { rows } = await database.query<Found>(text, values.all);
    if (rows.length > 0) yield rows.map(({ order_number }) => order_number);
    if (rows.length < page) return;
    last = rows.at(-1);
  }
}

/** Null: they have none. */
export async function newestOrder(database: Database, buyer: Buyer): Promise<string | null> {
  const { value } = await ordersOf(database, buyer, { page: 1 }).next();
  return value?.[0] ?? null;
}

/** How many orders a buyer has, counted up to `max`. */
export async function countOrders(database: Database, buyer: Buyer, max: number): Promise<number> {
  const values = new Values();
  const found = owned(buyer, values).map((own) => `select from ${own}`);
  const { rows } = await database.query(
    `select count(*) as total from (${found.join(' union all ')} limit ${values.place(max)}) counted`,
    values.all,
  );
  return rows[0].total;
}
