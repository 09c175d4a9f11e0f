import { instant } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';

/** What waits on one channel, by type of notification; most important first. */
export interface WaitingGroup {
  channel: string;
  type: string;
  /** Due and not yet sent, those on their way included. */
  due: number;
  /** They pause after a try that was put off. */
  later: number;
  /** Their readers sleep. */
  quiet_hours: number;
  /** They gather for a digest. */
  digest: number;
  /** Since when the oldest of those due has been, RFC 3339 UTC; null when none is. */
  due_since: string | null;
}

/** What failed for one reason on one channel. */
export interface FailedGroup {
  channel: string;
  last_error: string | null;
  count: number;
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

/**
 * A digest whose hour has not come is not counted beside what gathers for it. Each status has a partial index of its own;
 * asked for together, none of them would be used.
 */
export async function readWaiting(database: Database, now_ms: number): Promise<WaitingGroup[]> {
  const { rows } = await database.query(
    `select channel, type,
       (count(*) filter (where status = 'sending' or status = 'waiting' and due_at <= $1))::int as due,
       (count(*) filter (where status = 'waiting' and due_at > $1 and held_for is null and type <> 'digest'))::int
         as later,
       (count(*) filter (where status = 'waiting' and due_at > $1 and held_for = 'quiet_hours'))::int as quiet_hours,
       (count(*) filter (where status = 'held'))::int as digest,
       min(due_at) filter (where status = 'sending' or status = 'waiting' and due_at <= $1) as due_since
     from (
       select * from deliveries where status = 'waiting'
       union all select * from deliveries where status = 'sending'
       union all select * from deliveries where status = 'held' and held_for is not null) waiting
     group by channel, type having count(*) filter (where type <> 'digest' or due_at <= $1) > 0
     order by channel, min(importance), due desc, type`,
    [new Date(now_ms)],
  );
  return rows.map(({ due_since, ...row }) => ({
    ...row,
    due_since: due_since && instant(due_since.getTime()),
  }));
}

/** How many deliveries of each channel wait: the figure of /metrics, from the queue's index alone. */
export async function countWaiting(database: Database): Promise<{ channel: string; waiting: number }[]> {
  const { rows } = await database.query(
    `select c.channel, (select count(*) from deliveries d where d.channel = c.channel and d.status = 'waiting')
       as waiting from channels c order by c.channel`,
  );
  return rows;
}

/** Why deliveries failed, most frequent first, and the newest of them. */
export async function readFailed(
  database: Database,
  limit: number,
): Promise<{ groups: FailedGroup[]; newest: FailedDelivery[] }> {
  const [groups, newest] = await Promise.all([
    database.query<FailedGroup>(
      `select channel, last_error, count(*)::int as count from deliveries where status = 'failed'
       group by channel, last_error order by count desc, channel, last_error limit $1`,
      [limit],
    ),
    database.query(
      `select d.subject_key, d.notification_id, d.channel, n.type, n.order_number, n.recipient, d.attempts,
              d.last_error, d.due_at as failed_at
       from deliveries d join notifications n on n.subject_key = d.subject_key and n.id = d.notification_id
       where d.status = 'failed' order by d.due_at desc limit $1`,
      [limit],
    ),
  ]);
  return {
    groups: groups.rows,
    newest: newest.rows.map((row) => ({ ...row, failed_at: instant(row.failed_at.getTime()) })),
  };
}
