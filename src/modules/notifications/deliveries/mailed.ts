import type { Database } from '../../../lib/database.ts';
import { normalizeEmail } from '../../../lib/email.ts';
import type { DeliveryKey, DeliveryStatus } from './delivery.ts';
import { unpackMessage } from './sent.ts';

/** A mail of ours that something came back for. */
export interface Mailed extends DeliveryKey {
  order_number: string | null;
  status: DeliveryStatus;
  /** The address it went to; null when what was sent is no longer kept. */
  to: string | null;
  /** The order is told elsewhere by now: whoever reads where this went is no longer its buyer. */
  moved: boolean;
}

/** The delivery by e-mail of a notification, and where it went; null when there is none. */
export async function readMailed(database: Database, notification_id: string): Promise<Mailed | null> {
  const { rows } = await database.query(
    `select d.subject_key, d.notification_id, d.channel, d.status, n.order_number, s.body,
       case when n.audience = 'buyer' then c.email end as reader
     from notifications n
     join deliveries d on d.subject_key = n.subject_key and d.notification_id = n.id and d.channel = 'email'
     left join sent_messages s on s.subject_key = d.subject_key and s.notification_id = d.notification_id
       and s.channel = d.channel
     left join contacts c on c.order_number = n.order_number
     where n.id = $1`,
    [notification_id],
  );
  if (!rows[0]) return null;
  const { body, reader, ...mailed } = rows[0];
  const to: string | null = body && unpackMessage(body).to;
  const moved = to !== null && reader !== null && normalizeEmail(to) !== normalizeEmail(reader);
  return { ...mailed, to, moved };
}
