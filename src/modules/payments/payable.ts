import type { NewFact } from '../../story/index.ts';
import { handlingBegun } from '../orders/ship-by.ts';
import type { OrderState } from '../orders/state.ts';
import { sharesOf } from './shares.ts';
import { type PaymentsState, paidAmount } from './state.ts';

/** What is about to change: money that came, or items that are taken off, in minor units. */
interface Change {
  paid?: number;
  items?: number;
}

/**
 * The fact that the sellers' days begin, when a change is what the order waited for; nothing when it did not wait, or
 * still waits. Of a payment that is too small nobody sends anything.
 */
export function handlingBegunBy(
  change: Change,
  order: OrderState,
  payments: PaymentsState,
  at: string,
): NewFact[] {
  // Placed before its sellers' terms were kept: nobody knows when anything is to leave.
  if (!order.handling) return [];
  if (payments.authorized || order.payment_method === 'cash_on_delivery' || order.totals.total === 0)
    return [];
  const before = isPaid(order, payments, {});
  return !before && isPaid(order, payments, change) ? [handlingBegun(order, at)] : [];
}

function isPaid(order: OrderState, payments: PaymentsState, { paid = 0, items = 0 }: Change): boolean {
  const canceled = order.lines.reduce((sum, line) => sum + line.unit_price * line.quantity.canceled, items);
  const { discount, tax } = sharesOf(order.totals, 0, canceled);
  const received = paidAmount(payments) + paid;
  return received > 0 && received >= order.totals.total - (canceled - discount + tax);
}
