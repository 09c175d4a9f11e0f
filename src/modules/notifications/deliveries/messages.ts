import { instant } from '../../../lib/clock.ts';
import { coalesce } from '../../../lib/coalesce.ts';
import type { Database } from '../../../lib/database.ts';
import type { DeliveryStatus, HeldFor } from './delivery.ts';

/** One message to the buyer of an order, as the order page lists it. */
export interface Message {
  id: string;
  type: string;
  /** When it was made, RFC 3339 UTC. */
  made_at: string;
  /** By which channels, e-mail first. */
  ways: Way[];
}

export interface Way {
  channel: string;
  status: DeliveryStatus;
  held_for: HeldFor | null;
  /** Why it was not sent: a code. */
  reason: string | null;
  sent_at: string | null;
}

interface Row extends Omit<Way, 'sent_at'>, Pick<Message, 'id' | 'type'> {
  order_number: string;
  created_at: Date;
  sent_at: Date | null;
}

const READ = `
  select n.order_number, n.id, n.type, n.created_at, d.channel, d.status, d.held_for, d.last_error as reason, d.sent_at
  from notifications n join deliveries d on d.subject_key = n.subject_key and d.notification_id = n.id
  where n.subject_key = any($1) and n.audience = 'buyer'
  order by n.created_at desc, n.fact_version desc, n.id, d.channel`;

/**
 * Every message to the buyer about an order, newest first: one descent into each of two primary keys. Pages that are
 * opened at the same moment share a query.
 */
export function readMessages(database: Database): (order_number: string) => Promise<Message[]> {
  const read = coalesce(async (numbers: string[]) => {
    const keys = numbers.map((number) => `order:${number}`);
    const { rows } = await database.query<Row>({ name: 'order_messages', text: READ, values: [keys] });
    const byOrder = new Map<string, Message[]>();
    for (const row of rows) {
      const messages = byOrder.get(row.order_number) ?? [];
      byOrder.set(row.order_number, messages);
      addRow(messages, row);
    }
    return byOrder;
  });
  return async (number) => (await read(number)) ?? [];
}

/** Rows of one message follow each other. */
function addRow(
  messages: Message[],
  { id, type, created_at, channel, status, held_for, reason, sent_at }: Row,
): void {
  const way = { channel, status, held_for, reason, sent_at: sent_at && instant(sent_at.getTime()) };
  const last = messages.at(-1);
  if (last?.id === id) last.ways.push(way);
  else messages.push({ id, type, made_at: instant(created_at.getTime()), ways: [way] });
}
