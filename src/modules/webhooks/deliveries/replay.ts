import type { Database } from '../../../lib/database.ts';

/** One statement's worth; more are replayed by asking again. */
export const replays_max = 1_000;

/**
 * Puts settled deliveries of an endpoint back into the line, with all their tries before them: the one named, or the
 * oldest that failed, at most `replays_max`. They leave under the id they have.
 *
 * @returns how many were put back
 */
export async function replayWebhooks(
  database: Database,
  which: { endpoint: string; id: string | null; now_ms: number },
): Promise<number> {
  const { endpoint, id, now_ms } = which;
  const chosen = id === null ? `status = 'failed'` : `id = $3 and status in ('delivered', 'failed')`;
  const { rowCount } = await database.query(
    `update webhook_deliveries d set status = 'waiting', due_at = $2, attempts = 0
     from (select order_number, fact_version from webhook_deliveries where endpoint = $1 and ${chosen}
           order by id limit ${replays_max} for update skip locked) r
     where d.endpoint = $1 and d.order_number = r.order_number and d.fact_version = r.fact_version`,
    [endpoint, new Date(now_ms), ...(id === null ? [] : [id])],
  );
  return rowCount ?? 0;
}
