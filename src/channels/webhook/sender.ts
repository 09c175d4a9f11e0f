import type { Registry } from 'prom-client';
import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import type { Log } from '../../lib/log.ts';
import {
  type ClaimedWebhook,
  reclaimWebhooks,
  recordWebhooks,
  type TryOutcome,
  type WebhookResult,
  type WebhookWriter,
  webhook_attempts_max,
} from '../../modules/webhooks/index.ts';
import { openRecorder, type Recorder } from '../outbox/recorder.ts';
import { type Lane, openLane } from './lane.ts';
import { type WebhookLimits, webhook_limits } from './limits.ts';
import { registerWebhookMetrics } from './metrics.ts';
import type { Poster } from './post.ts';
import { webhookResult } from './result.ts';
import { tryOnce } from './send.ts';

export interface SenderOptions {
  database: Database;
  clock: Clock;
  log: Log;
  write: WebhookWriter;
  poster: Poster;
  registry?: Registry;
  limits?: Partial<WebhookLimits>;
}

/** Tells other systems what is planned. Any number of processes may have one on the same database. */
export interface WebhookSender {
  /** Something was planned: looks at once. Costs nothing when it is already looking, or nobody listens. */
  wake(): void;
  /** Claims nothing more, waits a bounded time for what is on its way, and gives back the rest. */
  close(): Promise<void>;
}

export function openWebhookSender(options: SenderOptions): WebhookSender {
  const { database, clock, log, registry } = options;
  const limits = { ...webhook_limits, ...options.limits };
  const metrics = registry ? registerWebhookMetrics(registry, database) : null;
  const stopping = new AbortController();
  const recorder: Recorder<WebhookResult> = openRecorder({ log, store });

  async function store(results: WebhookResult[]): Promise<void> {
    const disabled = await recordWebhooks(database, results, clock.now(), Math.random());
    for (const { endpoint, reason } of disabled)
      log.warn({ endpoint, reason }, 'A webhook endpoint was disabled');
  }

  async function send(claimed: ClaimedWebhook): Promise<TryOutcome> {
    const signal = AbortSignal.any([AbortSignal.timeout(limits.timeout_ms), stopping.signal]);
    const attempt = await tryOnce(options, claimed, signal);
    const result = webhookResult(claimed, attempt, limits, Math.random());
    metrics?.tried(result.outcome);
    if (result.outcome === 'delivered') metrics?.delivered(clock.now() - claimed.created_at.getTime());
    await recorder.record(result);
    return result.outcome;
  }

  /** There is room again, and what failed may have changed lanes. */
  function settled(outcome: TryOutcome): void {
    well.wake();
    if (outcome !== 'delivered') ill.wake();
  }

  const common = { database, clock, log, limits, send, settled, onTheirWay: new Map<string, number>() };
  const { concurrency, per_endpoint, failing_concurrency } = limits;
  const well: Lane = openLane({ ...common, failing: false, concurrency, per_endpoint });
  const ill: Lane = openLane({ ...common, failing: true, concurrency: failing_concurrency, per_endpoint: 1 });
  const lanes = [well, ill];
  let sweeping = sweep();
  const timer = setInterval(() => {
    sweeping = sweep();
  }, limits.reclaim_every_ms);

  async function sweep(): Promise<void> {
    try {
      const put_back = await reclaimWebhooks(database, {
        ...{ now_ms: clock.now(), attempts_max: webhook_attempts_max, limit: limits.reclaim_batch },
      });
      if (put_back === 0) return;
      log.warn({ count: put_back }, 'Webhooks of a sender that stopped were put back into the line');
      for (const lane of lanes) lane.wake();
    } catch (error) {
      log.debug({ err: error }, 'Webhooks of senders that stopped were not looked for');
    }
  }

  return {
    // An endpoint that fails is not helped by news.
    wake: well.wake,
    async close() {
      clearInterval(timer);
      await sweeping;
      const patience = setTimeout(() => {
        stopping.abort();
        recorder.giveUpWaiting();
      }, limits.close_timeout_ms);
      await Promise.all(lanes.map((lane) => lane.close()));
      clearTimeout(patience);
    },
  };
}
