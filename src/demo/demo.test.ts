import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApi, testApi } from '../../test/support/api.ts';
import { composition } from '../../test/support/stories.ts';
import { readReturnedOrders } from '../channels/email/inbound/index.ts';
import { openAddresses } from '../modules/addresses/index.ts';
import type { AnyFact } from '../modules/facts.ts';
import { viewOrder } from '../modules/order-view/index.ts';
import { statusOf } from '../modules/order-view/status.ts';
import { findSuggestions, isUntroubled, occasionOf } from '../modules/recommendations/index.ts';
import { looksMistyped } from '../modules/shipments/carrier/index.ts';
import type { State } from '../modules/state.ts';
import { appendFacts } from '../story/index.ts';
import { BOOKS } from './books.ts';
import { DEMO_ORDERS, EARLIER_ORDERS } from './orders/index.ts';
import { demoPictures } from './pictures.ts';
import { demoCommands, seedDemo } from './seed.ts';

const public_url = 'http://127.0.0.1:3000';

/** Tells the whole demonstration to the rules of an order, without a database: facts and state of each order. */
function tellAt(now: string): Map<string, { state: State; facts: AnyFact[] }> {
  const orders = new Map<string, { state: State; facts: AnyFact[] }>();
  for (const command of demoCommands(Date.parse(now), public_url)) {
    const order = orders.get(command.order) ?? { state: composition.initial(), facts: [] };
    orders.set(command.order, order);
    const decision = composition.decide(order.state, command);
    if ('refusal' in decision) throw new Error(`${command.order} ${command.type}: ${decision.refusal.code}`);
    expect(decision.facts.length, `${command.order} ${command.type} changes something`).toBeGreaterThan(0);
    const facts = appendFacts(composition, order.state, command, decision.facts, order.facts.length);
    order.facts.push(...(facts as AnyFact[]));
  }
  return orders;
}

/** Around the clock, on every day of a week, and over the ends of daylight saving and of a year. */
const NOWS = [
  ...Array.from(
    { length: 24 },
    (_, hour) => `2026-06-${String(10 + (hour % 7))}T${String(hour).padStart(2, '0')}:20:00Z`,
  ),
  ...[
    '2026-03-29T01:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-11-01T06:30:00Z',
    '2027-01-01T00:00:00Z',
    '2028-02-29T12:00:00Z',
  ],
];

describe.each(NOWS)('begun at %s', (now) => {
  test('every order is where its description says', () => {
    const told = tellAt(now);
    const statuses = Object.fromEntries([...told].map(([number, { state }]) => [number, statusOf(state)]));
    expect(statuses).toEqual(
      Object.fromEntries([...EARLIER_ORDERS, ...DEMO_ORDERS].map(({ number, status }) => [number, status])),
    );
    const stage = (number: string) =>
      told.get(number)!.state.shipments.shipments.map((shipment) => shipment.stage);
    expect(stage('HB-1001')).toEqual(['in_transit']);
    expect(stage('HB-1007')).toEqual(['out_for_delivery']);
    expect(stage('HB-1008')).toEqual(['available_for_pickup']);
    expect(stage('HB-1009')).toEqual(['attempt_failed']);
    expect(stage('HB-1010')).toEqual(['delivered', 'in_transit']);
    expect(stage('HB-1011')).toEqual(['delivered']);
  });

  test('all of it lies in the past, and every story in the order of time', () => {
    for (const { facts } of tellAt(now).values()) {
      const times = facts.map(({ at }) => at);
      expect(times).toEqual(times.toSorted());
      expect(times.at(-1)! <= now).toBe(true);
      for (const fact of facts) if (fact.type === 'OrderPlaced') promisesAreInOrder(fact);
    }
  });
});

function promisesAreInOrder(fact: Extract<AnyFact, { type: 'OrderPlaced' }>) {
  for (const { promise } of fact.data.lines) {
    if (!promise) continue;
    expect(promise.earliest <= promise.latest).toBe(true);
    expect(promise.earliest >= fact.at.slice(0, 10)).toBe(true);
  }
}

test('the first order is the story of the shop: split, delayed, and the late book can be canceled', () => {
  const { facts, state } = tellAt('2026-06-10T12:00:00Z').get('HB-1001')!;
  const types = facts.map(({ type }) => type);
  expect(types).toEqual([
    'OrderPlaced',
    'OrderHandedOff',
    'ShipmentDispatched',
    'OrderSplit',
    'ScanRecorded',
    'ScanRecorded',
    'PromiseRevised',
    'DecisionAsked',
  ]);
  const [, late] = state.order!.lines;
  expect(late).toMatchObject({
    revisions: 1,
    revised: { reason: 'reprint' },
    quantity: { shipped: 0, packed: 0 },
  });
});

