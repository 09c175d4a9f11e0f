import { instant } from '../../lib/clock.ts';
import { coalesce } from '../../lib/coalesce.ts';
import type { Database } from '../../lib/database.ts';
import type { SentMessage, WebDeps } from '../deps.ts';

const READ = `
  select n.order_number, n.id, n.type, d.channel, d.status, coalesce(d.sent_at, n.created_at) as at
  from notifications n join deliveries d on d.subject_key = n.subject_key and d.notification_id = n.id
  where n.subject_key = any($1) and n.recipient = 'customer'
  order by n.created_at desc, n.id desc`;

interface MessageRow extends Omit<SentMessage, 'at'> {
  order_number: string;
  at: Date;
}

/** What the buyer was told about an order, newest first. Pages that are opened at the same time share a query. */
export function readSentMessages(database: Database): WebDeps['messages'] {
  const read = coalesce(async (numbers: string[]) => {
    const keys = numbers.map((number) => `order:${number}`);
    const { rows } = await database.query<MessageRow>({ name: 'sent_messages', text: READ, values: [keys] });
    const byOrder = new Map<string, SentMessage[]>();
    for (const { order_number, at, ...row } of rows) {
      const messages = byOrder.get(order_number) ?? [];
      messages.push({ ...row, at: instant(at.getTime()) });
      byOrder.set(order_number, messages);
    }
    return byOrder;
  });
  return async (number) => (await read(number)) ?? [];
}
