import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import type { Log } from '../../lib/log.ts';
import {
  type ChannelSwitch,
  markAway,
  markBack,
  readSwitch,
  releaseProbe,
  takeProbe,
} from '../../modules/notifications/deliveries/index.ts';
import { pauseOfBreaker } from './breaker.ts';
import { type Channel, type Outcome, reachedProvider } from './channel.ts';
import type { OutboxLimits } from './limits.ts';
import { openRate, type Rate } from './rate.ts';

export interface Permission {
  /** How many may be claimed now. */
  count: number;
  /** The one message that tries whether the provider is back. */
  probe: boolean;
  /** When `count` is 0: how long until asking again makes sense. */
  wait_ms: number;
}

/**
 * Decides how many messages may leave: all there is room for; none while the channel is paused or its provider
 * away; one as a probe when its time has come; and a set rate while the line drains after an outage.
 *
 * What it knows lies in the row of the channel, which every claim looks at: all processes agree without talking,
 * and one of them probes for all.
 */
export interface Gate {
  /** Asked before each claim. */
  ask(room: number): Promise<Permission>;
  /** Told after each claim how many there were. @returns false when there were none because the row says no */
  claimed(count: number, permission: Permission): Promise<boolean>;
  /** Told of each outcome, before it is recorded. */
  tried(outcome: Outcome, probe: boolean): Promise<void>;
}

interface GateOptions {
  database: Database;
  clock: Clock;
  log: Log;
  channel: Channel;
  limits: OutboxLimits;
}

export function openGate({ database, clock, log, channel, limits }: GateOptions): Gate {
  const name = channel.name;
  let open = true;
  /** Tries in a row that found nobody, as the row said when this process took the probe. */
  let failures = 0;
  let drain: Rate | null = null;
  let marking: Promise<void> | null = null;

  async function ask(room: number): Promise<Permission> {
    if (!open) {
      const state = await look();
      if (!open) return state ? askToProbe(state) : wait(limits.poll_ms);
    }
    if (!drain) return { count: room, probe: false, wait_ms: 0 };
    const count = Math.min(room, drain.allowance(performance.now()));
    return { count, probe: false, wait_ms: 1_000 / limits.drain_per_second };
  }

  /** Reads the row. What this process then learns to be away will drain at the set rate. */
  async function look(): Promise<ChannelSwitch | null> {
    const state = await readSwitch(database, name);
    open = state !== null && !state.paused_at && !state.away_since;
    if (state?.away_since) drain = openRate(limits.drain_per_second, performance.now());
    return state;
  }

  async function askToProbe(state: ChannelSwitch): Promise<Permission> {
    if (state.paused_at) return wait(limits.poll_ms);
    const now_ms = clock.now();
    const next_try_in_ms = (state.next_try_at?.getTime() ?? now_ms) - now_ms;
    if (next_try_in_ms > 0) return wait(Math.min(limits.poll_ms, next_try_in_ms));
    const failed = await takeProbe(database, { channel: name, now_ms, until_ms: now_ms + limits.lease_ms });
    if (failed === null) return wait(limits.poll_ms);
    failures = failed;
    return { count: 1, probe: true, wait_ms: 0 };
  }

  async function claimed(count: number, permission: Permission): Promise<boolean> {
    if (permission.probe) {
      // Nothing waits, so nobody can tell; whoever comes next may try at once.
      if (count === 0) await releaseProbe(database, name, clock.now());
      return true;
    }
    drain?.spend(count);
    if (count < permission.count) drain = null;
    if (count === 0) await look();
    return open;
  }

  async function tried(outcome: Outcome, probe: boolean): Promise<void> {
    if (outcome.kind === 'away') {
      // Those that were on their way together find the same outage: it is noted once, and all wait for that.
      if (open || probe) marking = noteAway(outcome.error, probe ? failures + 1 : 1);
      await marking;
    } else if (probe && !reachedProvider(outcome)) {
      // The probe never got there: the next message tries.
      await releaseProbe(database, name, clock.now());
    } else if (probe) {
      await markBack(database, name, clock.now());
      open = true;
      log.info({ channel: name }, 'The provider answers again; the line drains');
    }
  }

  async function noteAway(reason: string, failed: number): Promise<void> {
    open = false;
    const now_ms = clock.now();
    const pause_ms = pauseOfBreaker(failed, Math.random());
    if (failed === 1) log.warn({ channel: name, reason }, 'The provider does not answer; messages wait');
    await markAway(database, {
      channel: name,
      now_ms,
      next_try_at_ms: now_ms + pause_ms,
      failures: failed,
      reason,
    });
  }

  return { ask, claimed, tried };
}

function wait(wait_ms: number): Permission {
  return { count: 0, probe: false, wait_ms };
}
