import { Hono } from 'hono';
import { expect } from 'vitest';
import { type ApiDeps, apiRoutes, openMetrics } from '../../src/api/index.ts';
import { withPersonal } from '../../src/channels/email/personal-writer.ts';
import { openWriter, type Writer } from '../../src/channels/email/writer.ts';
import { openPreviews } from '../../src/channels/preview.ts';
import { openTeller } from '../../src/channels/teller.ts';
import { openGuard, openPoster } from '../../src/channels/webhook/index.ts';
import { loadConfig } from '../../src/config.ts';
import { health } from '../../src/health.ts';
import { type FixedClock, fixedClock } from '../../src/lib/clock.ts';
import { type Database, openPool } from '../../src/lib/database.ts';
import { openLog } from '../../src/lib/log.ts';
import { serverSecret } from '../../src/lib/secrets.ts';
import { openTallies } from '../../src/lib/tallies.ts';
import { createKey, ensureApiKey, KeyRing } from '../../src/modules/api-keys/index.ts';
import { composeStory, projectStory, STORY_COLUMNS } from '../../src/modules/composition.ts';
import { openNaming, openNotifications } from '../../src/modules/notifications/index.ts';
import { openTellPerson } from '../../src/modules/notifications/personal/index.ts';
import { readOrders } from '../../src/modules/order-view/index.ts';
import { LookupLimits } from '../../src/modules/order-view/lookup.ts';
import { STATE_VERSION, type State } from '../../src/modules/state.ts';
import { webhooksModule } from '../../src/modules/webhooks/index.ts';
import { openLedger } from '../../src/story/index.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** The whole API on the real ledger and a database of its own, called without a socket. */
export interface TestApi {
  deps: TestDeps;
  clock: FixedClock;
  database: TestDatabase;
  app: Hono;
  /** JSON in, JSON out, with the admin key unless told otherwise. */
  call(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Told>;
  /** Bearer of a new key. */
  key(...scopes: string[]): Promise<string>;
  /** Takes the database away from the API, for good. */
  cutOff(): Promise<void>;
  close(): Promise<void>;
}

export interface CallOptions {
  /** Null: no key. */
  key?: string | null;
  headers?: Record<string, string>;
}

export interface Told {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of an answer
  body: any;
  headers: Headers;
}

const pool_size = 5;

export const admin_key = 'the-admin-key-of-the-tests';
/** When every test happens. */
export const NOW = '2026-03-02T12:00:00Z';

export async function testApi(env: Record<string, string> = {}): Promise<TestApi> {
  const database = await testDatabase();
  const clock = fixedClock(NOW);
  // Its own, so that it can be cut off while the test still looks at the rows.
  const pool = openPool(database.url, openLog({ level: 'silent' }), pool_size);
  const deps = await openDeps(pool, clock, env);
  await ensureApiKey(database.pool, admin_key, clock.now());
  const app = new Hono().route('/', health(pool)).route('/', apiRoutes(deps));
  return {
    deps,
    clock,
    database,
    app,
    call: (method, path, body, options) => call(app, method, path, body, options),
    key: async (...scopes) =>
      (await createKey(database.pool, { label: 'a test', scopes }, clock.now())).secret,
    cutOff: () => pool.end(),
    close: async () => {
      if (!pool.ended) await pool.end();
      await database.close();
    },
  };
}

type TestDeps = ApiDeps & { mails: { write: Writer } };

async function openDeps(pool: Database, clock: FixedClock, env: Record<string, string>): Promise<TestDeps> {
  const loaded = loadConfig(env);
  if (!('config' in loaded)) throw new Error(loaded.mistakes.join('\n'));
  const { config } = loaded;
  const secrets = await serverSecret(pool);
  const notifications = openNotifications(openNaming(secrets.current));
  const composition = composeStory([notifications, webhooksModule], config.delays);
  const ledger = openLedger<State>({
    pool,
    composition,
    state_version: STATE_VERSION,
    columns: STORY_COLUMNS,
    project: projectStory,
  });
  const orders = readOrders(pool, composition);
  const shop = { name: config.shop.name, public_url: 'http://tidings.test', mail_from: config.mailFrom };
  const seller_defaults = { locale: config.shop.locale, time_zone: config.shop.timeZone };
  const teller = openTeller({
    database: pool,
    orders,
    secrets,
    shop,
    clock,
    seller_defaults,
    listing_url: config.listingUrl,
  });
  const write = withPersonal(openWriter({ teller, secrets }), { database: pool, shop });
  // Names lead nowhere: no test asks the network.
  const guard = openGuard({ private_hosts: config.privateHosts, resolve: async () => [] });
  return {
    config,
    clock,
    log: openLog({ level: 'error' }),
    database: pool,
    ledger,
    composition,
    orders,
    secrets,
    webhooks: { guard, poster: openPoster(guard), wake() {} },
    mails: { previews: openPreviews(teller, write), write, wake() {} },
    lookup_limits: new LookupLimits(config.lookupLimit, openTallies(pool, secrets.current)),
    metrics: openMetrics(),
    keys: new KeyRing({ database: pool, clock }),
    channels: ['email', 'sms'],
    tellPerson: openTellPerson(pool, () => {}),
    public_url: 'http://tidings.test',
  };
}

async function call(
  app: Hono,
  method: string,
  path: string,
  body?: unknown,
  { key = admin_key, headers = {} }: CallOptions = {},
): Promise<Told> {
  const response = await app.request(path, {
    method,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  if (response.status >= 400) expect(type).toBe('application/problem+json');
  return {
    status: response.status,
    body: type.includes('json') ? JSON.parse(text) : text,
    headers: response.headers,
  };
}

let numbers = 0;

/** An order of two lines of two sellers, 2398 in all, placed yesterday; `changes` go over it. */
export function anOrder(changes: Record<string, unknown> = {}) {
  numbers += 1;
  return {
    number: `T-${numbers}`,
    placed_at: '2026-03-01T10:00:00Z',
    currency: 'USD',
    locale: 'en',
    time_zone: 'America/New_York',
    customer: { id: 'c-1', email: 'buyer@example.com', name: 'Ann Buyer', phone: null },
    ship_to: { name: 'Ann Buyer', line1: '1 Main St', city: 'Boston', country: 'US' },
    delivery_option: 'standard',
    payment: { method: 'card', status: 'paid', reference: 'pi_1' },
    lines: [
      aLine({ id: '1', seller: 's-1', unit_price: 1000, quantity: 1 }),
      aLine({ id: '2', seller: 's-2', unit_price: 500, quantity: 2 }),
    ],
    shipping_price: 398,
    tax: 0,
    discount: 0,
    ...changes,
  };
}

export function aLine(changes: Record<string, unknown> = {}) {
  const promise = { earliest: '2026-03-05', latest: '2026-03-09' };
  return { id: '1', sku: 'book-1', title: 'A book', quantity: 1, unit_price: 1000, promise, ...changes };
}
