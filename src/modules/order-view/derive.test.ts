import { describe, expect, test } from 'vitest';
import { NOON, place, scan, shop, story } from '../../../test/support/stories.ts';
import type { AnyCommand } from '../commands.ts';
import { viewOrder } from './derive.ts';
import type { OrderView, StoredOrder } from './index.ts';

const { cancel, change, dispatch, pack, promise, refund, scans, voidShipment } = shop();
const CUSTOMER = { id: 'c-1', email: 'buyer@example.com', name: 'Ann Buyer', phone: null };

function view(
  order: ReturnType<typeof story>,
  {
    locale = null,
    now = NOON,
    seen = [],
  }: { locale?: string | null; now?: string; seen?: StoredOrder['scans'] } = {},
): OrderView {
  const nowhere = { name: null, line1: null, line2: null, city: null, region: null, postal_code: null };
  const stored: StoredOrder = {
    number: order.state.order!.number,
    version: order.facts.length,
    state: order.state,
    contact: { customer: CUSTOMER, ship_to: { ...nowhere, country: 'US', pickup_point: null } },
    access_epoch: 1,
    scans: seen,
  };
  return viewOrder(stored, { locale, now_ms: Temporal.Instant.from(now).epochMilliseconds, returns: [] });
}

/** As the contract prints them (api.md, Order view). */
const LABELS: [OrderView['status'], AnyCommand[], string, string][] = [
  [
    'canceled',
    [cancel({ '1': 3, '2': 1 })],
    'Canceled: This order was canceled.',
    'Anulowane: To zamówienie zostało anulowane.',
  ],
  [
    'delivered',
    [dispatch('a', { '1': 3, '2': 1 }), scans('a', scan('delivered', NOON))],
    'Delivered: Your order has arrived.',
    'Dostarczone: Zamówienie zostało odebrane.',
  ],
  [
    'partially_shipped',
    [dispatch('a', { '1': 1 })],
    'Partly shipped: Part of your order is on its way; the rest will follow.',
    'Częściowo zrealizowane: Część zamówienia jest w drodze, reszta zostanie wysłana później.',
  ],
  [
    'partially_delivered',
    [dispatch('a', { '1': 3 }), dispatch('b', { '2': 1 }), scans('a', scan('delivered', NOON))],
    'Partly delivered: Part has arrived; the rest is on its way.',
    'Częściowo dostarczone: Część zamówienia dotarła, reszta jest w drodze.',
  ],
  [
    'shipped',
    [dispatch('a', { '1': 3, '2': 1 })],
    'Shipped: Packed and handed to the carrier; follow it with the tracking number.',
    'Zrealizowane: Zamówienie zostało spakowane i przekazane kurierowi; śledź je po numerze przesyłki.',
  ],
  [
    'invoiced',
    [shop().invoice()],
    'Invoiced: Paid and invoiced; it will be packed next.',
    'Fakturownia: Zamówienie jest opłacone i ma fakturę; czeka na spakowanie.',
  ],
  [
    'awaiting_packing',
    [shop().handOff()],
    'Waiting to be packed: In the warehouse; packing depends on stock, a reprint or the release date.',
    'Czeka na spakowanie: Zamówienie jest w magazynie; czas wysyłki zależy od dostępności, dodruku lub premiery.',
  ],
  [
    'processing',
    [],
    'Processing: Your order is confirmed and being prepared.',
    'W trakcie realizacji: Zamówienie jest przyjęte i przygotowywane.',
  ],
];
const AWAITING = [
  'Awaiting payment: We start as soon as the payment arrives.',
  'Oczekuje na płatność: Zaczniemy realizację, gdy otrzymamy płatność.',
];
const RETURNED = [
  'Returned: Everything came back to the seller.',
  'Zwrócone: Wszystkie rzeczy wróciły do sprzedawcy.',
];
const words = ({ status_label, status_explanation }: OrderView) => `${status_label}: ${status_explanation}`;

describe('the words of a status', () => {
  test.each(LABELS)('%s', (status, commands, en, pl) => {
    const order = story().given(place(), ...commands);
    expect(view(order).status).toBe(status);
    expect(words(view(order, { locale: 'en' }))).toBe(en);
    expect(words(view(order, { locale: 'pl' }))).toBe(pl);
  });

  test('awaiting payment and returned', () => {
    const waiting = story().given(place({ payment_status: 'pending' }));
    expect([words(view(waiting)), words(view(waiting, { locale: 'pl' }))]).toEqual(AWAITING);
    const back = story().given(
      place(),
      dispatch('a', { '1': 3, '2': 1 }),
      scans('a', scan('delivered', NOON)),
    );
    for (const { quantity } of back.state.order!.lines) quantity.returned = quantity.delivered;
    expect([words(view(back)), words(view(back, { locale: 'pl' }))]).toEqual(RETURNED);
  });

  test("are in the order's language unless another is asked for, and in English when nobody speaks it", () => {
    const order = story().given(place({ locale: 'pl-PL' }));
    expect(view(order).status_label).toBe('W trakcie realizacji');
    expect(view(order, { locale: 'en-GB' }).status_label).toBe('Processing');
    expect(view(story().given(place({ locale: 'tlh' }))).status_label).toBe('Processing');
    expect(view(order, { locale: 'en-GB' }).locale).toBe('pl-PL');
  });
});

