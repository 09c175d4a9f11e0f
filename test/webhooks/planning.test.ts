import { afterEach, beforeEach, expect, test } from 'vitest';
import { composeStory } from '../../src/modules/composition.ts';
import type { AnyFact } from '../../src/modules/facts.ts';
import {
  changeWebhookEndpoint,
  deleteWebhookEndpoint,
  EVENT_TYPES,
  forgetWebhooks,
  openWebhookWriter,
  webhook_retention_days,
} from '../../src/modules/webhooks/index.ts';
import { readFacts } from '../../src/story/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { command, place, quantities, shop } from '../support/stories.ts';
import { deliveriesOf, listen, NOW, tell, tellingLedger } from './telling.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

const url = 'https://shop.example.com/';
const lines = [
  { id: '1', quantity: 2, unit_price: 1000, seller: 's-1' },
  { id: '2', quantity: 1, unit_price: 500, seller: 's-2' },
];

/** Places an order of two sellers, then dispatches, cancels, refunds and pays. */
async function twoSellersStory(order: string): Promise<void> {
  const ledger = tellingLedger(database.pool);
  const { dispatch, cancel, refund, pay, invoice } = shop(order);
  const wishes = [
    place({ number: order, lines, payment_status: 'pending' }),
    pay(2899),
    dispatch('a', { '1': 1 }),
    cancel({ '2': 1 }),
    refund(1, { '1': 1 }),
    invoice(),
  ];
  for (const wish of wishes) expect((await ledger.execute(wish)).refusal).toBeUndefined();
}

interface Planned {
  type: string;
  fact_version: number;
  id: string;
  body: { data: Record<string, unknown> } | null;
}

/** What an endpoint will be told, with the bodies it will get. */
async function plannedFor({ id, seller }: { id: string; seller: string | null }): Promise<Planned[]> {
  const write = openWebhookWriter(database.pool, composeStory());
  const { rows } = await database.pool.query(
    `select order_number, fact_version, id, type from webhook_deliveries where endpoint = $1 order by fact_version`,
    [id],
  );
  return Promise.all(
    rows.map(async (row) => {
      const [fact] = await readFacts(database.pool, row.order_number, {
        from: row.fact_version,
        to: row.fact_version,
      });
      return { ...row, body: JSON.parse((await write({ ...row, seller, fact })) ?? 'null') };
    }),
  );
}

async function factsOf(order: string): Promise<AnyFact[]> {
  const { rows } = await database.pool.query(
    'select version, type, data::json as data from facts where order_number = $1 order by version',
    [order],
  );
  return rows;
}

test('without endpoints nothing is planned', async () => {
  await twoSellersStory('o-1');
  const { rows } = await database.pool.query('select count(*) as count from webhook_deliveries');
  expect(rows[0].count).toBe(0);
});

/** By what we recognise the same, and whom we told: no receiver could make use of it. */
const INTERNAL = new Set(['content_hash', 'notify', 'fingerprint', 'tell', 'print']);

test('the shop is told every fact, all of it but our own hashes and flags, once', async () => {
  const endpoint = await listen(database.pool, { url });
  await twoSellersStory('o-1');
  const planned = await plannedFor(endpoint);
  const facts = await factsOf('o-1');
  expect(planned.map(({ type }) => type)).toEqual(facts.map(({ type }) => EVENT_TYPES[type]));
  expect(new Set(planned.map(({ id }) => id)).size).toBe(facts.length);
  for (const [index, { body }] of planned.entries()) {
    const told = Object.entries(facts[index]!.data).filter(([name]) => !INTERNAL.has(name));
    expect(body!.data).toMatchObject({ order: 'o-1', version: index + 1, ...Object.fromEntries(told) });
    expect(Object.keys(body!.data).filter((name) => INTERNAL.has(name))).toEqual([]);
  }
});

