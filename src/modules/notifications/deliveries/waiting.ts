import { instant } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';

/** What waits on one channel, by type of notification; most important first. */
export interface WaitingGroup {
  channel: string;
  type: string;
  /** Due and not yet sent, those on their way included. */
  due: number;
  /** Their time has not come: quiet hours, a digest, the pause after a failed try. */
  later: number;
  /** When the oldest of them was created, RFC 3339 UTC. */
  oldest_at: string;
}

export interface FailedDelivery {
  subject_key: string;
  notification_id: string;
  channel: string;
  type: string;
  order_number: string | null;
  recipient: string;
  attempts: number;
  last_error: string | null;
  failed_at: string;
}

export async function readWaiting(database: Database, now_ms: number): Promise<WaitingGroup[]> {
  const { rows } = await database.query(
    `select d.channel, n.type, count(*) filter (where d.due_at <= $1 and d.status <> 'held') as due,
            count(*) filter (where d.due_at > $1 or d.status = 'held') as later, min(n.created_at) as oldest_at
     from deliveries d join notifications n on n.subject_key = d.subject_key and n.id = d.notification_id
     where d.status in ('waiting', 'sending', 'held')
     group by d.channel, n.type order by d.channel, min(d.importance), due desc, n.type`,
    [new Date(now_ms)],
  );
  return rows.map((row) => ({ ...row, oldest_at: instant(row.oldest_at.getTime()) }));
}

/** How many deliveries of each channel wait: the figure of /metrics, from the queue's index alone. */
export async function countWaiting(database: Database): Promise<{ channel: string; waiting: number }[]> {
  const { rows } = await database.query(
    `select c.channel, (select count(*) from deliveries d where d.channel = c.channel and d.status = 'waiting')
       as waiting from channels c order by c.channel`,
  );
  return rows;
}

/** The newest failures, and how many there are in all. */
export async function readFailed(
  database: Database,
  limit: number,
): Promise<{ total: number; newest: FailedDelivery[] }> {
  const [counted, { rows }] = await Promise.all([
    database.query(`select count(*) as total from deliveries where status = 'failed'`),
    database.query(
      `select d.subject_key, d.notification_id, d.channel, n.type, n.order_number, n.recipient, d.attempts,
              d.last_error, d.due_at as failed_at
       from deliveries d join notifications n on n.subject_key = d.subject_key and n.id = d.notification_id
       where d.status = 'failed' order by d.due_at desc limit $1`,
      [limit],
    ),
  ]);
  return {
    total: counted.rows[0].total,
    newest: rows.map((row) => ({ ...row, failed_at: instant(row.failed_at.getTime()) })),
  };
}
