import { afterAll, beforeAll, expect, test } from 'vitest';
import { aLine, anOrder, type TestApi, testApi } from '../../test/support/api.ts';
import type { AnyFact, FactData, FactType } from '../modules/facts.ts';
import { type Told, tellStory } from './story.ts';
import { tellFact } from './telling.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const subject = { currency: 'USD', titles: new Map([['1', 'A book']]) };
const line = { line: '1', quantity: 2 };
const promise = { earliest: '2026-03-05', latest: '2026-03-09' };
const later = { earliest: '2026-04-05', latest: '2026-04-09' };

/** One example of every fact there is; the compiler wants one of a new type too. */
const EXAMPLES: { [Type in FactType]: [FactData[Type], told: string[]] } = {
  OrderPlaced: [
    {
      number: 'T-1',
      placed_at: '2026-03-01T10:00:00Z',
      currency: 'USD',
      locale: 'en',
      time_zone: 'America/New_York',
      delivery_option: 'pickup_point',
      country: 'US',
      customer: null,
      payment_method: 'card',
      payment_status: 'pending',
      payment_reference: null,
      content_hash: 'x',
      notify: false,
      totals: { items: 2000, shipping: 399, tax: 0, discount: 100, total: 2299 },
      lines: [
        {
          ...{
            id: '1',
            sku: 'book-1',
            title: 'A book',
            seller: 's-1',
            unit_price: 1000,
            image_url: null,
            quantity: 2,
          },
          ...{ availability: 'preorder', ships_after: null, promise: { ...promise, source: 'computed' } },
        },
      ],
    },
    [
      'Placed for $22.99 (goods $20.00, shipping $3.99, discount -$1.00), pending by card, pickup point to US; imported, nobody is told',
      'line 1: 2 x A book at $10.00, sold by s-1, preorder, promised 5 - 9 March 2026 (computed)',
    ],
  ],
  OrderHandedOff: [{ at: '2026-03-01T10:00:00Z' }, ['Handed to the warehouse']],
  PackingBegun: [
    { lines: [line] },
    ['Packing begun: these can no longer be canceled at once', '2 x line 1, A book'],
  ],
  HandlingBegun: [
    { lines: [{ line: '1', ship_by: '2026-03-05' }] },
    ['Paid: its sellers are to send it', 'line 1, A book: by 5 March 2026'],
  ],
  ShipByNeared: [
    { seller: 's-1', ship_by: '2026-03-05' },
    ['s-1 is to send something by 5 March 2026, and it is open'],
  ],
  PickupExpiryNeared: [
    { shipment: 'shp_1', pickup_until: '2026-03-08T18:00:00Z' },
    ['Shipment shp_1 still waits to be collected, until 8 March 2026, 18:00 UTC'],
  ],
  BuyerErased: [
    { customer: 'erased-1' },
    ['Who bought it was erased: names, addresses and texts are gone, the order stays'],
  ],
  InvoiceIssued: [{ number: 'FV/1', url: null, issued_at: '2026-03-01T10:00:00Z' }, ['Invoice FV/1 issued']],
  PromiseRevised: [
    { lines: [{ line: '1', from: promise, to: later }], reason: 'out_of_stock', delay: true },
    ['Delayed: out of stock', 'line 1, A book: 5 - 9 April 2026 (was 5 - 9 March 2026)'],
  ],
  PaymentReceived: [
    { amount: 2299, method: 'cash_on_delivery', reference: 'r-1', received_at: '2026-03-01T10:00:00Z' },
    ['$22.99 received by cash on delivery, reference r-1'],
  ],
  RefundIssued: [
    { id: 'ref_1', amount: 500, cause: 'goodwill', cancellation: null, lines: [line], reference: null },
    ['Refund ref_1: $5.00 goes back as goodwill', '2 x line 1, A book'],
  ],
  OrderChanged: [
    {
      ...{ id: 'chg_1', by: 'customer', kinds: ['address', 'delivery_option'], surcharge: 600, refund: null },
      delivery_option: { from: 'standard', to: 'one_day' },
      promises: [{ line: '1', from: later, to: promise }],
    },
    [
      'Changed by the customer: address, delivery one day (was standard); it costs $6.00 more',
      'line 1, A book: 5 - 9 March 2026 (was 5 - 9 April 2026)',
    ],
  ],
  RefundSettled: [
    { id: 'ref_1', reference: 'bank-1', settled_at: '2026-03-01T10:00:00Z' },
    ['Refund ref_1 has arrived'],
  ],
  RefundFailed: [{ id: 'ref_1', reference: null }, ['Refund ref_1 failed: the money did not move']],
  ShipmentDispatched: [
    {
      ...{ id: 'shp_1', seller: 's-1', lines: [line], carrier: 'ups', tracking_number: '1Z5R89390357567127' },
      ...{ dispatched_at: '2026-03-01T10:00:00Z', promise: null, moves: [] },
    },
    ['Shipment shp_1 dispatched by s-1, UPS 1Z5R89390357567127', '2 x line 1, A book'],
  ],
  OrderSplit: [{ shipment: 'shp_1' }, ['The order is split: something stays behind shipment shp_1']],
  ShipmentChanged: [
    { id: 'shp_1', carrier: null, tracking_number: '42', lines: [line] },
    ['Shipment shp_1 changed: carrier unknown, number 42, contents', '2 x line 1, A book'],
  ],
  ShipmentVoided: [
    { id: 'shp_1', moves: [] },
    ['Shipment shp_1 voided: it was registered by mistake, its units are open again'],
  ],
  ShipmentCorrected: [
    { id: 'shp_1', stage: 'in_transit', moves: [] },
    ['Shipment shp_1 put right by hand: in transit'],
  ],
  CaseOpened: [
    {
      ...{ case: 'cas_1', kind: 'wrong_item', seller: 's-1', from: 'buyer', lines: [line], shipment: null },
      ...{ answer_due: '2026-03-03T10:00:00Z', print: 'p' },
    },
    [
      'The buyer asks: wrong item (case cas_1); s-1 is to answer by 3 March 2026, 10:00 UTC',
      '2 x line 1, A book',
    ],
  ],
  CaseMessageAdded: [
    { case: 'cas_1', from: 'seller', answer_due: null, print: 'p' },
    ['The seller writes in case cas_1'],
  ],
  CaseAnswerNeared: [
    { case: 'cas_1', answer_due: '2026-03-03T10:00:00Z' },
    ['Case cas_1 waits for an answer, until 3 March 2026, 10:00 UTC'],
  ],
  CaseOverdue: [
    { case: 'cas_1', answer_due: '2026-03-03T10:00:00Z' },
    ['Case cas_1 was not answered in time'],
  ],
  CaseClosed: [
    { case: 'cas_1', outcome: 'resolved', by: 'buyer', cancellation: null },
    ['Case cas_1 ends: resolved, by the buyer'],
  ],
  ScanRecorded: [
    {
      ...{
        shipment: 'shp_1',
        stage: 'attempt_failed',
        reason: 'consignee_not_home',
        flags: ['action_required'],
      },
      ...{ fingerprint: 'f', moved: false, entered: false, tell: false },
    },
    ['Shipment shp_1: attempt failed, consignee not home, action required (kept; changes nothing)'],
  ],
  ShipmentDelivered: [{ shipment: 'shp_1', moves: [] }, ['Shipment shp_1 has arrived']],
  DecisionAsked: [
    {
      change: 3,
      lines: [
        {
          ...{ line: '1', rule: 'us_ftc_second', until: '2026-03-09', without_answer: 'cancel' },
          ...{ old_latest: '2026-03-09', new_latest: '2026-04-09' },
        },
        {
          ...{ line: '9', rule: 'shop', until: '2026-03-12', without_answer: 'wait' },
          ...{ old_latest: '2026-03-09', new_latest: null },
        },
      ],
    },
    [
      'The buyer is asked: to wait, or to cancel?',
      'line 1, A book: now by 9 April 2026; answer by 9 March 2026, else cancel (us_ftc_second)',
      'line 9, unknown: no new date; answer by 12 March 2026, else wait (shop)',
    ],
  ],
  DelayDecided: [
    { lines: ['1'], decision: 'cancel', by: 'silence' },
    ['Nobody answered in time: it is canceled', 'line 1, A book'],
  ],
  DecisionClosed: [
    { lines: ['1'], because: 'promised_anew' },
    ['Nobody needs to decide any more: promised anew', 'line 1, A book'],
  ],
  PromisePassed: [
    { lines: [{ line: '1', latest: '2026-03-09' }] },
    ['Late: the promised day is over, and this has not left', 'line 1, A book: by 9 March 2026'],
  ],
  ShipmentStalled: [
    { shipment: 'p-1', since: '2026-03-03T12:00:00Z' },
    ['Nobody has heard of shipment p-1 since 3 March 2026, 12:00 UTC'],
  ],
  ForecastChanged: [
    { shipment: 'p-1', from: null, to: '2026-03-10' },
    ['The carrier of shipment p-1 now expects 10 March 2026'],
  ],
  LinesCanceled: [
    {
      ...{ id: 'can_1', by: 'customer', lines: [line], everything: false, moves: [] },
      ...{ items: 2000, discount: 100, tax: 0, shipping: 0, value: 1900 },
    },
    ['A part of the order canceled by the customer: $19.00 less is owed', '2 x line 1, A book'],
  ],
  WithdrawalDeclared: [
    {
      ...{ id: 'wdr_1', lines: [line], declared_at: '2026-12-04T10:30:00Z' },
      ...{ within_period: true, until: '2026-12-14', cancellation: null },
    },
    [
      'The buyer withdrew from the contract (wdr_1), within the period, whose last day is 14 December 2026',
      '2 x line 1, A book',
    ],
  ],
};

