import { instant } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';
import { type ReturnedKind, returned_kinds } from '../returned/kind.ts';

/** An order whose mail came back, with the newest of it. */
export interface ReturnedOrder {
  order_number: string;
  kind: ReturnedKind;
  reason: string | null;
  status: string | null;
  /** RFC 3339 UTC. */
  received_at: string;
  /** Where its mails go now; null: nobody knows, or no longer. */
  email: string | null;
}

/**
 * Of those whose mail bounced, was complained of, or was refused at the door for its recipient (the usual way where
 * nobody takes mail in), the newest first.
 */
export async function readReturnedOrders(database: Database, limit: number): Promise<ReturnedOrder[]> {
  const { rows } = await database.query(
    `select newest.*, c.email from (
       select distinct on (subject_key) substr(subject_key, 7) as order_number, kind, reason, status, received_at
       from (
         select subject_key, kind, reason, status, received_at from inbound_mails
         where subject_key like 'order:%' and kind in ('hard_bounce', 'soft_bounce', 'complaint')
         union all
         select subject_key, 'hard_bounce', null, substring(last_error from '5\\.\\d{1,3}\\.\\d{1,3}'), due_at
         from deliveries
         where status = 'failed' and channel = 'email' and person not like 'seller:%'
           and last_error like '5% (RCPT TO)') returned
       order by subject_key, received_at desc) newest
     left join contacts c using (order_number)
     order by newest.received_at desc, newest.order_number limit $1`,
    [limit],
  );
  return rows.map((row) => ({ ...row, received_at: instant(row.received_at.getTime()) }));
}

/** How much of each kind came in since then. */
export async function countReturned(
  database: Database,
  since_ms: number,
): Promise<{ kind: ReturnedKind; count: number }[]> {
  const { rows } = await database.query<{ kind: ReturnedKind; count: number }>(
    `select kind, count(*) as count from inbound_mails
     where received_at >= $1 and kind is not null group by kind`,
    [new Date(since_ms)],
  );
  const byKind = new Map(rows.map(({ kind, count }) => [kind, count]));
  return returned_kinds.map((kind) => ({ kind, count: byKind.get(kind) ?? 0 }));
}
