import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureFolder } from '../../test/support/replay.ts';
import { type OlistOrder, readDataset } from './dataset.ts';
import { assumptionsOf, type Expected, expectedOf } from './expected.ts';
import type { FoundOrder } from './found.ts';
import { isFaithful, type Outcome, summarize } from './summary.ts';

let folder: string;
let orders: OlistOrder[];
beforeAll(async () => {
  folder = await fixtureFolder();
  orders = (await readDataset(folder)).orders;
});
afterAll(() => rm(folder, { recursive: true }));

/** A server that ends every order as the files say, but for `changes`. */
function outcome(changes: Record<string, Partial<FoundOrder> | null> = {}): Outcome {
  const expected = orders.map(expectedOf);
  const found = new Map<string, FoundOrder>();
  for (const order of expected) {
    const change = changes[order.number];
    if (change === null) continue;
    const { number, status } = order;
    found.set(number, { number, status, delayed: status === 'shipped', on_time: order.on_time, ...change });
  }
  return {
    expected,
    found,
    standings: new Map([
      [
        'order_confirmed',
        new Map([
          ['sent', 14],
          ['planned', 1],
        ]),
      ],
      ['refund_issued', new Map([['sent', 1200]])],
    ]),
    assumptions: assumptionsOf(orders),
    tally: { told: 50, known: 0, refused: [] },
  };
}

const text = (of: Outcome) => summarize(of).join('\n');

test('what the files say stands beside what the server says', () => {
  expect(text(outcome())).toMatchInlineSnapshot(`
    "
    Orders by status
                         Olist   Tidings
      created                1         0
      awaiting_payment       0         2
      processing             1         0
      invoiced               1         1
      shipped                1         2
      delivered              8         7
      unavailable            1         0
      canceled               2         3
      all                   15        15

    Why the two differ
           1  created is called awaiting_payment (created)
           1  delivered -> shipped: delivered at an unknown time: without a scan it is on its way (no-delivery-time)
           1  unavailable -> canceled: unavailable: the seller cancels it (unavailable)
           1  processing -> awaiting_payment: paid 5999 of 6000 centavos (processing-underpaid)

    Delayed now  2, promised for a day that has passed: shipped 2

    Delivered by the promised date
                                            Olist            Tidings
      all with a delivery time   85.71 % (6 of 7)   85.71 % (6 of 7)
      of these with items        83.33 % (5 of 6)   83.33 % (5 of 6)
      No difference.

    Notifications by type
                        planned    sent
      order_confirmed         1      14
      refund_issued           0   1,200
      all                     1   1,214
      planned: written, and sent as fast as the outbox goes

    How the files were read
           3  without item rows: one line "Unknown item" worth what was paid
           2  paid more or less than they cost: recorded as paid
           1  handed over before the payment was approved: in that order
           1  delivered before they were handed over: the scan waits for its shipment
           1  handed over without an approval: taken as paid at the hand-over
           1  handed over and canceled: the shipment is voided, since what left cannot be canceled
           1  of several sellers: one shipment each, with the one hand-over time"
  `);
});

describe('a difference is', () => {
  test('explained when the files have it', () => {
    expect(isFaithful(outcome())).toBe(true);
    expect(text(outcome())).not.toContain('NOT EXPLAINED');
  });

  test.each<[string, Record<string, Partial<FoundOrder> | null>, string]>([
    ['an order that is missing', { punctual: null }, '1  not found on the server (punctual)'],
    [
      'another status',
      { punctual: { status: 'shipped', on_time: null } },
      '1  expected delivered, found shipped (punctual)',
    ],
    [
      'another punctuality',
      { punctual: { on_time: false } },
      '1  on time by the files, found late (punctual)',
    ],
    [
      'nobody knowing when',
      { punctual: { on_time: null } },
      '1  on time by the files, found unknown (punctual)',
    ],
  ])('named when it is %s', (_what, changes, named) => {
    expect(isFaithful(outcome(changes))).toBe(false);
    expect(text(outcome(changes))).toContain(`NOT EXPLAINED BY THE FILES\n       ${named}`);
  });

  test('of punctuality visible in the rates', () => {
    expect(text(outcome({ punctual: { on_time: false } }))).toContain('that make the difference are named');
    expect(text(outcome())).toContain('No difference.');
  });
});

test('refusals are shown, and make a replay unfaithful', () => {
  const refused = { order: 'punctual', path: '/v1/orders/punctual/payments', status: 422, code: 'invalid' };
  const of = { ...outcome(), tally: { told: 49, known: 0, refused: [refused] } };
  expect(isFaithful(of)).toBe(false);
  expect(text(of)).toContain('1  /v1/orders/{number}/payments: 422 invalid (punctual)');
});

describe('what is expected of', () => {
  const expected = (change: Partial<OlistOrder>): Expected =>
    expectedOf({ ...orders.find((order) => order.id === 'punctual')!, ...change });

  test.each<[string, Partial<OlistOrder>, boolean | null]>([
    ['an arrival before the promised day', { delivered_date: '2017-05-24' }, true],
    ['an arrival on the promised day', { delivered_date: '2017-05-25' }, true],
    ['an arrival after it', { delivered_date: '2017-05-26' }, false],
    ['an arrival nobody knows of', { delivered_date: null, delivered_at: null }, null],
    ['an order that was canceled after it arrived', { status: 'canceled' }, null],
  ])('%s', (_what, change, on_time) => {
    expect(expected(change).on_time).toBe(on_time);
  });

  test('an approved order without payments is not paid', () => {
    const unpaid = { status: 'processing', payments: [], handed_over_at: null, delivered_at: null } as const;
    expect(expected({ ...unpaid, payments: [] }).status).toBe('awaiting_payment');
  });
});
