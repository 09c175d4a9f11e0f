import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTidings, type Tidings, TidingsProblem } from '../../clients/typescript/src/index.ts';
import { makeDataDir, type Tidings as Process, removeDataDir, startTidings } from '../support/tidings.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let product: Process;
let data_dir: string;
let tidings: Tidings;

beforeAll(async () => {
  data_dir = await makeDataDir();
  product = await startTidings(data_dir, { env: { API_KEY: 'key-of-the-client-test' } });
  tidings = openTidings({ url: product.url, api_key: 'key-of-the-client-test' });
});
afterAll(async () => {
  await product.end('SIGTERM');
  await removeDataDir(data_dir);
});

const day_ms = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * day_ms).toISOString();
const date = (days: number) => at(days).slice(0, 10);

function orderOf(number: string) {
  return {
    ...{ number, placed_at: at(-2), currency: 'EUR', locale: 'pl', time_zone: 'Europe/Warsaw' },
    customer: { email: 'ewa@example.com', name: 'Ewa' },
    ship_to: { name: 'Ewa', line1: 'ul. Długa 5', city: 'Kraków', country: 'PL' },
    delivery_option: 'standard' as const,
    payment: { method: 'card' as const, status: 'paid' as const },
    lines: [
      {
        ...{ id: '1', sku: 'book', title: 'Latarnik', quantity: 2, unit_price: 1500, seller: 'harbour' },
        promise: { earliest: date(1), latest: date(3) },
      },
    ],
    shipping_price: 0,
  };
}

describe('against a running product', () => {
  test('an order is placed, sent, scanned, read, told and looked up', async () => {
    const number = 'C/1';
    const path = { number };
    const placed = await tidings.post('/v1/orders', { body: orderOf(number) });
    expect(placed.status).toBe('processing');
    await tidings.post('/v1/orders/{number}/shipments', {
      params: { path },
      body: {
        lines: [{ line: '1', quantity: 2 }],
        carrier: 'inpost',
        tracking_number: '520000',
        dispatched_at: at(-1),
      },
    });
    const scan = {
      carrier: 'inpost',
      tracking_number: '520000',
      stage: 'delivered' as const,
      occurred_at: at(-0.5),
    };
    expect(await tidings.post('/v1/tracking-events', { body: [scan] })).toMatchObject({ accepted: 1 });
    const order = await tidings.get('/v1/orders/{number}', { params: { path, query: { locale: 'en' } } });
    expect([order.status, order.status_label]).toEqual(['delivered', 'Delivered']);
    const told: string[] = [];
    for await (const fact of tidings.list('/v1/orders/{number}/story', { params: { path } }))
      told.push(fact.type);
    expect(told[0]).toBe('OrderPlaced');
    expect(told).toContain('ShipmentDelivered');
    const guest = openTidings({ url: product.url, api_key: null });
    const found = await guest.post('/v1/lookups', { body: { number, email: 'EWA@example.com' } });
    expect(found.lines[0]?.title).toBe('Latarnik');
  });

  test('a list is read to its end, page after page', async () => {
    const numbers = Array.from({ length: 7 }, (_, index) => `P-${index}`);
    for (const number of numbers) await tidings.post('/v1/orders', { body: orderOf(number) });
    const read: string[] = [];
    const query = { limit: 3, customer: undefined };
    for await (const { number } of tidings.list('/v1/orders', { params: { query } })) read.push(number);
    expect(read.filter((number) => number.startsWith('P-')).sort()).toEqual(numbers);
    expect(new Set(read).size).toBe(read.length);
  });

  test('a rule that stands against a call is thrown with its code, a mistake with its place', async () => {
    const params = { path: { number: 'C/1' } };
    const lines = [{ line: '1', quantity: 1 }];
    const body = { lines, reason: 'changed mind', by: 'customer' as const };
    const refused = tidings.post('/v1/orders/{number}/cancellations', { params, body });
    await expect(refused).rejects.toBeInstanceOf(TidingsProblem);
    await expect(refused).rejects.toMatchObject({ status: 409, code: 'line_already_shipped' });
    const wrong = tidings.post('/v1/orders', { body: { ...orderOf('C-2'), currency: 'euros' } });
    await expect(wrong).rejects.toMatchObject({ status: 422, errors: [{ path: 'currency' }] });
    await expect(openTidings({ url: product.url, api_key: 'no' }).get('/v1/orders')).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});