test.each(Object.entries(EXAMPLES))('%s in plain words', (type, [data, told]) => {
  expect(tellFact({ type, data } as AnyFact, subject)).toEqual(told);
});

/** An order of which half was canceled, read back as `npm run why` reads it. */
async function story(): Promise<Told> {
  const order = anOrder({ lines: [aLine({ id: '1' }), aLine({ id: '2', title: 'Another book' })] });
  const number = order.number;
  const canceled = { lines: [{ line: '2', quantity: 1 }], reason: 'Ann no longer wants it', by: 'customer' };
  await api.call('POST', '/v1/orders', order);
  await api.call('POST', `/v1/orders/${number}/cancellations`, canceled);
  const { body } = await api.call('GET', `/v1/orders/${number}`);
  const { items } = (await api.call('GET', `/v1/orders/${number}/story`)).body;
  const notification = {
    ...{
      id: 'n-1',
      type: 'lines_canceled',
      audience: 'buyer',
      recipient: 'customer',
      order: number,
      locale: 'en',
    },
    ...{ status: 'held', reason: 'channel_away', created_at: '2026-03-02T12:00:00Z' },
    channels: [
      {
        channel: 'email',
        to: 'b***@example.com',
        status: 'held',
        attempts: 3,
        last_error: 'connection_refused',
        sent_at: null,
        message_id: null,
      },
    ],
  } as const;
  return { order: body, facts: items, notifications: [notification as never] };
}

test('a story is told in the zone of the order, with what it comes to and who was told', async () => {
  const text = tellStory(await story(), false).join('\n');
  expect(text).toContain('1 March 2026, 05:00  API key bootstrap\n    Placed for $23.98');
  expect(text).toContain('A part of the order canceled by the customer: $10.00 less is owed');
  expect(text).toContain('Payment: partially refunded, $23.98 of $23.98 paid, $10.00 refunded');
  expect(text).toMatch(/refund ref_\w+: \$10\.00, to execute/);
  expect(text).toContain(
    'lines_canceled to the buyer: held (channel away), email, 3 tries, connection refused',
  );
});

test('nothing about a person is told unless asked for', async () => {
  const told = await story();
  const personal = /Ann|buyer@example\.com|Main St|Boston|no longer wants/;
  expect(tellStory(told, false).join('\n')).not.toMatch(personal);
  const open = tellStory(told, true).join('\n');
  expect(open).toContain('Buyer: Ann Buyer, buyer@example.com, c-1');
  expect(open).toContain('To: Ann Buyer, 1 Main St, Boston, US');
  expect(open).toContain('"Ann no longer wants it"');
});
