import { coalesce } from '../../lib/coalesce.ts';
import type { Database } from '../../lib/database.ts';
import { type Reply, replies_of_an_order_max } from '../../modules/correspondence/index.ts';
import type { Message } from '../../modules/notifications/deliveries/index.ts';

/** What the page of an order changes with, beside the day and the language: enough to say that nothing is new. */
export interface Pulse {
  version: number;
  /** The messages to the buyer and how far each is, as one text. */
  sent: string;
  /** The letters of the buyer, as one text. */
  written: string;
}

/** Who may read the order, and whom it is about: whoever says that nothing is new has to know. */
export interface PulseOfOrder extends Pulse {
  access_epoch: number;
  contact: { customer: { id: string | null; email: string | null } };
}

/** As `sent` of `READ` writes it. */
export function sentMark(messages: readonly Message[]): string {
  return messages
    .flatMap(({ id, ways }) => ways.map(({ channel, status }) => `${id} ${channel} ${status}`))
    .join();
}

/** As `written` of `READ` writes it. */
export function writtenMark(replies: readonly Reply[]): string {
  return replies.map(({ id }) => id).join();
}

const READ = `
  select s.order_number, s.version, c.access_epoch, c.customer, c.email,
    (select coalesce(string_agg(concat_ws(' ', n.id, d.channel, d.status), ','
        order by n.created_at desc, n.fact_version desc, n.id, d.channel), '')
      from notifications n join deliveries d on d.subject_key = n.subject_key and d.notification_id = n.id
      where n.subject_key = 'order:' || s.order_number and n.audience = 'buyer') as sent,
    (select coalesce(string_agg(r.id::text, ',' order by r.received_at desc, r.id), '')
      from (select id, received_at from replies where subject_key = 'order:' || s.order_number
        order by received_at desc, id limit ${replies_of_an_order_max}) r) as written
  from stories s join contacts c using (order_number)
  where s.order_number = any($1)`;

/** Reads no snapshot, no scan and no text: pages left open ask every few seconds, and mostly nothing is new. */
export function readPulses(database: Database): (order_number: string) => Promise<PulseOfOrder | null> {
  return coalesce(async (numbers: string[]) => {
    const { rows } = await database.query({ name: 'order_pulses', text: READ, values: [numbers] });
    return new Map(
      rows.map(({ order_number, customer, email, ...pulse }) => [
        order_number,
        { ...pulse, contact: { customer: { id: customer, email } } },
      ]),
    );
  });
}
