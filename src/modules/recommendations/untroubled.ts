import { dateInZone } from '../../lib/dates.ts';
import { type LineView, type OrderView, type ShipmentView, titleOf } from '../order-view/index.ts';
import type { Stage } from '../shipments/stages.ts';
import type { Occasion } from './find.ts';

/** A parcel in one of these has a problem, or has come back. */
const TROUBLED: ReadonlySet<Stage> = new Set([
  'attempt_failed',
  'exception',
  'returning',
  'returned',
  'cancelled',
  'expired',
]);

/**
 * Whether an order is one beside which something may be offered. Whoever waits, complains, or was let down must not be
 * shown an advertisement: never when anything of it is or was late, canceled, withdrawn, sent back, refunded, unpaid, in
 * trouble on its way, or spoken about in an open case. Pure.
 */
export function isUntroubled(order: OrderView): boolean {
  const { lines, shipments, payment, adjustments, status } = order;
  if (order.delayed || status === 'awaiting_payment' || payment.status === 'pending') return false;
  if (adjustments.length > 0 || payment.refunded > 0) return false;
  if (order.returns.length + order.withdrawals.length + order.cases.length > 0) return false;
  return lines.every(isAsPromised) && shipments.every((shipment) => wentWell(shipment, order));
}

function isAsPromised({ quantity, promise }: LineView): boolean {
  if (quantity.canceled > 0 || quantity.returned > 0) return false;
  return promise === null || promise.latest <= promise.first_latest;
}

/** It is on its way as promised, or came by the day first promised for what is in it. */
function wentWell(shipment: ShipmentView, { lines, time_zone }: OrderView): boolean {
  if (TROUBLED.has(shipment.stage) || shipment.flags.length > 0) return false;
  if (shipment.delivered_at === null) return true;
  const arrived_on = dateInZone(Date.parse(shipment.delivered_at), time_zone);
  return shipment.lines.every(({ line }) => {
    const promise = lines.find(({ id }) => id === line)?.promise;
    return !promise || arrived_on <= promise.first_latest;
  });
}

/** What is offered because of, and what has arrived. */
export function occasionOf(
  order: OrderView,
): Pick<Occasion, 'order_number' | 'customer' | 'kept' | 'arrived'> {
  return {
    order_number: order.number,
    customer: order.customer.id,
    kept: [...new Set(order.lines.map(({ sku }) => sku))],
    arrived: [...new Set(order.lines.filter(({ quantity }) => quantity.delivered > 0).map(({ sku }) => sku))],
  };
}

/** What the order's line is called that a suggestion is made for. */
export function reasonIn(order: OrderView, because: string, length_max: number): string {
  const line = order.lines.find(({ sku }) => sku === because);
  return line ? titleOf(line, length_max) : because;
}
