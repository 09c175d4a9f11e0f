import type { NewFact } from '../../story/index.ts';
import type { LineQuantity } from '../orders/facts.ts';
import { handlingBegun } from '../orders/ship-by.ts';
import type { OrderState } from '../orders/state.ts';
import { sharesOf } from './shares.ts';
import { type PaymentsState, paidAmount } from './state.ts';

/** What is about to change: money that came, in minor units, units that are taken off, or what a change saves. */
interface Change {
  paid?: number;
  canceled?: readonly LineQuantity[];
  saved?: number;
}

/**
 * The fact that the sellers' days begin, when a change is what the order waited for; nothing when it did not wait, or
 * still waits. Of a payment that is too small nobody sends anything.
 */
export function handlingBegunBy(
  { paid = 0, canceled = [], saved = 0 }: Change,
  order: OrderState,
  payments: PaymentsState,
  at: string,
): NewFact[] {
  // Placed before its sellers' terms were kept: nobody knows when anything is to leave.
  if (!order.handling) return [];
  if (payments.authorized || order.payment_method === 'cash_on_delivery' || order.totals.total === 0)
    return [];
  const received = paidAmount(payments);
  if (received > 0 && received >= owed(order, [])) return [];
  const after = received + paid;
  return after > 0 && after >= owed(order, canceled) - saved ? [handlingBegun(order, at, canceled)] : [];
}

/**
 * What the order costs without what was canceled and `canceled`. Nobody waits for what a change made it cost more: the
 * order was to be sent before, and a change never holds it back.
 */
function owed({ totals, lines, surcharge = 0 }: OrderState, canceled: readonly LineQuantity[]): number {
  const off = lines.reduce(
    (sum, line) => sum + line.unit_price * (line.quantity.canceled + of(canceled, line.id)),
    0,
  );
  const { discount, tax } = sharesOf(totals, 0, off);
  return totals.total + Math.min(0, surcharge) - (off - discount + tax);
}

function of(quantities: readonly LineQuantity[], id: string): number {
  return quantities.find(({ line }) => line === id)?.quantity ?? 0;
}
