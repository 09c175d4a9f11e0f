import { instant } from '../../../lib/clock.ts';
import { coalesce } from '../../../lib/coalesce.ts';
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

interface MessageRow extends Omit<Message, 'at'> {
  order_number: string;
  at: Date;
}

const READ = `
  select n.order_number, n.id, n.type, d.channel, d.status, coalesce(d.sent_at, n.created_at) as at
  from notifications n join deliveries d on d.subject_key = n.subject_key and d.notification_id = n.id
  where n.subject_key = any($1) and n.audience = 'buyer'
  order by n.created_at desc, n.fact_version desc, n.id`;

/**
 * Every message to the buyer about an order, newest first: one descent into each of two primary keys. Pages that are
 * opened at the same moment share a query.
 */
export function readMessages(database: Database): (order_number: string) => Promise<Message[]> {
  const read = coalesce(async (numbers: string[]) => {
    const keys = numbers.map((number) => `order:${number}`);
    const { rows } = await database.query<MessageRow>({ name: 'order_messages', text: READ, values: [keys] });
    const byOrder = new Map<string, Message[]>();
    for (const { order_number, at, ...row } of rows) {
      const messages = byOrder.get(order_number) ?? [];
      messages.push({ ...row, at: instant(at.getTime()) });
      byOrder.set(order_number, messages);
    }
    return byOrder;
  });
  return async (number) => (await read(number)) ?? [];
}
