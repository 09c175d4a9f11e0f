import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { admin_key, type TestApi, testApi } from '../../test/support/api.ts';
import { fixtureFolder } from '../../test/support/replay.ts';
import { type Api, openApi } from '../client/api.ts';
import { type Listener, listen } from '../server.ts';
import { type Dataset, readDataset } from './dataset.ts';
import { expectedOf } from './expected.ts';
import { readFound } from './found.ts';
import { BATCH_PATHS, timelineOf } from './life.ts';
import { type PlannedCall, planCalls } from './plan.ts';
import { sendAll } from './sending.ts';
import { isFaithful } from './summary.ts';

let folder: string;
let dataset: Dataset;
let calls: PlannedCall[];
let server: TestApi;
let listener: Listener;
let api: Api;
let mark: string;

beforeAll(async () => {
  folder = await fixtureFolder();
  dataset = await readDataset(folder);
  calls = planCalls(timelineOf(dataset.orders));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  server = await testApi();
  listener = await listen({ host: '127.0.0.1', port: 0 });
  listener.serve(server.app.fetch);
  api = openApi(listener.url, admin_key);
  mark = join(folder, `mark-${listener.url.split(':').at(-1)}.json`);
});
afterEach(async () => {
  await listener.close();
  await server.close();
});

function replay(through = api, restart = false) {
  const terminal = { write() {} };
  const url = listener.url;
  const { sellers } = dataset;
  return sendAll(through, { url, mark, calls, sellers, terminal, notify: true, restart, concurrency: 4 });
}

const events = () => calls.reduce((sum, call) => sum + call.events.length, 0);
const storedFacts = async () =>
  Number((await server.database.pool.query('select count(*) from facts')).rows[0].count);

async function found() {
  const numbers = new Set(dataset.orders.map((order) => order.id));
  return readFound(api, numbers, {
    from: dataset.orders[0]!.purchased_at,
    to: dataset.orders.at(-1)!.purchased_at,
  });
}

test('every order ends as the files say it should', async () => {
  const tally = await replay();
  expect(tally).toEqual({ told: events(), known: 0, refused: [] });
  const orders = await found();
  expect(
    Object.fromEntries([...orders].map(([number, { status, on_time }]) => [number, [status, on_time]])),
  ).toEqual({
    punctual: ['delivered', true],
    'two-sellers-late': ['delivered', false],
    'last-minute': ['delivered', true],
    'no-delivery-time': ['shipped', null],
    'delivered-before-handed-over': ['delivered', true],
    'handed-over-before-approval': ['delivered', true],
    'canceled-on-the-way': ['canceled', null],
    'canceled-unpaid': ['canceled', null],
    unavailable: ['canceled', null],
    created: ['awaiting_payment', null],
    invoiced: ['invoiced', null],
    'processing-underpaid': ['awaiting_payment', null],
    shipped: ['shipped', null],
    'never-approved': ['delivered', true],
    'same-buyer': ['delivered', true],
  });
  const expected = dataset.orders.map(expectedOf);
  expect(isFaithful({ expected, found: orders, standings: new Map(), assumptions: [], tally: tally! })).toBe(
    true,
  );
});

test('money: what was paid is what the files say, and what was canceled goes back', async () => {
  await replay();
  const order = async (number: string) => (await server.call('GET', `/v1/orders/${number}`)).body;
  expect((await order('two-sellers-late')).payment).toMatchObject({
    status: 'paid',
    paid: 26300,
    refunded: 0,
  });
  expect((await order('two-sellers-late')).totals).toMatchObject({
    items: 22999,
    shipping: 3301,
    total: 26300,
  });
  expect((await order('same-buyer')).payment).toMatchObject({ paid: 9456 });
  expect((await order('unavailable')).payment).toMatchObject({ status: 'refunded', refunded: 7550 });
  expect((await order('canceled-unpaid')).payment).toMatchObject({ paid: 0, refunded: 0 });
});

test('a scan that comes before its shipment waits for it', async () => {
  await replay();
  const { body } = await server.call('GET', '/v1/orders/delivered-before-handed-over');
  expect(body.shipments[0]).toMatchObject({
    dispatched_at: '2017-05-12T13:00:00Z',
    delivered_at: '2017-05-11T19:00:00Z',
  });
});

describe('run again', () => {
  test('the whole of it changes nothing', async () => {
    await replay();
    const facts = await storedFacts();
    expect(await replay(api, true)).toEqual({ told: 0, known: events(), refused: [] });
    expect(await storedFacts()).toBe(facts);
  });

  test('after an interruption it goes on where it was', async () => {
    let calls_left = 20;
    const breaking: Api = {
      ...api,
      call: async (...call) => {
        if (calls_left-- === 0) throw new Error('the cable was pulled');
        return api.call(...call);
      },
    };
    await expect(replay(breaking)).rejects.toThrow('the cable was pulled');
    const { calls_done } = JSON.parse(await readFile(mark, 'utf8'));
    expect(calls_done).toBeGreaterThan(0);
    const tally = await replay();
    expect(tally!.refused).toEqual([]);
    const left = calls.slice(calls_done).reduce((sum, call) => sum + call.events.length, 0);
    expect(tally!.told + tally!.known).toBe(left);
    expect(left).toBeLessThan(events());
    const orders = await found();
    expect(
      dataset.orders.map(expectedOf).filter(({ number, status }) => orders.get(number)?.status !== status),
    ).toEqual([]);
  });

  test('a finished one has nothing left to send', async () => {
    await replay();
    expect(await replay()).toEqual({ told: 0, known: 0, refused: [] });
  });

  test('a mark that is older than the database counts for nothing', async () => {
    await replay();
    const placed = calls
      .filter((call) => call.path === BATCH_PATHS.orders)
      .at(-1)!
      .events.at(-1)!.order;
    for (const table of ['stories', 'facts', 'contacts', 'tracking_numbers', 'scans', 'notifications']) {
      await server.database.pool.query(`delete from ${table} where order_number = $1`, [placed]);
    }
    await server.database.pool.query('delete from deliveries where subject_key = $1', [`order:${placed}`]);
    const tally = await replay();
    expect(tally!.known).toBeGreaterThan(0);
  });
});
