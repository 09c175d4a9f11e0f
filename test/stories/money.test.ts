import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { cancelable, owedAmount } from '../../src/modules/cancellations/cancellations.ts';
import { owedAmount as owedByView } from '../../src/modules/notifications/telling/money.ts';
import { viewOrder } from '../../src/modules/order-view/index.ts';
import { fullPrice, openQuantity } from '../../src/modules/orders/state.ts';
import { paidAmount, refundedAmount } from '../../src/modules/payments/state.ts';
import { awaitedQuantity } from '../../src/modules/withdrawals/state.ts';
import { fold } from '../../src/story/index.ts';
import { owed } from '../../src/web/buyer/sums.ts';
import { CONTACT, composition, NOON, ORDER, place, type StoryUnderTest, story } from '../support/stories.ts';
import { anyOrder, anyWish, perform } from '../support/wishes.ts';

// Many runs, on machines that do other things too.
vi.setConfig({ testTimeout: 90_000 });

const runs = 1500;

/** What must be true of an order after every command, accepted or refused. */
function expectSound(order: StoryUnderTest, totals: unknown): void {
  const { state } = order;
  expect(state.order!.totals).toEqual(totals);
  const paid = paidAmount(state.payments);
  const refunded = refundedAmount(state.payments);
  expect(refunded).toBeGreaterThanOrEqual(0);
  expect(paid - refunded, 'kept').toBeGreaterThanOrEqual(0);
  for (const { quantity, id, promise } of state.order!.lines) {
    if (promise) expect(promise.earliest <= promise.latest, 'promise').toBe(true);
    const open = openQuantity(state.order!.lines.find((line) => line.id === id)!);
    for (const units of [open, ...Object.values(quantity)]) expect(units).toBeGreaterThanOrEqual(0);
    expect(quantity.ordered).toBe(open + quantity.canceled + quantity.shipped);
    expect(quantity.delivered).toBeLessThanOrEqual(quantity.shipped);
    expect(quantity.returned).toBeLessThanOrEqual(quantity.delivered);
    expect(quantity.packed).toBeLessThanOrEqual(open);
  }
  expectShipmentsMatchCounters(order);
  expectWithdrawalsAddUp(order);
}

/** What was withdrawn from is canceled, or awaited, or came back; and nothing is awaited that could be canceled. */
function expectWithdrawalsAddUp({ state }: StoryUnderTest): void {
  const sum = (units: readonly { line: string; quantity: number }[], line: string) =>
    units.reduce((total, named) => total + (named.line === line ? named.quantity : 0), 0);
  const declared = state.withdrawals.declared ?? [];
  for (const line of state.order!.lines) {
    const { ordered, canceled, returned } = line.quantity;
    const awaited = awaitedQuantity(state.withdrawals, line.id);
    expect(awaited).toBeLessThanOrEqual(ordered - canceled - returned);
    expect(Math.min(awaited, cancelable(line)), 'awaited although it is still here').toBe(0);
    for (const withdrawal of declared) {
      const settled = sum(withdrawal.canceled, line.id) + sum(withdrawal.awaited, line.id);
      expect(settled).toBeLessThanOrEqual(sum(withdrawal.lines, line.id));
    }
    const of_withdrawals = declared.reduce(
      (total, withdrawal) => total + sum(withdrawal.canceled, line.id),
      0,
    );
    expect(of_withdrawals).toBeLessThanOrEqual(canceled);
  }
}

/** The counters of the lines say the same as the shipments do. */
function expectShipmentsMatchCounters({ state }: StoryUnderTest): void {
  const standing = state.shipments.shipments.filter((shipment) => !shipment.voided);
  const units = (line: string, of: typeof standing) =>
    of
      .flatMap((shipment) => shipment.lines)
      .reduce((sum, at) => sum + (at.line === line ? at.quantity : 0), 0);
  const arrived = standing.filter((shipment) => shipment.stage === 'delivered');
  for (const { id, quantity } of state.order!.lines) {
    expect(quantity.shipped).toBe(units(id, standing));
    expect(quantity.delivered).toBe(units(id, arrived));
  }
}

/** What the buyer is shown sums to what the rules work with. */
function expectViewSums({ state }: StoryUnderTest): void {
  const contact = { customer: { id: null, email: '', name: null, phone: null }, ship_to: CONTACT.ship_to };
  const stored = { number: ORDER, version: 1, state, contact, access_epoch: 1, scans: [] };
  const view = viewOrder(stored, { locale: 'en', now_ms: Date.parse(NOON), returns: [] });
  const changed = (state.changes ?? []).reduce((sum, { surcharge }) => sum + surcharge, 0);
  expect(fullPrice(state.order!)).toBe(view.totals.total + changed);
  expect(owed(view)).toMatchObject({ changed, owed: owedAmount(state) });
  expect(owedByView(view)).toBe(owedAmount(state));
}

