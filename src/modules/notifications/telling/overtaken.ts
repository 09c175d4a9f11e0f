import type { OrderView } from '../../order-view/index.ts';
import type { Stage } from '../../shipments/stages.ts';

/**
 * A shipment that a message says to be in `stage` is somewhere else by now, or was registered by mistake: where it
 * is, is told by itself.
 */
export function hasLeft(stage: Stage) {
  return (data: { shipment: string }, order: OrderView): boolean =>
    order.shipments.find((shipment) => shipment.id === data.shipment)?.stage !== stage;
}

/** A shipment has arrived or does not exist: that it is on its way is no news. */
export function isThere(data: { shipment: string }, order: OrderView): boolean {
  const shipment = order.shipments.find((candidate) => candidate.id === data.shipment);
  return shipment === undefined || shipment.stage === 'delivered';
}

/** Of several messages about one shipment that are told together, the newest says it all. */
export function ofShipment({ shipment }: { shipment: string }): string {
  return `shipment ${shipment}`;
}
