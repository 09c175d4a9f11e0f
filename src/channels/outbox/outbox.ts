import type { Registry } from 'prom-client';
import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import type { Log } from '../../lib/log.ts';
import { reclaimExpired } from '../../modules/notifications/deliveries/index.ts';
import type { Channel } from './channel.ts';
import { type OutboxLimits, outbox_limits } from './limits.ts';
import { openLine } from './line.ts';
import { listenForDeliveries } from './listen.ts';
import { type OutboxMetrics, registerOutboxMetrics } from './metrics.ts';
import { attempts_max } from './retry.ts';

export interface OutboxOptions {
  database: Database;
  clock: Clock;
  log: Log;
  channels: readonly Channel[];
  /**
   * Names of channels in the order in which they stand in for each other when a mandatory message cannot be told by
   * one. Absent: all of `channels`.
   */
  stand_ins?: readonly string[];
  registry?: Registry;
  limits?: Partial<OutboxLimits>;
}

/** Sends what is planned. Any number of processes may have one on the same database. */
export interface Outbox {
  /** Something was planned by this process: looks at once. Costs nothing when it is already looking. */
  wake(): void;
  /** Stops taking messages, waits a bounded time for those on their way, and closes the channels. */
  close(): Promise<void>;
}

export function openOutbox(options: OutboxOptions): Outbox {
  const { database, clock, log, channels } = options;
  const limits = { ...outbox_limits, ...options.limits };
  const metrics = options.registry ? registerOutboxMetrics(options.registry, database) : null;
  const stand_ins = options.stand_ins ?? channels.map(({ name }) => name);
  const lines = channels.map((channel) =>
    openLine({ database, clock, log, channel, stand_ins, limits, metrics }),
  );
  const wake = (): void => {
    for (const line of lines) line.wake();
  };
  const listener = listenForDeliveries(database, log, wake);
  const sweeping = sweep();
  const timer = setInterval(() => void sweep(), limits.reclaim_every_ms);

  async function sweep(): Promise<void> {
    await reclaim({ database, clock, log, limits, metrics, wake });
  }

  return {
    wake,
    async close() {
      clearInterval(timer);
      await sweeping;
      await listener.close();
      await Promise.all(lines.map((line) => line.close()));
      await Promise.all(channels.map((channel) => channel.close()));
    },
  };
}

interface Reclaiming {
  database: Database;
  clock: Clock;
  log: Log;
  limits: OutboxLimits;
  metrics: OutboxMetrics | null;
  wake(): void;
}

/** Takes back what dead senders held. The database being away is the lines' business to report. */
async function reclaim({ database, clock, log, limits, metrics, wake }: Reclaiming): Promise<void> {
  try {
    const count = await reclaimExpired(database, {
      now_ms: clock.now(),
      pause_ms: limits.reclaim_pause_ms,
      attempts_max,
      limit: limits.reclaim_batch,
    });
    if (count === 0) return;
    log.warn({ count }, 'Messages of a sender that stopped were put back into the line');
    metrics?.reclaimed(count);
    wake();
  } catch (error) {
    log.debug({ err: error }, 'Messages of senders that stopped were not looked for');
  }
}