test('the same moment tells the same tale', () => {
  const now_ms = Date.parse('2026-06-10T12:00:00Z');
  expect(demoCommands(now_ms, public_url)).toEqual(demoCommands(now_ms, public_url));
  const ids = demoCommands(now_ms, public_url).map((command) => command.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('tracking numbers have their check digits, and none is used twice', () => {
  const numbers = [...tellAt('2026-06-10T12:00:00Z').values()].flatMap(({ state }) =>
    state.shipments.shipments.map(({ carrier, tracking_number }) => [carrier!, tracking_number!] as const),
  );
  expect(numbers.filter(([carrier, number]) => looksMistyped(carrier, number))).toEqual([]);
  expect(new Set(numbers.map(([, number]) => number)).size).toBe(numbers.length);
});

test('every cover is there, and nobody can write to the buyers', async () => {
  const files = readdirSync(join(import.meta.dirname, '../../public/demo'));
  const covers = [...new Set(Object.values(BOOKS).map((book) => book.cover))];
  expect(files.toSorted()).toEqual(covers.toSorted());
  for (const { email } of [...EARLIER_ORDERS, ...DEMO_ORDERS])
    expect(email).toMatch(/@(\w+\.)?example\.com$/);
  const app = demoPictures();
  const cover = await app.request('/demo/whale.svg');
  expect(cover.headers.get('content-type')).toBe('image/svg+xml');
  expect(await cover.text()).toContain('<svg');
  expect((await app.request('/demo/..%2Ficon.svg')).status).toBe(404);
});

describe('seeding', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
  });
  afterAll(() => api.close());
  const seed = () => {
    const { ledger, clock } = api.deps;
    return seedDemo({ ledger, clock, pool: api.database.pool, public_url });
  };

  test('the orders are there as the API tells them; a second time nothing happens', async () => {
    expect(await seed()).toEqual(DEMO_ORDERS);
    for (const { number, status, email } of DEMO_ORDERS) {
      const { body } = await api.call('GET', `/v1/orders/${number}`);
      expect(body).toMatchObject({ number, status, customer: { email } });
    }
    const facts = async () => (await api.database.pool.query('select count(*) from facts')).rows[0];
    const before = await facts();
    expect(await seed()).toEqual(DEMO_ORDERS);
    expect(await facts()).toEqual(before);
    expect((await api.call('GET', '/v1/sellers/latarnia')).body.name).toBe('Księgarnia Latarnia');
  });

  test('money, pictures and delays are as the pages need them', async () => {
    const order = async (number: string) => (await api.call('GET', `/v1/orders/${number}`)).body;
    expect((await order('HB-1001')).delayed).toBe(true);
    expect((await order('HB-1001')).lines[1].can_cancel).toEqual({ quantity: 1, why_not: null });
    expect((await order('HB-1001')).lines[0].image_url).toBe(`${public_url}/demo/whale.svg`);
    expect((await order('HB-1002')).delayed).toBe(true);
    expect((await order('HB-1012')).payment).toEqual({
      status: 'refunded',
      method: 'card',
      paid: 1798,
      refunded: 1798,
    });
    expect((await order('HB-1013')).payment).toMatchObject({ status: 'partially_refunded', refunded: 1799 });
    expect((await order('HB-1014')).lines).toHaveLength(40);
    const delayed = await Promise.all(
      DEMO_ORDERS.map(async ({ number }) => (await order(number)).delayed && number),
    );
    expect(delayed.filter((number) => number)).toEqual(['HB-1001', 'HB-1002']);
  });

  test('the mail that came back is on the page of mail, with the way to lift it', async () => {
    const returned = await readReturnedOrders(api.database.pool, 10);
    expect(returned).toMatchObject([
      {
        order_number: 'HB-1014',
        kind: 'hard_bounce',
        reason: 'no_such_mailbox',
        email: 'library@example.com',
      },
    ]);
    const standing = await openAddresses(api.database.pool).standing('library@example.com');
    expect(standing?.stopped).toMatchObject({ reason: 'no_such_mailbox', status: '5.1.1' });
  });

  test('what was bought in the year before is offered beside what has arrived, and nobody was told of it', async () => {
    const { pool } = api.database;
    const earlier = EARLIER_ORDERS.map(({ number }) => number);
    const { rows: told } = await pool.query('select from notifications where order_number = any($1)', [
      earlier,
    ]);
    expect(told).toEqual([]);
    const stored = (await api.deps.orders.read('HB-1015'))!;
    const view = viewOrder(stored, { locale: 'en', now_ms: api.deps.clock.now(), returns: [] });
    expect(isUntroubled(view)).toBe(true);
    const occasion = { ...occasionOf(view), place: 'mail' as const, now_ms: api.deps.clock.now() };
    const found = await findSuggestions(pool, occasion);
    expect(found.map(({ kind, sku, because }) => ({ kind, sku, because }))).toEqual([
      { kind: 'together', sku: 'riddle', because: 'treasure-island' },
      { kind: 'together', sku: 'slocum', because: 'treasure-island' },
      { kind: 'again', sku: 'logbook', because: 'logbook' },
    ]);
  });

  test('a shop with orders of its own is left alone', async () => {
    await api.database.pool.query('delete from stories');
    await api.database.pool.query(
      "insert into stories (order_number, version, state_version, status, placed_at, state) values ('own', 1, 1, 'processing', now(), '{}')",
    );
    expect(await seed()).toEqual([]);
  });
});