/** By what everybody is measured: no change touches it. */
function firstLatest({ state }: StoryUnderTest) {
  return state.order!.lines.map(({ first_latest }) => first_latest);
}

/** Cancellations say what they are made of, and together what is no longer owed. */
function expectCancellationsSum({ state }: StoryUnderTest): void {
  const values = state.cancellations.cancellations;
  for (const { items, discount, tax, shipping, value } of values)
    expect(value).toBe(items - discount + tax + shipping);
  const sum = values.reduce((total, { value }) => total + value, 0);
  expect(owedAmount(state)).toBe(fullPrice(state.order!) - sum);
  expect(owedAmount(state), 'owed').toBeGreaterThanOrEqual(0);
  const everything = state.order!.lines.every((line) => line.quantity.canceled === line.quantity.ordered);
  if (!everything) return;
  expect(sum).toBe(fullPrice(state.order!));
  expect(owedAmount(state)).toBe(0);
}

test('whatever is tried with an order, its money and its units stay sound', () => {
  fc.assert(
    fc.property(anyOrder, fc.array(anyWish, { minLength: 1, maxLength: 25 }), (given, wishes) => {
      const order = story().given(place(given));
      const totals = structuredClone(order.state.order!.totals);
      const first = firstLatest(order);
      for (const wish of wishes) {
        perform(order, wish);
        expectSound(order, totals);
        expectCancellationsSum(order);
        expect(firstLatest(order)).toEqual(first);
      }
      expectViewSums(order);
      expect(fold(composition, order.facts)).toEqual(order.state);
    }),
    { numRuns: runs },
  );
});

test('the sequences above really cancel everything, refund, void and deliver', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(anyOrder, fc.array(anyWish, { minLength: 10, maxLength: 25 }), (given, wishes) => {
      const order = story().given(place(given));
      for (const wish of wishes) perform(order, wish);
      for (const { type } of order.facts) seen.set(type, (seen.get(type) ?? 0) + 1);
      if (order.state.order!.lines.every((line) => line.quantity.canceled === line.quantity.ordered))
        seen.set('everything canceled', (seen.get('everything canceled') ?? 0) + 1);
    }),
    { numRuns: 500, seed: 1 },
  );
  const rare = [
    'OrderChanged',
    'RefundIssued',
    'RefundFailed',
    'RefundSettled',
    'ShipmentVoided',
    'ShipmentChanged',
  ];
  for (const what of [
    ...rare,
    'ShipmentDelivered',
    'ShipmentCorrected',
    'WithdrawalDeclared',
    'everything canceled',
  ])
    expect(seen.get(what) ?? 0, what).toBeGreaterThanOrEqual(10);
});

test('canceled unit by unit in any order, a paid order gives back exactly its total', () => {
  fc.assert(
    fc.property(anyOrder, fc.infiniteStream(fc.nat()), (given, choices) => {
      const order = story().given(place({ ...given, payment_status: 'paid' }));
      const { total } = order.state.order!.totals;
      for (;;) {
        const open = order.state.order!.lines.filter((line) => openQuantity(line) > 0);
        if (open.length === 0) break;
        const line = open[choices.next().value! % open.length]!;
        perform(order, { kind: 'cancel', line: Number(line.id), quantity: 1 });
      }
      expect(refundedAmount(order.state.payments)).toBe(total);
    }),
    { numRuns: 500 },
  );
});

test('refunds that name lines never give back more than those lines cost', () => {
  const named = fc.record({
    amount: fc.integer({ min: 1, max: 3000 }),
    line: fc.nat(2),
    quantity: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(anyOrder, fc.array(named, { maxLength: 20 }), (given, refunds) => {
      const order = story().given(place({ ...given, payment_status: 'paid' }));
      const { totals, lines } = order.state.order!;
      for (const refund of refunds) perform(order, { kind: 'refund', ...refund });
      for (const { id, unit_price, quantity } of lines) {
        const back = order.state.payments.refunds.filter((refund) => refund.lines[0]!.line === id);
        const price = unit_price * quantity.ordered;
        const [discount, tax] = [totals.discount, totals.tax].map((whole) =>
          totals.items ? (whole * price) / totals.items : 0,
        );
        const sum = back.reduce((amount, refund) => amount + refund.amount, 0);
        expect(sum).toBeLessThan(price - discount! + tax! + 1);
      }
    }),
    { numRuns: 500 },
  );
});
