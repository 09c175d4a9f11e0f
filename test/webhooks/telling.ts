import {
  openGuard,
  openPoster,
  openWebhookSender,
  type WebhookSender,
} from '../../src/channels/webhook/index.ts';
import type { webhook_limits } from '../../src/channels/webhook/limits.ts';
import type { Clock } from '../../src/lib/clock.ts';
import type { Database } from '../../src/lib/database.ts';
import { openLog } from '../../src/lib/log.ts';
import { composeStory } from '../../src/modules/composition.ts';
import type { NewWebhookEndpoint } from '../../src/modules/webhooks/endpoints/change.ts';
import {
  createWebhookEndpoint,
  openWebhookWriter,
  webhooksModule,
} from '../../src/modules/webhooks/index.ts';
import { ledgerOn, placeAll } from '../support/ledgers.ts';
import { place } from '../support/stories.ts';

export const silent = openLog({ level: 'silent' });
export const NOW = '2026-03-02T12:00:00Z';

/** A ledger that plans webhooks and nothing else. */
export const tellingLedger = (database: Database) => ledgerOn(database, [webhooksModule]);

type Wish = Partial<NewWebhookEndpoint> & { url: string };

/** An endpoint for everything, of the shop, unless told otherwise. */
export async function listen(database: Database, wish: Wish, now: string | number = NOW) {
  const all = { types: ['*'], seller: null, description: null, ...wish };
  return (await createWebhookEndpoint(database, all, new Date(now).getTime()))!;
}

/** Places orders `<prefix>-1 ..`, which tells everybody who listens once each. */
export async function tell(database: Database, prefix: string, count = 1): Promise<void> {
  const orders = Array.from({ length: count }, (_, index) => {
    const wish = place({ number: `${prefix}-${index + 1}` });
    return { ...wish, recorded_at: NOW };
  });
  await placeAll(tellingLedger(database), orders);
}

interface Sending {
  database: Database;
  clock: Clock;
  limits?: Partial<typeof webhook_limits>;
}

/** A sender that looks often, and calls this machine. */
export function openSender({ database, clock, limits }: Sending): WebhookSender {
  return openWebhookSender({
    database,
    clock,
    log: silent,
    write: openWebhookWriter(database, composeStory()),
    poster: openPoster(openGuard({ private_hosts: true })),
    limits: { poll_ms: 20, reclaim_every_ms: 100, timeout_ms: 1_000, ...limits },
  });
}

export interface DeliveryRow {
  order_number: string;
  status: string;
  attempts: number;
  due_at: Date;
  tries: { at: string; http_status: number | null; error: string | null }[];
}

export async function deliveriesOf(database: Database, endpoint: string): Promise<DeliveryRow[]> {
  const { rows } = await database.query(
    `select order_number, status, attempts, due_at, tries from webhook_deliveries where endpoint = $1
     order by order_number, fact_version`,
    [endpoint],
  );
  return rows;
}

export async function statusOf(database: Database, endpoint: string) {
  const { rows } = await database.query('select * from webhook_endpoints where id = $1', [endpoint]);
  return rows[0];
}
