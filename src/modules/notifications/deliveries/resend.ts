import { instant } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';
import type { DeliveryStatus, Notification } from './delivery.ts';

/** Of a notification `n`: the language its reader wishes. Wishes for one order win over those of its buyer. */
export const WISHED_LOCALE = `
  select p.locale from deliveries d
  join preferences p on p.person = d.person or (p.person = n.subject_key and n.audience = 'buyer')
  where d.subject_key = n.subject_key and d.notification_id = n.id and d.channel = 'email'
  order by p.person = n.subject_key desc limit 1`;

/** A notification by its id alone, in the language its reader wishes; null when there is none. */
export async function readNotification(database: Database, id: string): Promise<Notification | null> {
  const { rows } = await database.query(
    `select n.subject_key, n.id, n.order_number, n.fact_version, n.type, n.audience, n.recipient,
            coalesce((${WISHED_LOCALE}), n.locale) as locale, n.importance, n.data, n.created_at
     from notifications n where n.id = $1`,
    [id],
  );
  return rows[0] ? { ...rows[0], created_at: instant(rows[0].created_at.getTime()) } : null;
}

/**
 * Puts settled deliveries back into the line because a person asks for it. Those that wait already stay as
 * they are, so a double click does nothing twice.
 *
 * It leaves whatever the hour, and by itself when it had gone with a digest; what its reader has switched off stays
 * off. What was sent before gets a new Message-ID: mail programs hide a message whose id they have seen. What never
 * left keeps its own.
 *
 * @param only which ones: a form that offers to send a failed one again must not repeat one that went meanwhile
 * @returns how many were put back
 */
export async function resendDeliveries(
  database: Database,
  resend: { subject_key: string; notification_id: string; only: readonly DeliveryStatus[]; now_ms: number },
): Promise<number> {
  const { rowCount } = await database.query(
    `update deliveries
     set resends = resends + (sent_at is not null)::int,
         message_id = case when sent_at is null then message_id end,
         status = 'waiting', due_at = $4, attempts = 0, last_error = null, lease_until = null, sent_at = null,
         cause = 'asked', digest_id = null
     where subject_key = $1 and notification_id = $2 and status = any($3)
       and status in ('sent', 'failed', 'suppressed')`,
    [resend.subject_key, resend.notification_id, resend.only, new Date(resend.now_ms)],
  );
  return rowCount ?? 0;
}

/**
 * Puts every delivery that failed for one reason back into the line, oldest first, at most `limit` at a time. What
 * failed with its digest goes again with it.
 * @returns how many were put back
 */
export async function resendFailed(
  database: Database,
  failed: { channel: string; last_error: string; now_ms: number; limit: number },
): Promise<number> {
  const { rowCount } = await database.query(
    `update deliveries d
     set resends = d.resends + (d.sent_at is not null)::int, message_id = case when d.sent_at is null then d.message_id end,
         status = 'waiting', due_at = $3, attempts = 0, last_error = null, lease_until = null, sent_at = null
     from (select subject_key, notification_id, channel from deliveries
           where status = 'failed' and channel = $1 and coalesce(last_error, '') = $2 and digest_id is null
           order by due_at limit $4 for update skip locked) f
     where d.subject_key = f.subject_key and d.notification_id = f.notification_id and d.channel = f.channel`,
    [failed.channel, failed.last_error, new Date(failed.now_ms), failed.limit],
  );
  return rowCount ?? 0;
}