test('a seller is told what concerns it, without a word about the others', async () => {
  const one = await listen(database.pool, { url, seller: 's-1' });
  const two = await listen(database.pool, { url, seller: 's-2' });
  const three = await listen(database.pool, { url, seller: 's-3' });
  await twoSellersStory('o-1');
  const [first, second, third] = await Promise.all([one, two, three].map(plannedFor));
  const types = (planned: Planned[]) => planned.map(({ type }) => type);
  expect(types(first!)).toEqual(
    expect.arrayContaining(['order.placed', 'shipment.dispatched', 'order.split', 'refund.issued']),
  );
  expect(types(second!)).toEqual(expect.arrayContaining(['order.placed', 'lines.canceled']));
  expect(types(first!)).not.toContain('lines.canceled');
  expect(types(second!)).not.toContain('shipment.dispatched');
  for (const none of ['payment.received', 'invoice.issued']) {
    expect([...types(first!), ...types(second!)]).not.toContain(none);
  }
  expect(third).toEqual([]);
  expect(JSON.stringify(first)).not.toContain('s-2');
  expect(JSON.stringify(second)).not.toContain('s-1');
  expect(first![0]!.body!.data).toMatchObject({ totals: { items: 2000, shipping: 0, total: 2000 } });
  for (const { body } of [...first!, ...second!]) expect(body).not.toBeNull();
});

test('what is told to all the same has the same id, and to others another', async () => {
  const ids = async (endpoint: { id: string; seller: string | null }) => (await plannedFor(endpoint))[0]!.id;
  const shops = [await listen(database.pool, { url }), await listen(database.pool, { url })];
  const sellers = [
    await listen(database.pool, { url, seller: 's-1' }),
    await listen(database.pool, { url, seller: 's-1' }),
    await listen(database.pool, { url, seller: 's-2' }),
  ];
  await twoSellersStory('o-1');
  const [a, b] = await Promise.all(shops.map(ids));
  const [c, d, e] = await Promise.all(sellers.map(ids));
  expect(a).toBe(b);
  expect(c).toBe(d);
  expect(new Set([a, c, e]).size).toBe(3);
});

test('an endpoint is told the types it asked for', async () => {
  const endpoint = await listen(database.pool, { url, types: ['lines.canceled', 'payment.received'] });
  await twoSellersStory('o-1');
  expect((await plannedFor(endpoint)).map(({ type }) => type)).toEqual([
    'payment.received',
    'lines.canceled',
  ]);
});

test('nothing is planned for a disabled one, nor of an order imported without telling anyone', async () => {
  const off = await listen(database.pool, { url });
  const on = await listen(database.pool, { url });
  await changeWebhookEndpoint(database.pool, 'anybody', off.id, { enabled: false }, Date.parse(NOW));
  const ledger = tellingLedger(database.pool);
  await ledger.execute(place({ number: 'silent', notify: false }));
  await ledger.execute(command('BeginPacking', 'silent', { lines: quantities({ '1': 1 }) }));
  expect(await deliveriesOf(database.pool, on.id)).toEqual([]);
  await ledger.execute(place({ number: 'loud' }));
  expect(await deliveriesOf(database.pool, on.id)).toHaveLength(1);
  expect(await deliveriesOf(database.pool, off.id)).toEqual([]);
});

test('a fact that is stored is planned, and one that is not, is not: a batch with a refusal in it', async () => {
  const endpoint = await listen(database.pool, { url });
  const ledger = tellingLedger(database.pool);
  const wishes = [1, 2, 3].flatMap((number) => {
    const { cancel } = shop(`o-${number}`);
    return [place({ number: `o-${number}` }), cancel({ '1': 99 }), cancel({ '1': 1 })];
  });
  await ledger.executeAll(wishes);
  const { rows } = await database.pool.query(
    'select order_number, version as fact_version from facts order by order_number, version',
  );
  const planned = await database.pool.query(
    'select order_number, fact_version from webhook_deliveries where endpoint = $1 order by 1, 2',
    [endpoint.id],
  );
  expect(planned.rows).toEqual(rows);
});

test('the log is kept for a time, and goes with its endpoint', async () => {
  const kept = await listen(database.pool, { url });
  const deleted = await listen(database.pool, { url });
  await tell(database.pool, 'order', 30);
  const days_ms = (days: number) => days * 86_400_000;
  const forget = (days: number) => forgetWebhooks(database.pool, Date.parse(NOW) + days_ms(days), 20);
  expect(await forget(webhook_retention_days - 1)).toBe(0);
  expect(await deleteWebhookEndpoint(database.pool, 'anybody', deleted.id)).toBe(true);
  expect([await forget(0), await forget(0), await forget(0)]).toEqual([20, 10, 0]);
  expect(await deliveriesOf(database.pool, kept.id)).toHaveLength(30);
  const { rows } = await database.pool.query('select distinct endpoint from webhook_secrets');
  expect(rows).toEqual([{ endpoint: kept.id }]);
  expect(await forget(webhook_retention_days + 1)).toBe(20);
});
