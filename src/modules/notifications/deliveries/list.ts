import { instant } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';
import type { DeliveryStatus, HeldFor } from './delivery.ts';
import { type Conditions, newConditions, whereStatus } from './filter.ts';
import { maskAddress, maskPhone } from './mask.ts';
import { WISHED_LOCALE } from './resend.ts';
import { type NotificationStatus, type Standing, standingOf } from './standing.ts';
import { type ChannelSwitch, readSwitches } from './switch.ts';

/** One item of `GET /v1/notifications`. */
export interface NotificationItem {
  id: string;
  type: string;
  audience: string;
  /** 'customer' or a seller's id. */
  recipient: string;
  order: string | null;
  status: NotificationStatus;
  channels: ChannelItem[];
  locale: string;
  created_at: string;
  /** Why it is held, suppressed or failed; null when nothing stands in its way. */
  reason: string | null;
}

export interface ChannelItem {
  channel: string;
  /** Masked; null when there is nobody to send to. */
  to: string | null;
  status: NotificationStatus;
  attempts: number;
  last_error: string | null;
  /** When its time comes: the end of quiet hours, its digest, its next try. */
  held_until: string | null;
  sent_at: string | null;
  message_id: string | null;
}

export interface NotificationFilter {
  /** Everything about an order has its subject: found in the primary key. */
  order?: string | undefined;
  type?: string | undefined;
  /** 'customer', a seller's id, or an e-mail address of a buyer. */
  recipient?: string | undefined;
  status?: NotificationStatus | undefined;
  /** Only what this seller was told: what a seller's key may see. */
  seller?: string | undefined;
}

/** The place in the list behind an item: newest first, ties by id. */
export interface ListPlace {
  /** When that item was created, in microseconds since 1970: PostgreSQL's own precision. */
  created_us: number;
  id: string;
}

interface ListRow {
  id: string;
  type: string;
  audience: string;
  recipient: string;
  order_number: string | null;
  locale: string;
  created_at: Date;
  created_us: number;
  email: string | null;
  phone: string | null;
  deliveries: DeliveryRow[] | null;
}

interface DeliveryRow {
  channel: string;
  status: DeliveryStatus;
  held_for: HeldFor | null;
  attempts: number;
  last_error: string | null;
  sent_at: string | null;
  due_at: string;
  message_id: string | null;
}

/** @returns at most `limit` items, newest first, and the place to go on from, null at the end. */
export async function listNotifications(
  database: Database,
  filter: NotificationFilter,
  page: { limit: number; after: ListPlace | null; now_ms: number },
): Promise<{ items: NotificationItem[]; next: ListPlace | null }> {
  const switches = await readSwitches(database);
  const conditions = conditionsOf(filter, page, switches);
  const { rows } = await database.query<ListRow>(
    `${LIST} where ${conditions.sql.join(' and ') || 'true'}
     order by n.created_at desc, n.id desc limit ${page.limit + 1}`,
    conditions.values,
  );
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => itemOf(row, page.now_ms, switches)),
    next: last ? { created_us: last.created_us, id: last.id } : null,
  };
}

/** One notification as the list shows it; null when there is none (or it is not this seller's). */
export async function readNotificationItem(
  database: Database,
  id: string,
  now_ms: number,
  seller?: string,
): Promise<NotificationItem | null> {
  const [switches, { rows }] = await Promise.all([
    readSwitches(database),
    database.query<ListRow>(
      `${LIST} where n.id = $1 and ($2::text is null or n.recipient = $2 and n.audience = 'seller')`,
      [id, seller ?? null],
    ),
  ]);
  return rows[0] ? itemOf(rows[0], now_ms, switches) : null;
}

/** A digest goes where the newest of its news would have gone. */
const DIGEST_EMAIL = `case when n.type = 'digest' then (
         select dc.email from deliveries m join contacts dc on dc.order_number = substr(m.subject_key, length('order:') + 1)
         join notifications dn on dn.subject_key = m.subject_key and dn.id = m.notification_id
         where m.digest_id = n.id and dc.email is not null order by dn.created_at desc limit 1) end`;

/** The acknowledgement of a declaration goes to whoever declared it, whose order it is or not. */
const DECLARANT_EMAIL = `case when n.type = 'withdrawal_acknowledged' then (
         select w.email from withdrawal_declarants w
         where w.order_number = n.order_number and w.withdrawal = n.data ->> 'withdrawal') end`;

