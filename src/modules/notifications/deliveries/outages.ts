import { instant } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';

/** A time in which the provider of a channel did not answer. */
export interface Outage {
  channel: string;
  /** RFC 3339 UTC. */
  away_at: string;
  /** Null: it is still away. */
  back_at: string | null;
  reason: string | null;
  /** How many messages waited when it came back. */
  waited: number | null;
  /** Of those that were due before it came back: how many wait even now, because they leave at a set rate. */
  waiting: number;
}

/** The newest first. */
export async function readOutages(database: Database, limit: number): Promise<Outage[]> {
  const { rows } = await database.query(
    `select o.channel, o.away_at, o.back_at, o.reason, o.waited,
            (select count(*)::int from deliveries d where d.channel = o.channel
               and d.status in ('waiting', 'sending') and d.due_at <= o.back_at) as waiting
     from outages o order by o.away_at desc limit $1`,
    [limit],
  );
  return rows.map(({ away_at, back_at, ...outage }) => ({
    ...outage,
    away_at: instant(away_at.getTime()),
    back_at: back_at && instant(back_at.getTime()),
  }));
}
