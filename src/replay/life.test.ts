import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureFolder } from '../../test/support/replay.ts';
import { type OlistOrder, readDataset } from './dataset.ts';
import { type LifeEvent, lifeOf, timelineOf } from './life.ts';
import { trackingNumber } from './tracking-number.ts';

let folder: string;
let orders: Map<string, OlistOrder>;
beforeAll(async () => {
  folder = await fixtureFolder();
  orders = new Map((await readDataset(folder)).orders.map((order) => [order.id, order]));
});
afterAll(() => rm(folder, { recursive: true }));

function life(order: string): LifeEvent[] {
  let serial = 0;
  return lifeOf(orders.get(order)!, () => trackingNumber(++serial));
}

/** What happens in short: the last word of the endpoint and the time. */
const inShort = (events: readonly LifeEvent[]) =>
  events.map(({ path, at }) => `${at} ${path.replace(/^.*\/(?=.)/, '')}`);

test('a delivered order: placed, paid, dispatched, delivered, in the time of São Paulo', () => {
  expect(inShort(life('punctual'))).toEqual([
    '2017-05-02T13:00:00Z orders',
    '2017-05-02T13:12:00Z payments',
    '2017-05-03T18:30:00Z shipments',
    '2017-05-10T21:05:00Z tracking-events',
  ]);
  const [placed, paid, dispatched, delivered] = life('punctual').map(({ body }) => body);
  expect(placed).toMatchObject({
    number: 'punctual',
    placed_at: '2017-05-02T13:00:00Z',
    currency: 'BRL',
    time_zone: 'America/Sao_Paulo',
    customer: { id: 'person-01', email: 'person-01@olist.invalid' },
    ship_to: { city: 'sao paulo', region: 'SP', postal_code: '01001', country: 'BR' },
    payment: { method: 'card', status: 'pending' },
    shipping_price: 2010,
    lines: [
      {
        id: '1',
        sku: 'lamp00001111',
        title: 'House & light (lamp0000)',
        quantity: 2,
        unit_price: 4990,
        seller: 'seller-a',
        promise: { earliest: '2017-05-02', latest: '2017-05-25' },
      },
    ],
  });
  expect(paid).toMatchObject({ amount: 11990, method: 'card', received_at: '2017-05-02T13:12:00Z' });
  expect(dispatched).toMatchObject({
    lines: [{ line: '1', quantity: 2 }],
    carrier: 'correios',
    tracking_number: trackingNumber(1),
    dispatched_at: '2017-05-03T18:30:00Z',
  });
  expect(delivered).toMatchObject({
    carrier: 'correios',
    tracking_number: trackingNumber(1),
    stage: 'delivered',
    occurred_at: '2017-05-10T21:05:00Z',
  });
});

test('every seller sends a shipment of their own, with a number of its own', () => {
  const shipments = life('two-sellers-late').filter(({ path }) => path.endsWith('/shipments'));
  expect(shipments.map(({ body }) => [body.id, body.lines])).toEqual([
    ['olist-1', [{ line: '1', quantity: 1 }]],
    ['olist-2', [{ line: '2', quantity: 1 }]],
  ]);
  expect(new Set(shipments.map(({ body }) => body.tracking_number)).size).toBe(2);
});

test('card and voucher are one payment, with the method of the larger part', () => {
  const payments = life('two-sellers-late').filter(({ path }) => path.endsWith('/payments'));
  expect(payments.map(({ body }) => [body.amount, body.method])).toEqual([[26300, 'card']]);
});

describe('what the files contradict themselves in happens as they say', () => {
  test('handed over before the payment was approved', () => {
    expect(inShort(life('handed-over-before-approval')).map((text) => text.split(' ')[1])).toEqual([
      'orders',
      'shipments',
      'payments',
      'tracking-events',
    ]);
  });

  test('delivered before it was handed over', () => {
    expect(inShort(life('delivered-before-handed-over')).map((text) => text.split(' ')[1])).toEqual([
      'orders',
      'payments',
      'tracking-events',
      'shipments',
    ]);
  });

  test('delivered, but nobody knows when: no scan is made up', () => {
    expect(inShort(life('no-delivery-time')).at(-1)).toMatch(/shipments$/);
  });

  test('delivered without an approval: paid by the hand-over', () => {
    const payment = life('never-approved').find(({ path }) => path.endsWith('/payments'));
    expect(payment?.at).toBe('2017-05-15T12:30:00Z');
    expect(payment?.body.method).toBe('transfer');
  });

  test('a clock that runs before the purchase waits for it', () => {
    const early = { ...orders.get('shipped')!, handed_over_at: '2017-05-11T00:00:00Z' };
    const dispatched = lifeOf(early, () => 'ZZ').find(({ path }) => path.endsWith('/shipments'));
    expect(dispatched?.at).toBe(early.purchased_at);
  });
});

test('without item rows: one unknown item worth what was paid', () => {
  expect(life('unavailable')[0]!.body).toMatchObject({
    shipping_price: 0,
    lines: [{ sku: 'unknown-item', title: 'Unknown item', quantity: 1, unit_price: 7550 }],
  });
});

describe('what did not come about', () => {
  test('unavailable is canceled by the seller, after all that is known', () => {
    const canceled = life('unavailable').at(-1)!;
    expect(canceled).toMatchObject({
      path: '/v1/orders/unavailable/cancellations',
      at: '2017-05-07T16:30:00Z',
    });
    expect(canceled.body).toMatchObject({ by: 'seller', lines: [{ line: '1', quantity: 1 }] });
  });

  test('canceled on the way: the shipment is voided first', () => {
    const paths = life('canceled-on-the-way').map(({ path }) => path);
    expect(paths.slice(-2)).toEqual([
      '/v1/orders/canceled-on-the-way/shipments/olist-1/void',
      '/v1/orders/canceled-on-the-way/cancellations',
    ]);
  });

  test('canceled and never approved: no money came', () => {
    expect(inShort(life('canceled-unpaid')).map((text) => text.split(' ')[1])).toEqual([
      'orders',
      'cancellations',
    ]);
  });

  test('invoiced and processing stay as they are', () => {
    expect(inShort(life('invoiced')).at(-1)).toBe('2017-05-09T18:05:00Z invoices');
    expect(inShort(life('processing-underpaid')).at(-1)).toMatch(/payments$/);
    expect(inShort(life('created'))).toHaveLength(1);
  });
});

test('the timeline is in the order of the clock, and every order in the order of its life', () => {
  const timeline = timelineOf([...orders.values()]);
  const times = timeline.map(({ at }) => at);
  expect(times).toEqual(times.toSorted());
  for (const order of orders.keys()) {
    const own = timeline.filter((event) => event.order === order);
    expect(inShort(own)).toEqual(inShort(life(order)));
  }
});

test('a part of the orders keeps its tracking numbers', () => {
  const numbers = (events: LifeEvent[]) => events.flatMap(({ body }) => body.tracking_number ?? []);
  const all = [...orders.values()];
  expect(numbers(timelineOf(all))).toEqual(expect.arrayContaining(numbers(timelineOf(all.slice(0, 5)))));
});
