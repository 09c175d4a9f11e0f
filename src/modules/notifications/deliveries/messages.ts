import { instant } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';
import type { DeliveryStatus } from './delivery.ts';

/** One message to the buyer of an order on one channel, as the order page lists it. */
export interface Message {
  id: string;
  type: string;
  channel: string;
  status: DeliveryStatus;
  /** When it was sent; while it was not, when it was made. RFC 3339 UTC. */
  at: string;
}

/** More than any order has: a bound, not a page. */
const messages_max = 500;

/** Every message to the buyer about one order, newest first: one descent into each of two primary keys. */
export async function readMessages(database: Database, order_number: string): Promise<Message[]> {
  const { rows } = await database.query({
    name: 'order_messages',
    text: `select n.id, n.type, d.channel, d.status, coalesce(d.sent_at, n.created_at) as at
           from notifications n
           join deliveries d on d.subject_key = n.subject_key and d.notification_id = n.id
           where n.subject_key = $1 and n.recipient = 'customer'
           order by n.created_at desc, n.fact_version desc, n.id limit ${messages_max}`,
    values: [`order:${order_number}`],
  });
  return rows.map((row) => ({ ...row, at: instant(row.at.getTime()) }));
}
