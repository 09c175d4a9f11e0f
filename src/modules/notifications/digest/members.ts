import { instant } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';
import type { DeliveryStatus, Notification } from '../deliveries/delivery.ts';

/** One piece of news that leaves in a digest. */
export interface Member {
  notification: Notification;
  /** `held`: not told yet. `sent`, `failed`: it left in it before. */
  status: DeliveryStatus;
}

/** What gathered in a digest, newest first. */
export async function readMembers(database: Database, digest_id: string): Promise<Member[]> {
  const { rows } = await database.query(
    `select n.subject_key, n.id, n.order_number, n.fact_version, n.type, n.audience, n.recipient, n.locale,
            n.importance, n.data, n.created_at, m.status
     from deliveries m join notifications n on n.subject_key = m.subject_key and n.id = m.notification_id
     where m.digest_id = $1
     order by n.created_at desc, n.order_number, n.fact_version desc, n.importance, n.id`,
    [digest_id],
  );
  return rows.map(({ status, created_at, ...notification }) => ({
    notification: { ...notification, created_at: instant(created_at.getTime()) },
    status,
  }));
}

/** Takes news out of a digest: what happened since says more, so it is not told at all. */
export async function dropMembers(
  database: Database,
  digest_id: string,
  dropped: readonly Notification[],
  now_ms: number,
): Promise<void> {
  await database.query(
    `update deliveries m
     set status = 'suppressed', last_error = 'overtaken', due_at = $4, held_for = null, digest_id = null
     from unnest($2::text[], $3::text[]) as d(subject_key, notification_id)
     where m.subject_key = d.subject_key and m.notification_id = d.notification_id and m.digest_id = $1
       and m.status = 'held'`,
    [digest_id, dropped.map((one) => one.subject_key), dropped.map((one) => one.id), new Date(now_ms)],
  );
}

/** The digest in which a notification has left by e-mail; null: it left alone, or not yet. */
export async function digestOf(
  database: Database,
  { subject_key, id }: Pick<Notification, 'subject_key' | 'id'>,
): Promise<{ subject_key: string; id: string } | null> {
  const { rows } = await database.query<{ subject_key: string; id: string }>(
    `select d.subject_key, d.id from deliveries m join notifications d on d.id = m.digest_id
     where m.subject_key = $1 and m.notification_id = $2 and m.channel = 'email'`,
    [subject_key, id],
  );
  return rows[0] ?? null;
}