describe('delayed', () => {
  // Promised until 9 March: late when the 10th begins where the buyer lives.
  test.each([
    ['America/New_York', '2026-03-10T03:59:59Z', '2026-03-10T04:00:00Z'],
    ['Europe/Warsaw', '2026-03-09T22:59:59Z', '2026-03-09T23:00:00Z'],
    ['Asia/Kathmandu', '2026-03-09T18:14:59Z', '2026-03-09T18:15:00Z'],
    ['Pacific/Kiritimati', '2026-03-09T09:59:59Z', '2026-03-09T10:00:00Z'],
    ['Pacific/Pago_Pago', '2026-03-10T10:59:59Z', '2026-03-10T11:00:00Z'],
  ])('begins at midnight in %s', (time_zone, before, midnight) => {
    const order = story().given(place({ time_zone }));
    expect(view(order, { now: before }).delayed).toBe(false);
    expect(view(order, { now: midnight }).delayed).toBe(true);
  });

  test('is said of the order when it is true of a line', () => {
    const order = story().given(place(), promise('2026-03-10', '2026-03-12', ['2']));
    expect(view(order).lines.map((line) => line.delayed)).toEqual([false, true]);
    expect(view(order).delayed).toBe(true);
  });
});

describe('what can be canceled', () => {
  test.each([
    ['all that is open', [], { quantity: 3, why_not: null }],
    ['what is left', [dispatch('a', { '1': 1 }), cancel({ '1': 1 })], { quantity: 1, why_not: null }],
    ['not what is dispatched', [dispatch('a', { '1': 3 })], { quantity: 0, why_not: 'line_already_shipped' }],
    ['not what is canceled', [cancel({ '1': 3 })], { quantity: 0, why_not: 'line_already_canceled' }],
    ['not what is being packed', [pack({ '1': 3 })], { quantity: 0, why_not: 'line_being_packed' }],
    ['what is not yet being packed', [pack({ '1': 2 })], { quantity: 1, why_not: null }],
    ['a voided shipment', [dispatch('a', { '1': 3 }), voidShipment('a')], { quantity: 3, why_not: null }],
  ] as [string, AnyCommand[], object][])('%s', (_, commands, can_cancel) => {
    expect(view(story().given(place(), ...commands)).lines[0]!.can_cancel).toEqual(can_cancel);
  });

  test('agrees with the rules: what the view offers is accepted, one more is refused', () => {
    const order = story().given(place(), dispatch('a', { '1': 1 }), pack({ '1': 1 }));
    const { quantity } = view(order).lines[0]!.can_cancel;
    order.when(cancel({ '1': quantity + 1 })).refuses('line_being_packed');
    order.when(cancel({ '1': quantity })).decides({ type: 'LinesCanceled' }, { type: 'RefundIssued' });
  });
});

describe('the view', () => {
  test('adds up money and shows it as it was placed', () => {
    const order = story().given(place(), cancel({ '1': 1 }, 'x-1'), refund(50, {}, 'r-1'));
    const { payment, totals, adjustments } = view(order);
    expect(payment).toEqual({ status: 'partially_refunded', method: 'card', paid: 3899, refunded: 1050 });
    expect(totals.total).toBe(3899);
    expect(adjustments.map(({ kind, amount, status }) => [kind, amount, status])).toEqual([
      ['cancellation', -1000, null],
      ['refund', -1000, 'to_execute'],
      ['refund', -50, 'to_execute'],
    ]);
  });

  test('shows a promise with its first date and how often it moved', () => {
    const order = story().given(place(), promise('2026-03-10', '2026-03-12'));
    expect(view(order).lines[0]).toMatchObject({
      promise: { earliest: '2026-03-10', latest: '2026-03-12', first_latest: '2026-03-09', revisions: 1 },
      promise_before: { earliest: '2026-03-05', latest: '2026-03-09', reason: 'reprint' },
    });
    expect(view(story().given(place({ lines: [{ id: '1', promise: null }] }))).lines[0]!.promise).toBeNull();
  });

  test('shows shipments that stand, with link, scans and the promise of their lines', () => {
    const order = story().given(
      place(),
      dispatch('a', { '1': 1 }),
      dispatch('b', { '1': 1 }),
      voidShipment('b'),
    );
    const seen = {
      shipment: 'a',
      stage: 'in_transit',
      reason: null,
      occurred_at: NOON,
      location: 'Newark',
      description: null,
    } as const;
    const { shipments } = view(order, { seen: [seen, { ...seen, shipment: 'b' }] });
    expect(shipments).toHaveLength(1);
    expect(shipments[0]).toMatchObject({
      id: 'a',
      carrier_name: 'UPS',
      tracking_url: expect.stringContaining('1Z5R89390357567127'),
      stage: 'announced',
      promise: { earliest: '2026-03-05', latest: '2026-03-09' },
      events: [{ stage: 'in_transit', location: 'Newark' }],
    });
    expect(shipments[0]!.events[0]).not.toHaveProperty('shipment');
  });

  test('shows until when a parcel waits only while it waits', () => {
    const waiting = scan('available_for_pickup', '2026-03-04T08:00:00Z', {
      pickup_until: '2026-03-08T20:00:00Z',
    });
    const order = story().given(place(), dispatch('a', { '1': 1 }), scans('a', waiting));
    expect(view(order).shipments[0]!.pickup_until).toBe('2026-03-08T20:00:00Z');
    order.given(scans('a', scan('delivered', '2026-03-05T08:00:00Z')));
    expect(view(order).shipments[0]!.pickup_until).toBeNull();
  });

  test('carries the version it shows', () => {
    expect(
      view(story().given(place(), dispatch('a', { '1': 3, '2': 1 }), change('a', { carrier: 'dhl' })))
        .version,
    ).toBe(3);
  });
});
