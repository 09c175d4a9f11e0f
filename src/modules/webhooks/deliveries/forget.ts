import type { Database } from '../../../lib/database.ts';

/** How long the log is kept. What still waits then (its endpoint is disabled) goes too: nobody needs news that old. */
export const webhook_retention_days = 30;

/**
 * Deletes deliveries that are old, or whose endpoint is gone, at most `limit`. For a recurring job.
 *
 * @returns how many were deleted: fewer than `limit` when none are left
 */
export async function forgetWebhooks(database: Database, now_ms: number, limit: number): Promise<number> {
  const { rowCount } = await database.query(
    `delete from webhook_deliveries d
     using (select order_number, fact_version, endpoint from webhook_deliveries w
            where (w.created_at < $1 and w.status <> 'sending')
               or not exists (select from webhook_endpoints e where e.id = w.endpoint)
            limit $2 for update skip locked) old
     where d.order_number = old.order_number and d.fact_version = old.fact_version and d.endpoint = old.endpoint`,
    [new Date(now_ms - webhook_retention_days * 86_400_000), limit],
  );
  return rowCount ?? 0;
}
