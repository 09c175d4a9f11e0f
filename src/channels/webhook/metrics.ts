import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Database } from '../../lib/database.ts';
import { countWebhooks, type TryOutcome } from '../../modules/webhooks/index.ts';

export interface WebhookMetrics {
  /** One try ended so. */
  tried(outcome: TryOutcome): void;
  /** From the commit of a fact to the receiver's 2xx. */
  delivered(wait_ms: number): void;
}

/** Seconds: an idle receiver is told within milliseconds, one that was away within days. */
const wait_buckets = [0.01, 0.05, 0.25, 1, 5, 30, 300, 3_600, 14_400, 86_400];

/** Figures of the senders for /metrics. The gauges are read from the database when somebody asks. */
export function registerWebhookMetrics(registry: Registry, database: Database): WebhookMetrics {
  const registers = [registry];
  const tries = new Counter({
    name: 'tidings_webhook_tries_total',
    help: 'Tries to tell another system, by what became of them',
    labelNames: ['outcome'],
    registers,
  });
  const wait = new Histogram({
    name: 'tidings_webhook_wait_seconds',
    help: 'Time from a fact to another system having taken it',
    buckets: wait_buckets,
    registers,
  });
  new Gauge({
    name: 'tidings_webhooks_waiting',
    help: 'Messages to other systems in the line',
    registers,
    async collect() {
      await countWebhooks(database).then(
        ({ waiting }) => this.set(waiting),
        () => this.reset(),
      );
    },
  });
  new Gauge({
    name: 'tidings_webhook_endpoints',
    help: 'Endpoints that fail, and those that are disabled',
    labelNames: ['status'],
    registers,
    async collect() {
      const counts = await countWebhooks(database).catch(() => null);
      if (counts === null) return this.reset();
      this.set({ status: 'failing' }, counts.failing);
      this.set({ status: 'disabled' }, counts.disabled);
    },
  });
  return {
    tried: (outcome) => tries.inc({ outcome }),
    delivered: (wait_ms) => wait.observe(wait_ms / 1_000),
  };
}
