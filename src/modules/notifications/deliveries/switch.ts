import type { Database } from '../../../lib/database.ts';

/** The state of one channel, shared by every process through its row. */
export interface ChannelSwitch {
  channel: string;
  /** Paused by a person since then. */
  paused_at: Date | null;
  /** Its provider has not answered since then. */
  away_since: Date | null;
  /** Tries in a row that found nobody. */
  failures: number;
  next_try_at: Date | null;
  away_reason: string | null;
}

export async function readSwitches(database: Database): Promise<ChannelSwitch[]> {
  const { rows } = await database.query<ChannelSwitch>(
    'select channel, paused_at, away_since, failures, next_try_at, away_reason from channels order by channel',
  );
  return rows;
}

export async function readSwitch(database: Database, channel: string): Promise<ChannelSwitch | null> {
  const { rows } = await database.query<ChannelSwitch>({
    name: 'channel_switch',
    text: `select channel, paused_at, away_since, failures, next_try_at, away_reason
           from channels where channel = $1`,
    values: [channel],
  });
  return rows[0] ?? null;
}

/**
 * Stops or restarts a channel by hand. Messages wait meanwhile; those on their way arrive.
 * @returns false when there is no such channel
 */
export async function setPaused(
  database: Database,
  channel: string,
  paused: boolean,
  now_ms: number,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `update channels set paused_at = case when $2 then coalesce(paused_at, $3) end where channel = $1`,
    [channel, paused, new Date(now_ms)],
  );
  return rowCount === 1;
}

/** Notes that the provider did not answer. Two processes that notice the same outage count as one. */
export async function markAway(
  database: Database,
  away: { channel: string; now_ms: number; next_try_at_ms: number; failures: number; reason: string },
): Promise<void> {
  await database.query(
    `with away as (
       update channels set away_since = coalesce(away_since, $2), failures = greatest(failures, $4),
         next_try_at = $3, away_reason = $5 where channel = $1 returning channel, away_since)
     insert into outages (channel, away_at, reason) select channel, away_since, $5 from away
     on conflict (channel, away_at) do update set reason = excluded.reason`,
    [away.channel, new Date(away.now_ms), new Date(away.next_try_at_ms), away.failures, away.reason],
  );
}

/** Notes that the provider answers again, and how many messages waited for it. */
export async function markBack(database: Database, channel: string, now_ms: number): Promise<void> {
  await database.query(
    `with back as (
       update channels c set away_since = null, failures = 0, next_try_at = null, away_reason = null
       from (select channel, away_since from channels where channel = $1 for update) before
       where c.channel = before.channel and before.away_since is not null
       returning c.channel, before.away_since)
     update outages o set back_at = $2, waited = (select count(*) from deliveries d
         where d.channel = o.channel and d.status in ('waiting', 'sending') and d.due_at <= $2)
     from back b where o.channel = b.channel and o.away_at = b.away_since`,
    [channel, new Date(now_ms)],
  );
}

/**
 * Asks to be the one process that tries whether the provider is back. The next try moves to `until_ms`, so
 * that another process takes over should this one die.
 *
 * @returns how many tries have failed so far, or null when it is not time or somebody else is trying
 */
export async function takeProbe(
  database: Database,
  probe: { channel: string; now_ms: number; until_ms: number },
): Promise<number | null> {
  const { rows } = await database.query<{ failures: number }>({
    name: 'channel_probe',
    text: `update channels set next_try_at = $3
           where channel = $1 and next_try_at <= $2 and paused_at is null returning failures`,
    values: [probe.channel, new Date(probe.now_ms), new Date(probe.until_ms)],
  });
  return rows[0]?.failures ?? null;
}

/** Gives the right to try back unused: there was nothing to try with. */
export async function releaseProbe(database: Database, channel: string, now_ms: number): Promise<void> {
  await database.query('update channels set next_try_at = $2 where channel = $1 and away_since is not null', [
    channel,
    new Date(now_ms),
  ]);
}
