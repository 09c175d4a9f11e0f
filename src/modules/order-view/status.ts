import { owedAmount } from '../cancellations/cancellations.ts';
import { type Line, openQuantity } from '../orders/state.ts';
import type { OrderStatus } from '../orders/vocabulary.ts';
import { paidAmount, refundedAmount } from '../payments/state.ts';
import type { State } from '../state.ts';
import type { LineStatus, PaymentStatus } from './view.ts';

interface Units {
  remaining: number;
  open: number;
  shipped: number;
  delivered: number;
  returned: number;
}

/** Units of all lines that were not canceled. */
function unitsOf(lines: readonly Line[]): Units {
  const units = { remaining: 0, open: 0, shipped: 0, delivered: 0, returned: 0 };
  for (const line of lines) {
    units.remaining += line.quantity.ordered - line.quantity.canceled;
    units.open += openQuantity(line);
    units.shipped += line.quantity.shipped;
    units.delivered += line.quantity.delivered;
    units.returned += line.quantity.returned;
  }
  return units;
}

/** The contract's table, first match wins. */
export function statusOf(state: State): OrderStatus {
  const order = state.order!;
  const units = unitsOf(order.lines);
  if (units.remaining === 0) return 'canceled';
  if (units.returned === units.remaining) return 'returned';
  if (units.delivered === units.remaining) return 'delivered';
  if (units.open > 0 && units.shipped > 0) return 'partially_shipped';
  if (units.open === 0 && units.delivered > 0) return 'partially_delivered';
  if (units.open === 0) return 'shipped';
  if (paymentStatusOf(state) === 'pending' && order.payment_method !== 'cash_on_delivery') {
    return 'awaiting_payment';
  }
  if (order.invoices.length > 0) return 'invoiced';
  return order.handoffs.length > 0 ? 'awaiting_packing' : 'processing';
}

/**
 * Paid means that what is owed now has been paid, or that there was nothing to pay; underpaid is still pending. What a
 * change made it cost more has a status of its own (its adjustment), and takes nothing back of what was paid.
 */
export function paymentStatusOf(state: State): PaymentStatus {
  const paid = paidAmount(state.payments);
  const refunded = refundedAmount(state.payments);
  if (refunded > 0) return refunded >= paid ? 'refunded' : 'partially_refunded';
  const begun = state.payments.payments.length > 0 || state.order!.totals.total === 0;
  const added = Math.max(0, state.order!.surcharge ?? 0);
  if (begun && paid >= owedAmount(state) - added) return 'paid';
  return state.payments.authorized ? 'authorized' : 'pending';
}

export function lineStatusOf(line: Line): LineStatus {
  const units = unitsOf([line]);
  if (units.remaining === 0) return 'canceled';
  if (units.returned === units.remaining) return 'returned';
  if (units.delivered === units.remaining && units.returned === 0) return 'delivered';
  if (units.shipped === units.remaining && units.delivered === 0) return 'shipped';
  return units.shipped === 0 ? 'open' : 'mixed';
}

/** Some units of the line have neither arrived nor been canceled. */
function isUnderway(line: Line): boolean {
  return line.quantity.delivered + line.quantity.canceled < line.quantity.ordered;
}

/** @param today calendar date in the order's zone. */
export function isLineDelayed(line: Line, today: string): boolean {
  if (!line.promise || !isUnderway(line)) return false;
  return line.promise.latest > line.first_latest! || today > line.promise.latest;
}

/** The first latest date among what has not arrived: from the day after it the order is late. */
export function latestOpenOf(state: State): string | null {
  let latest: string | null = null;
  for (const line of state.order!.lines) {
    if (!line.promise || !isUnderway(line)) continue;
    if (latest === null || line.promise.latest < latest) latest = line.promise.latest;
  }
  return latest;
}
