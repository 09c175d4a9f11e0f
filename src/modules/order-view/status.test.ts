import { describe, expect, test } from 'vitest';
import { place, scan, shop, story } from '../../../test/support/stories.ts';
import type { AnyCommand } from '../commands.ts';
import { ORDER_STATUSES, type OrderStatus } from '../orders/vocabulary.ts';
import { isLineDelayed, latestOpenOf, lineStatusOf, paymentStatusOf, statusOf } from './status.ts';

const { cancel, conclude, dispatch, handOff, invoice, pack, pay, promise, refund, scans, voidShipment } =
  shop();
const TWO = [
  { id: '1', quantity: 2 },
  { id: '2', quantity: 1 },
];
const arrive = (shipment: string) => scans(shipment, scan('delivered', '2026-03-04T15:00:00Z'));
const orderAfter = (given: Parameters<typeof place>[0], ...commands: AnyCommand[]) =>
  story().given(place({ lines: TWO, ...given }), ...commands);
/** Returns have no commands yet; a fact that moves units back is what they will leave. */
const comeBack = (order: ReturnType<typeof story>, units: Record<string, number>) => {
  for (const line of order.state.order!.lines) line.quantity.returned += units[line.id] ?? 0;
  return order;
};

describe('the status of an order: first match wins', () => {
  const all = dispatch('a', { '1': 2, '2': 1 });
  const pending = { payment_status: 'pending' } as const;
  const cases: [OrderStatus, string, ReturnType<typeof story>][] = [
    ['canceled', 'every unit canceled', orderAfter({}, cancel({ '1': 2, '2': 1 }))],
    [
      'canceled',
      'canceled, unpaid, invoiced and handed over',
      orderAfter(pending, handOff(), invoice(), cancel({ '1': 2, '2': 1 })),
    ],
    ['returned', 'everything came back', comeBack(orderAfter({}, all, arrive('a')), { '1': 2, '2': 1 })],
    [
      'returned',
      'what was not canceled came back',
      comeBack(orderAfter({}, cancel({ '2': 1 }), dispatch('a', { '1': 2 }), arrive('a')), { '1': 2 }),
    ],
    ['delivered', 'everything arrived', orderAfter({}, all, arrive('a'))],
    [
      'delivered',
      'everything arrived and some came back',
      comeBack(orderAfter({}, all, arrive('a')), { '1': 1 }),
    ],
    [
      'delivered',
      'what was not canceled arrived',
      orderAfter({}, cancel({ '1': 1 }), dispatch('a', { '1': 1, '2': 1 }), arrive('a')),
    ],
    ['delivered', 'arrived, never paid', orderAfter(pending, all, arrive('a'))],
    ['partially_shipped', 'some open, some dispatched', orderAfter({}, dispatch('a', { '1': 1 }))],
    [
      'partially_shipped',
      'some open, some delivered',
      orderAfter({}, dispatch('a', { '1': 2 }), arrive('a')),
    ],
    ['partially_shipped', 'unpaid, some dispatched', orderAfter(pending, dispatch('a', { '1': 1 }))],
    [
      'partially_delivered',
      'nothing open, some delivered',
      orderAfter({}, dispatch('a', { '1': 2 }), dispatch('b', { '2': 1 }), arrive('a')),
    ],
    [
      'partially_delivered',
      'the rest canceled, some delivered',
      orderAfter({}, dispatch('a', { '1': 1 }), dispatch('b', { '2': 1 }), cancel({ '1': 1 }), arrive('a')),
    ],
    ['shipped', 'all on the way', orderAfter({}, all)],
    [
      'shipped',
      'all that was not canceled on the way',
      orderAfter({}, cancel({ '2': 1 }), dispatch('a', { '1': 2 })),
    ],
    ['shipped', 'on the way though never paid', orderAfter(pending, all)],
    ['awaiting_payment', 'not paid', orderAfter(pending)],
    [
      'awaiting_payment',
      'not paid, though invoiced and handed over',
      orderAfter(pending, invoice(), handOff()),
    ],
    ['awaiting_payment', 'paid too little', orderAfter(pending, pay(2898))],
    ['awaiting_payment', 'unpaid after its shipment was voided', orderAfter(pending, all, voidShipment('a'))],
    ['invoiced', 'paid and invoiced', orderAfter({}, invoice())],
    ['invoiced', 'invoiced and handed over', orderAfter({}, handOff(), invoice())],
    [
      'invoiced',
      'cash on delivery and invoiced',
      orderAfter({ ...pending, payment_method: 'cash_on_delivery' }, invoice()),
    ],
    ['awaiting_packing', 'handed over', orderAfter({}, handOff())],
    [
      'awaiting_packing',
      'cash on delivery, handed over',
      orderAfter({ ...pending, payment_method: 'cash_on_delivery' }, handOff()),
    ],
    ['processing', 'paid', orderAfter({})],
    ['processing', 'authorized', orderAfter({ payment_status: 'authorized' })],
    ['processing', 'cash on delivery', orderAfter({ ...pending, payment_method: 'cash_on_delivery' })],
    ['processing', 'paid in parts', orderAfter(pending, pay(2000), pay(1399))],
    [
      'processing',
      'part canceled before it was paid in full',
      orderAfter(pending, pay(2399), cancel({ '2': 1 })),
    ],
    ['processing', 'paid and partly refunded', orderAfter({}, refund(100))],
    [
      'processing',
      'nothing to pay',
      orderAfter({ ...pending, lines: [{ id: '1', unit_price: 0 }], shipping: 0 }),
    ],
    ['processing', 'being packed', orderAfter({}, pack({ '1': 1 }))],
  ];

  test.each(cases)('%s: %s', (status, _, order) => {
    expect(statusOf(order.state)).toBe(status);
  });

  test('every status is in the table above', () => {
    expect(new Set(cases.map(([status]) => status))).toEqual(new Set(ORDER_STATUSES));
  });
});