const LIST = `
select n.id, n.type, n.audience, n.recipient, n.order_number, coalesce(s.locale, (${WISHED_LOCALE}), n.locale) as locale, n.created_at,
       (extract(epoch from n.created_at) * 1000000)::bigint as created_us, coalesce(${DECLARANT_EMAIL}, c.email, s.email, p.email, ${DIGEST_EMAIL}) as email,
       c.phone,
       (select json_agg(json_build_object('channel', d.channel, 'status', d.status, 'attempts', d.attempts,
          'held_for', d.held_for, 'last_error', d.last_error, 'sent_at', d.sent_at, 'due_at', d.due_at, 'message_id', d.message_id)
          order by d.channel)
        from deliveries d where d.subject_key = n.subject_key and d.notification_id = n.id) as deliveries
from notifications n
left join contacts c on n.audience = 'buyer' and c.order_number = n.order_number
left join sellers s on n.audience = 'seller' and s.id = n.recipient
left join personal_messages p on n.order_number is null and p.subject_key = n.subject_key and p.notification_id = n.id`;

function conditionsOf(
  filter: NotificationFilter,
  page: { after: ListPlace | null; now_ms: number },
  switches: readonly ChannelSwitch[],
): Conditions {
  const conditions = newConditions();
  const { where } = conditions;
  if (filter.order !== undefined) where((p) => `n.subject_key = ${p}`, `order:${filter.order}`);
  if (filter.type !== undefined) where((p) => `n.type = ${p}`, filter.type);
  const { seller } = filter;
  // A seller may be called 'customer', as every buyer is in this column.
  if (seller !== undefined) where((p) => `n.audience = 'seller' and ${isRecipient(seller, p)}`, seller);
  if (filter.recipient?.includes('@')) {
    // As an array it is asked first, and each order is one descent into the primary key (2.8 s as a join).
    const subjects = `select 'order:' || order_number from contacts where lower(email) = lower`;
    where(
      (p) => `n.recipient = 'customer' and n.subject_key = any(array(${subjects}(${p})))`,
      filter.recipient,
    );
  } else if (filter.recipient !== undefined) {
    const { recipient } = filter;
    where((p) => isRecipient(recipient, p), recipient);
  }
  if (filter.status !== undefined) whereStatus(conditions, filter.status, page.now_ms, switches);
  if (page.after) {
    const { created_us, id } = page.after;
    const at = (p?: string) => `'epoch'::timestamptz + ${p}::bigint * interval '1 microsecond'`;
    where((p, q) => `(n.created_at, n.id) < (${at(p)}, ${q})`, created_us, id);
  }
  return conditions;
}

/** The partial index of sellers is only used when the planner is told that this is one. */
function isRecipient(id: string, placeholder: string | undefined): string {
  return `n.recipient = ${placeholder}${id === 'customer' ? '' : ` and n.recipient <> 'customer'`}`;
}

function itemOf(row: ListRow, now_ms: number, switches: readonly ChannelSwitch[]): NotificationItem {
  const deliveries = row.deliveries ?? [];
  const standings = deliveries.map((delivery) => standingOf(delivery, now_ms, switches));
  const { status, reason } = standingOfAll(standings);
  return {
    id: row.id,
    type: row.type,
    audience: row.audience,
    recipient: row.recipient,
    order: row.order_number,
    status,
    channels: deliveries.map((delivery, index) => ({
      channel: delivery.channel,
      to: addressOn(delivery.channel, row),
      status: standings[index]!.status,
      attempts: delivery.attempts,
      last_error: delivery.last_error,
      held_until: standings[index]!.held_until,
      sent_at: delivery.sent_at === null ? null : instant(Date.parse(delivery.sent_at)),
      message_id: delivery.message_id,
    })),
    locale: row.locale,
    created_at: instant(row.created_at.getTime()),
    reason,
  };
}

/** Masked. A device has no address anybody would know. */
function addressOn(channel: string, { email, phone }: ListRow): string | null {
  if (channel === 'email') return email === null ? null : maskAddress(email);
  return channel === 'sms' && phone !== null ? maskPhone(phone) : null;
}

/** One channel that arrived is enough; one that still may is the next best. */
function standingOfAll(standings: readonly Standing[]): Standing {
  for (const status of ['sent', 'planned', 'held', 'failed', 'suppressed'] as const) {
    const found = standings.find((standing) => standing.status === status);
    if (found) return found;
  }
  return { status: 'suppressed', reason: 'no_channel', held_until: null };
}
