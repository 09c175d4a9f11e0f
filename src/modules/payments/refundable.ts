import type { LineQuantity } from '../orders/facts.ts';
import { findLine, type OrderState } from '../orders/state.ts';
import { sharesOf, shareUpTo } from './shares.ts';
import type { PaymentsState } from './state.ts';

/**
 * What may still go back for the named units, in minor units: what they cost, but for no line more than what its
 * other refunds have left of the line's whole price. Shipping belongs to no line. Every line named must exist.
 */
export function refundableFor(
  order: OrderState,
  { refunds }: PaymentsState,
  lines: readonly LineQuantity[],
): number {
  const standing = refunds.filter((refund) => refund.status !== 'failed');
  return lines.reduce((sum, { line, quantity }) => {
    const { ordered } = findLine(order, line)!.quantity;
    const back = standing.reduce(
      (amount, refund) => amount + shareOf(order, line, refund.amount, refund.lines),
      0,
    );
    const left = Math.max(0, costOf(order, { line, quantity: ordered }) - back);
    return sum + Math.min(costOf(order, { line, quantity }), left);
  }, 0);
}

/** The part of a refund that one of its lines bears, by value; rounded up, so that no line gives back too much. */
function shareOf(order: OrderState, line: string, amount: number, lines: readonly LineQuantity[]): number {
  const values = lines.map((named) => priceOf(order, named));
  const whole = values.reduce((sum, value) => sum + value, 0);
  const others = lines.reduce((sum, named, index) => (named.line === line ? sum : sum + values[index]!), 0);
  return others === whole ? 0 : amount - shareUpTo(amount, whole, others);
}

function costOf(order: OrderState, units: LineQuantity): number {
  const value = priceOf(order, units);
  const { discount, tax } = sharesOf(order.totals, 0, value);
  return value - discount + tax;
}

function priceOf(order: OrderState, { line, quantity }: LineQuantity): number {
  return findLine(order, line)!.unit_price * quantity;
}