describe('the status of a payment', () => {
  const pending = { payment_status: 'pending' } as const;
  test.each([
    ['pending', orderAfter(pending)],
    ['pending', orderAfter({ ...pending, payment_method: 'cash_on_delivery' })],
    ['pending', orderAfter(pending, pay(3398))],
    ['pending', orderAfter(pending, cancel({ '1': 2, '2': 1 }))],
    ['authorized', orderAfter({ payment_status: 'authorized' })],
    ['authorized', orderAfter({ payment_status: 'authorized' }, pay(1))],
    ['paid', orderAfter({})],
    ['paid', orderAfter(pending, pay(3399))],
    ['paid', orderAfter(pending, pay(9999))],
    ['paid', orderAfter({ payment_status: 'authorized' }, pay(3399))],
    ['paid', orderAfter({ ...pending, payment_method: 'cash_on_delivery' }, pay(3399))],
    ['paid', orderAfter(pending, pay(1399), cancel({ '1': 2 }))],
    ['paid', orderAfter({}, refund(100, {}, 'r'), conclude('r', 'failed'))],
    ['partially_refunded', orderAfter({}, refund(100))],
    ['partially_refunded', orderAfter({}, cancel({ '1': 1 }))],
    ['refunded', orderAfter({}, refund(3399))],
    ['refunded', orderAfter({}, cancel({ '1': 2, '2': 1 }))],
  ])('%s', (status, order) => {
    expect(paymentStatusOf(order.state)).toBe(status);
  });
});

describe('the status of a line', () => {
  const first = (order: ReturnType<typeof story>) => lineStatusOf(order.state.order!.lines[0]!);
  test.each([
    ['open', orderAfter({})],
    ['open', orderAfter({}, cancel({ '1': 1 }))],
    ['canceled', orderAfter({}, cancel({ '1': 2 }))],
    ['shipped', orderAfter({}, dispatch('a', { '1': 2 }))],
    ['shipped', orderAfter({}, cancel({ '1': 1 }), dispatch('a', { '1': 1 }))],
    ['delivered', orderAfter({}, dispatch('a', { '1': 2 }), arrive('a'))],
    ['delivered', orderAfter({}, cancel({ '1': 1 }), dispatch('a', { '1': 1 }), arrive('a'))],
    ['returned', comeBack(orderAfter({}, dispatch('a', { '1': 2 }), arrive('a')), { '1': 2 })],
    ['mixed', comeBack(orderAfter({}, dispatch('a', { '1': 2 }), arrive('a')), { '1': 1 })],
    ['mixed', orderAfter({}, dispatch('a', { '1': 1 }))],
    ['mixed', orderAfter({}, dispatch('a', { '1': 1 }), dispatch('b', { '1': 1 }), arrive('a'))],
  ])('%s', (status, order) => {
    expect(first(order)).toBe(status);
  });
});

describe('delayed', () => {
  const delayed = (order: ReturnType<typeof story>, today: string) =>
    order.state.order!.lines.map((line) => isLineDelayed(line, today));

  test('from the day after the promise until it arrives', () => {
    const order = orderAfter({}, dispatch('a', { '1': 2 }));
    expect(delayed(order, '2026-03-09')).toEqual([false, false]);
    expect(delayed(order, '2026-03-10')).toEqual([true, true]);
    order.given(arrive('a'), cancel({ '2': 1 }));
    expect(delayed(order, '2026-03-10')).toEqual([false, false]);
  });

  test('at once when the promise moves behind the first, and no more when it moves back', () => {
    const order = orderAfter({}, promise('2026-03-10', '2026-03-12'));
    expect(delayed(order, '2026-03-02')).toEqual([true, false]);
    order.given(promise('2026-03-08', '2026-03-09'));
    expect(delayed(order, '2026-03-02')).toEqual([false, false]);
  });

  test('never without a promise', () => {
    expect(delayed(orderAfter({ lines: [{ id: '1', promise: null }] }), '2030-01-01')).toEqual([false]);
  });
});

describe('the date from which the order is late', () => {
  test('is the first latest date among what has not arrived', () => {
    const order = orderAfter({}, promise('2026-03-10', '2026-03-12', ['1']));
    expect(latestOpenOf(order.state)).toBe('2026-03-09');
    order.given(dispatch('a', { '2': 1 }), arrive('a'));
    expect(latestOpenOf(order.state)).toBe('2026-03-12');
    order.given(cancel({ '1': 2 }));
    expect(latestOpenOf(order.state)).toBeNull();
  });
});
