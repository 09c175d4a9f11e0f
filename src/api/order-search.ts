import { instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import { Values } from '../lib/values.ts';
import { normalTrackingNumber } from '../modules/shipments/carrier/index.ts';

/** What a list of orders is narrowed by; null: not. */
export interface OrderFilter {
  status: string | null;
  seller: string | null;
  customer: string | null;
  q: string | null;
  placed_after: string | null;
  placed_before: string | null;
  /** Newest first: what comes after this order. */
  after: OrderPosition | null;
  limit: number;
  /** False for a seller's key: it sees e-mail addresses masked, so it must not find by them either. */
  by_email: boolean;
}

export interface OrderPosition {
  placed_at: string;
  number: string;
}

/** Numbers of the orders a filter lets through, newest first. Every filter has an index; see migrations. */
export async function findOrders(database: Database, filter: OrderFilter): Promise<OrderPosition[]> {
  const values = new Values();
  const { place } = values;
  // The seller's own index has the order of the list, so a seller with few orders costs no scan of the shop's; so has
  // the customer's.
  const by = filter.seller !== null ? 'o' : filter.customer !== null ? 'l' : 's';
  const conditions = [
    filter.seller && `o.seller = ${place(filter.seller)}`,
    filter.status && `s.status = ${place(filter.status)}`,
    filter.customer && `l.customer = ${place(filter.customer)}`,
    filter.placed_after && `${by}.placed_at >= ${place(filter.placed_after)}`,
    filter.placed_before && `${by}.placed_at < ${place(filter.placed_before)}`,
    filter.after &&
      `(${by}.placed_at, ${by}.order_number) < (${place(filter.after.placed_at)}::timestamptz, ${place(filter.after.number)})`,
    filter.q && `s.order_number in (${searched(filter.q, filter.by_email, values)})`,
  ].filter(Boolean);
  const { rows } = await database.query<{ order_number: string; placed_at: Date }>(
    `select s.order_number, s.placed_at from stories s
     ${filter.seller === null ? '' : 'join order_sellers o on o.order_number = s.order_number'}
     ${filter.customer === null ? '' : 'join listed_orders l on l.order_number = s.order_number'}
     ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
     order by ${by}.placed_at desc, ${by}.order_number desc limit ${place(filter.limit)}`,
    values.all,
  );
  return rows.map((row) => ({ number: row.order_number, placed_at: instant(row.placed_at.getTime()) }));
}

/** Beginning of an order number, a whole e-mail address, a tracking number, or words of the buyer's name. */
function searched(q: string, by_email: boolean, { place }: Values): string {
  const text = q.trim();
  const ways = [
    `select order_number from stories where order_number like ${place(`${text.replace(/[\\%_]/g, '\\$&')}%`)}`,
    `select order_number from tracking_numbers where number = ${place(normalTrackingNumber(text))}`,
    `select order_number from contacts where name is not null
       and to_tsvector('simple', name) @@ plainto_tsquery('simple', ${place(text)})`,
  ];
  if (by_email) ways.push(`select order_number from contacts where lower(email) = lower(${place(text)})`);
  return ways.join(' union ');
}
