import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Database } from '../../lib/database.ts';
import { countWaiting, readSwitches } from '../../modules/notifications/deliveries/index.ts';
import type { Outcome } from './channel.ts';

export interface OutboxMetrics {
  /** One try ended so. */
  tried(channel: string, outcome: Outcome['kind']): void;
  /** From the commit that planned a message to the provider's answer. */
  delivered(channel: string, wait_ms: number): void;
  reclaimed(count: number): void;
}

/** Seconds: in an ordinary second a mail leaves within milliseconds, after an outage within hours. */
const wait_buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300, 3_600, 14_400];

/** Figures of the outbox for /metrics. The gauges are read from the database when somebody asks. */
export function registerOutboxMetrics(registry: Registry, database: Database): OutboxMetrics {
  const tries = new Counter({
    name: 'tidings_delivery_tries_total',
    help: 'Tries to deliver a message, by channel and what became of them',
    labelNames: ['channel', 'outcome'],
    registers: [registry],
  });
  const wait = new Histogram({
    name: 'tidings_delivery_wait_seconds',
    help: 'Time from planning a message to its provider taking it',
    labelNames: ['channel'],
    buckets: wait_buckets,
    registers: [registry],
  });
  const reclaims = new Counter({
    name: 'tidings_deliveries_reclaimed_total',
    help: 'Deliveries taken back from a sender that stopped without an answer',
    registers: [registry],
  });
  registerGauges(registry, database);
  return {
    tried: (channel, outcome) => tries.inc({ channel, outcome }),
    delivered: (channel, wait_ms) => wait.observe({ channel }, wait_ms / 1_000),
    reclaimed: (count) => reclaims.inc(count),
  };
}

function registerGauges(registry: Registry, database: Database): void {
  const gauge = (name: string, help: string, read: () => Promise<{ channel: string; value: number }[]>) =>
    new Gauge({
      name,
      help,
      labelNames: ['channel'],
      registers: [registry],
      async collect() {
        this.reset();
        // Without a database there is no figure; the others are still asked for.
        const values = await read().catch(() => []);
        for (const { channel, value } of values) this.set({ channel }, value);
      },
    });
  gauge('tidings_deliveries_waiting', 'Deliveries in the line, by channel', async () =>
    (await countWaiting(database)).map(({ channel, waiting }) => ({ channel, value: waiting })),
  );
  gauge('tidings_channel_away', '1 while the provider of a channel does not answer', async () =>
    (await readSwitches(database)).map(({ channel, away_since }) => ({ channel, value: away_since ? 1 : 0 })),
  );
  gauge('tidings_channel_paused', '1 while a channel is paused by a person', async () =>
    (await readSwitches(database)).map(({ channel, paused_at }) => ({ channel, value: paused_at ? 1 : 0 })),
  );
}
