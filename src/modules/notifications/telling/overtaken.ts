import type { OrderView } from '../../order-view/index.ts';
import type { Stage } from '../../shipments/stages.ts';

/** The stages that are told when a shipment first comes into them. */
const TOLD: ReadonlySet<Stage> = new Set([
  'out_for_delivery',
  'attempt_failed',
  'available_for_pickup',
  'exception',
  'returning',
  'delivered',
]);

/**
 * A shipment that a message says to be in `stage` is somewhere else by now, or was registered by mistake: the message
 * would say what is not so. For stages about which there is nothing more to say once they are over.
 */
export function hasLeft(stage: Stage) {
  return (data: { shipment: string }, order: OrderView): boolean =>
    order.shipments.find((shipment) => shipment.id === data.shipment)?.stage !== stage;
}

/**
 * A shipment has come into another stage since `at`, and that is told by itself; or it was registered by mistake. On
 * the road again, or back in a stage it had been in, is no message: then what happened is still to be told.
 */
export function hasMovedOn(stage: Stage) {
  return ({ shipment: id, at }: { shipment: string; at: string }, order: OrderView): boolean => {
    const shipment = order.shipments.find((candidate) => candidate.id === id);
    if (!shipment) return true;
    const { stage: now, milestones } = shipment;
    // The same instant counts: carriers that report days put a whole one into a single instant.
    return now !== stage && TOLD.has(now) && (now === 'delivered' || (milestones[now] ?? '') >= at);
  };
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
