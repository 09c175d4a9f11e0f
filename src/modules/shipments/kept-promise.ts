import type { DeliveryPromise } from '../orders/state.ts';
import type { Shipment, ShipmentsState } from './state.ts';

/**
 * What has left comes when it was to come, though the promise of its line moves for what stayed behind: the buyer chose
 * another delivery for the rest. Of several lines the widest promise is kept.
 */
export function keepPromise(state: ShipmentsState, line: string, from: DeliveryPromise): void {
  for (const shipment of holding(state, line)) {
    if (shipment.promise || shipment.stage === 'delivered') continue;
    const kept = shipment.promise_kept ?? from;
    shipment.promise_kept = {
      earliest: kept.earliest < from.earliest ? kept.earliest : from.earliest,
      latest: kept.latest > from.latest ? kept.latest : from.latest,
    };
  }
}

/** A newer promise of the line is about all of it. */
export function forgetPromise(state: ShipmentsState, line: string): void {
  for (const shipment of holding(state, line)) delete shipment.promise_kept;
}

function holding({ shipments }: ShipmentsState, line: string): Shipment[] {
  return shipments.filter(({ lines, voided }) => !voided && lines.some((units) => units.line === line));
}
