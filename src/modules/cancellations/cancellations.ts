import type { Command, Decision, Fact, NewFact } from '../../story/index.ts';
import { refuse, refuseInvalid } from '../../story/index.ts';
import type { LineQuantity, Move } from '../orders/facts.ts';
import { sumByLine } from '../orders/orders.ts';
import { whyNotCounted, whyNotOpen } from '../orders/quantities.ts';
import { noteRow } from '../orders/rows.ts';
import { findLine, fullPrice, type Line, type OrderState, openQuantity } from '../orders/state.ts';
import { handlingBegunBy } from '../payments/payable.ts';
import { sharesOf } from '../payments/shares.ts';
import { paidAmount, refundedAmount } from '../payments/state.ts';
import type { State } from '../state.ts';
import type { CancelLines } from './commands.ts';
import type { CancellationFacts } from './facts.ts';
import type { CancellationValue } from './state.ts';

export const CANCELLATION_COMMANDS = ['CancelLines'] as const satisfies CancelLines['type'][];

export function decide(state: State, command: Command): Decision {
  return cancelLines(state, command as CancelLines, null);
}

/**
 * All or nothing: what is dispatched or being packed stands against it.
 * @param agreed_in the case in which the seller agreed to it: then what it is packing does not stand against it
 */
export function cancelLines(
  state: State,
  { order: number, id, at, body }: Pick<CancelLines, 'order' | 'id' | 'at' | 'body'>,
  agreed_in: string | null,
): Decision {
  const order = state.order!;
  const uncounted = whyNotCounted(body.lines);
  if (uncounted) return uncounted;
  const lines = sumByLine(body.lines);
  for (const { line: lineId, quantity } of lines) {
    const line = findLine(order, lineId);
    if (!line) return refuseInvalid('unknown_line', 'lines', `There is no line ${lineId}.`);
    const standing = agreed_in === null ? whyNotCancel(line, quantity) : whyNotOpen(line, quantity);
    if (standing) return refuse(standing, `Line ${lineId} has ${cancelable(line)} that can be canceled.`);
  }
  const everything = isEverything(order, lines);
  const worth = worthOf(state, lines, everything);
  const moves = lines.map(({ line, quantity }): Move => ({ line, canceled: quantity }));
  const agreed = agreed_in === null ? {} : { case: agreed_in };
  const canceled = { id: body.cancellation, by: body.by, lines, everything, ...worth, ...agreed, moves };
  const facts: NewFact[] = [{ type: 'LinesCanceled', data: canceled }];
  const refund = refundFor(state, worth.value);
  if (refund > 0) facts.push({ type: 'RefundIssued', data: refundData(body, lines, refund) });
  if (!everything) facts.push(...handlingBegunBy({ canceled: lines }, order, state.payments, at));
  return {
    facts,
    rows: body.reason ? [noteRow(number, id, body.reason)] : [],
    result: { kind: 'cancellation', id: body.cancellation, amount: -worth.value, refund },
  };
}

function refundData({ refund, cancellation }: CancelLines['body'], lines: LineQuantity[], amount: number) {
  return { id: refund, amount, cause: 'cancellation' as const, cancellation, lines, reference: null };
}

/** Units of a line that may still be canceled at once. */
export function cancelable(line: Line): number {
  return openQuantity(line) - line.quantity.packed;
}

/** The rule that stands against canceling `quantity` units of a line, or null. */
export function whyNotCancel(line: Line, quantity: number): string | null {
  const standing = whyNotOpen(line, quantity);
  if (standing) return standing;
  return quantity > cancelable(line) ? 'line_being_packed' : null;
}

/** With these lines nothing of the order remains. */
function isEverything(order: OrderState, lines: readonly LineQuantity[]): boolean {
  const named = new Map(lines.map(({ line, quantity }) => [line, quantity]));
  return order.lines.every(
    (line) => line.quantity.canceled + (named.get(line.id) ?? 0) === line.quantity.ordered,
  );
}

/**
 * What the units cost the buyer. Shipping, and what changes added to it, comes back only when nothing remains; then it
 * all sums to what the order cost.
 */
function worthOf(state: State, lines: readonly LineQuantity[], everything: boolean): CancellationValue {
  const { totals, lines: ordered, surcharge = 0 } = state.order!;
  const items = lines.reduce(
    (sum, { line, quantity }) => sum + findLine(state.order!, line)!.unit_price * quantity,
    0,
  );
  const before = ordered.reduce((sum, line) => sum + line.unit_price * line.quantity.canceled, 0);
  const { discount, tax } = everything ? theRest(state) : sharesOf(totals, before, items);
  const shipping = everything ? totals.shipping + surcharge : 0;
  return { items, discount, tax, shipping, value: items - discount + tax + shipping };
}

function theRest({ order, cancellations }: State): { discount: number; tax: number } {
  const rest = { discount: order!.totals.discount, tax: order!.totals.tax };
  for (const earlier of cancellations.cancellations) {
    rest.discount -= earlier.discount;
    rest.tax -= earlier.tax;
  }
  return rest;
}

/** min(value, kept - still owed), never below zero: an unpaid or only authorized order gives nothing back. */
function refundFor(state: State, value: number): number {
  const kept = paidAmount(state.payments) - refundedAmount(state.payments);
  return Math.max(0, Math.min(value, kept - (owedAmount(state) - value)));
}

/** What the order still costs: its total and what changes added, less what was canceled. */
export function owedAmount({ order, cancellations }: State): number {
  return cancellations.cancellations.reduce((sum, { value }) => sum - value, fullPrice(order!));
}

export function evolve({ cancellations }: State, fact: Fact): void {
  if (fact.type !== 'LinesCanceled') return;
  const { moves: _moves, everything: _everything, ...rest } = fact.data as CancellationFacts['LinesCanceled'];
  cancellations.cancellations.push({ ...rest, at: fact.at });
}
