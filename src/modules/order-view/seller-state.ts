import { casesOf } from '../cases/state.ts';
import type { ChangesState } from '../changes/state.ts';
import type { LineQuantity } from '../orders/facts.ts';
import type { OrderState } from '../orders/state.ts';
import type { PaymentsState, Refund } from '../payments/state.ts';
import type { State } from '../state.ts';
import type { WithdrawalsState } from '../withdrawals/state.ts';
import { paymentStatusOf } from './status.ts';

/**
 * What one seller may see of an order, as if it were an order of its lines alone: so status, delay and
 * adjustments follow from the part by the very rules that hold for the whole. Null: no line is the seller's.
 *
 * Money is that of its items: shipping, tax and discount belong to the shop, and who paid how much in all is
 * between shop and buyer. Once the order is paid, the seller's items count as paid.
 */
export function sellersState(whole: State, seller: string): State | null {
  const lines = whole.order!.lines.filter((line) => line.seller === seller);
  if (lines.length === 0) return null;
  const prices = new Map(lines.map((line) => [line.id, line.unit_price]));
  const items = lines.reduce((sum, line) => sum + line.unit_price * line.quantity.ordered, 0);
  const shipments = whole.shipments.shipments.filter((shipment) => shipment.seller === seller);
  const cancellations = whole.cancellations.cancellations.flatMap((cancellation) => {
    const own = ownLines(cancellation.lines, prices);
    const value = worth(own, prices);
    const money = { items: value, discount: 0, tax: 0, shipping: 0, value };
    return own.length === 0 ? [] : [{ ...cancellation, ...money, lines: own }];
  });
  return {
    order: ownOrder(whole.order!, lines, items),
    payments: ownPayments(whole, prices, items),
    shipments: { shipments },
    cancellations: { cancellations },
    ...(whole.changes && { changes: ownChanges(whole.changes) }),
    ...ownDelays(whole, prices),
    ...ownCases(whole, seller),
    withdrawals: ownWithdrawals(whole.withdrawals, prices),
  };
}

function ownDelays({ delays }: State, prices: Map<string, number>): Pick<State, 'delays'> {
  const lines = delays?.lines?.filter(({ line }) => prices.has(line));
  return lines?.length ? { delays: { lines } } : {};
}

/** A case has one seller: to the others it does not exist. */
function ownCases(whole: State, seller: string): Pick<State, 'cases'> {
  const cases = casesOf(whole).filter((one) => one.seller === seller);
  return cases.length === 0 ? {} : { cases: { cases } };
}

function ownOrder(order: OrderState, lines: OrderState['lines'], items: number): OrderState {
  const { seller } = lines[0]!;
  const { handling, ship_by_neared, surcharge: _surcharge, ...rest } = order;
  return {
    ...rest,
    ...(handling && { handling: handling.filter((terms) => terms.seller === seller) }),
    ...(ship_by_neared && { ship_by_neared: ship_by_neared.filter((neared) => neared.seller === seller) }),
    lines,
    totals: { items, shipping: 0, tax: 0, discount: 0, total: items },
    invoices: [],
  };
}

function ownPayments(state: State, prices: Map<string, number>, items: number): PaymentsState {
  const status = paymentStatusOf(state);
  const paid = status !== 'pending' && status !== 'authorized';
  const { payment_method: method, placed_at: received_at, lines } = state.order!;
  const all = new Map(lines.map((line) => [line.id, line.unit_price]));
  return {
    authorized: state.payments.authorized,
    payments: paid ? [{ amount: items, method, reference: null, received_at }] : [],
    refunds: withinItems(
      state.payments.refunds.flatMap((refund) => ownRefund(refund, prices, all)),
      prices,
      items,
    ),
  };
}

/** Tax and shipping that went back with the items are the shop's: of its items nobody gets more than they cost. */
function withinItems(refunds: readonly Refund[], prices: Map<string, number>, items: number): Refund[] {
  let left = items;
  return refunds.map((refund) => {
    const amount = Math.min(refund.amount, worth(refund.lines, prices), left);
    if (refund.status !== 'failed') left -= amount;
    return { ...refund, amount };
  });
}

/** A refund for lines of several sellers is shared by their value; one for the order as a whole is the shop's. */
function ownRefund(refund: Refund, prices: Map<string, number>, all: Map<string, number>): Refund[] {
  const lines = ownLines(refund.lines, prices);
  if (lines.length === 0) return [];
  if (lines.length === refund.lines.length) return [{ ...refund, lines }];
  const value = BigInt(worth(refund.lines, all));
  const amount = value === 0n ? 0 : Number((BigInt(refund.amount) * BigInt(worth(lines, prices))) / value);
  return [{ ...refund, amount, lines }];
}

function ownWithdrawals({ declared }: WithdrawalsState, prices: Map<string, number>): WithdrawalsState {
  const own = declared?.flatMap((withdrawal) => {
    const lines = ownLines(withdrawal.lines, prices);
    const canceled = ownLines(withdrawal.canceled, prices);
    const awaited = ownLines(withdrawal.awaited, prices);
    return lines.length === 0 ? [] : [{ ...withdrawal, lines, canceled, awaited }];
  });
  return own?.length ? { declared: own } : {};
}

/** That something changed concerns whoever sends it; what it cost is between the shop and the buyer. */
function ownChanges(changes: ChangesState): ChangesState {
  return changes.map((change) => ({ ...change, surcharge: 0, refund: null }));
}

function ownLines(lines: readonly LineQuantity[], prices: Map<string, number>): LineQuantity[] {
  return lines.filter(({ line }) => prices.has(line));
}

function worth(lines: readonly LineQuantity[], prices: Map<string, number>): number {
  return lines.reduce((sum, { line, quantity }) => sum + (prices.get(line) ?? 0) * quantity, 0);
}
