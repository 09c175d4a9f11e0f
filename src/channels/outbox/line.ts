import type { Clock } from '../../lib/clock.ts';
import { type Database, databaseIsAway } from '../../lib/database.ts';
import type { Log } from '../../lib/log.ts';
import {
  type ClaimedDelivery,
  claimDeliveries,
  type DeliveryResult,
  recordResults,
} from '../../modules/notifications/deliveries/index.ts';
import type { Channel, Outcome } from './channel.ts';
import { type Gate, openGate } from './gate.ts';
import type { OutboxLimits } from './limits.ts';
import type { OutboxMetrics } from './metrics.ts';
import { openRecorder } from './recorder.ts';
import { resultOf } from './result.ts';
import { openWaker } from './waker.ts';

export interface LineOptions {
  database: Database;
  clock: Clock;
  log: Log;
  channel: Channel;
  /** See OutboxOptions. */
  stand_ins: readonly string[];
  limits: OutboxLimits;
  metrics: OutboxMetrics | null;
}

/** The line in front of one channel, as one process works on it. */
export interface Line {
  /** Something may be due: looks at once. */
  wake(): void;
  /** Takes nothing more, waits a bounded time for what is on its way, and writes it down. */
  close(): Promise<void>;
}

/**
 * Works on a line until it is closed: claims as many as the channel has room for, sends them side by side, and
 * writes the results down while the next ones are on their way.
 */
export function openLine(options: LineOptions): Line {
  const { database, clock, log, channel, limits, metrics } = options;
  const recorder = openRecorder<DeliveryResult>({
    log,
    store: (results) => recordResults(database, results, clock.now(), options.stand_ins),
  });
  const gate: Gate = openGate(options);
  const waker = openWaker();
  const onTheirWay = new Set<Promise<void>>();
  let closing = false;

  async function run(): Promise<void> {
    while (!closing) {
      try {
        await step();
      } catch (error) {
        log.warn({ err: error, channel: channel.name }, 'The line cannot be read');
        await waker.sleep(limits.poll_ms, 'soundly');
      }
    }
  }

  async function step(): Promise<void> {
    // Refilling in halves keeps the channel busy and each claim worth its round trip.
    const room = channel.concurrency - onTheirWay.size;
    if (onTheirWay.size > 0 && room < channel.concurrency / 2) {
      await Promise.race(onTheirWay);
      return;
    }
    const permission = await gate.ask(room);
    if (permission.count === 0) return waker.sleep(permission.wait_ms, 'soundly');
    waker.listen();
    const claimed = await claimDeliveries(database, {
      channel: channel.name,
      now_ms: clock.now(),
      lease_ms: limits.lease_ms,
      limit: permission.count,
      probe: permission.probe,
    });
    for (const delivery of claimed) launch(delivery, permission.probe);
    const open = await gate.claimed(claimed.length, permission);
    if (claimed.length === 0) return waker.sleep(limits.poll_ms, open ? 'lightly' : 'soundly');
    if (permission.probe) await Promise.all(onTheirWay);
  }

  function launch(delivery: ClaimedDelivery, probe: boolean): void {
    const sending = send(delivery, probe).finally(() => onTheirWay.delete(sending));
    onTheirWay.add(sending);
  }

  async function send(delivery: ClaimedDelivery, probe: boolean): Promise<void> {
    const outcome = await attempt(delivery);
    metrics?.tried(channel.name, outcome.kind);
    const now_ms = clock.now();
    if (outcome.kind === 'sent') {
      metrics?.delivered(channel.name, now_ms - Date.parse(delivery.notification.created_at));
    }
    // The gate first: given back too early, the message would be claimed again at once.
    await gate.tried(outcome, probe).catch((error) => {
      log.warn({ err: error, channel: channel.name }, 'The state of the channel is not written');
    });
    void recorder.record(resultOf(delivery, outcome, now_ms, Math.random()));
  }

  async function attempt(delivery: ClaimedDelivery): Promise<Outcome> {
    try {
      return await channel.send(delivery, AbortSignal.timeout(limits.send_timeout_ms));
    } catch (error) {
      if (databaseIsAway(error)) return { kind: 'unready', error: 'database_away' };
      const { order_number, type } = delivery.notification;
      log.error({ err: error, order_number, type }, 'A message could not be made');
      return { kind: 'unwritten', error: `internal: ${error instanceof Error ? error.name : 'error'}` };
    }
  }

  const running = run();
  return {
    wake: waker.wake,
    async close() {
      closing = true;
      waker.wakeForGood();
      await running;
      const patience = AbortSignal.timeout(limits.close_timeout_ms);
      const expired = new Promise((resolve) => patience.addEventListener('abort', resolve, { once: true }));
      await Promise.race([Promise.all(onTheirWay), expired]);
      recorder.giveUpWaiting();
      await recorder.finished();
    },
  };
}
