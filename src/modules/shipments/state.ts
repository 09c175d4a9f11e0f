import type { LineQuantity } from '../orders/facts.ts';
import type { DeliveryPromise } from '../orders/state.ts';
import type { Flag, Stage } from './stages.ts';

/**
 * One physical consignment. Scans have their own rows; here is only what deciding needs, so that a snapshot
 * stays small however chatty the carrier is.
 */
export interface Shipment {
  id: string;
  seller: string;
  lines: LineQuantity[];
  carrier: string | null;
  /** Stripped and upper-cased. */
  tracking_number: string | null;
  dispatched_at: string;
  /** Given at dispatch; null: that of its lines. */
  promise: DeliveryPromise | null;
  /** That of its lines when it left, once theirs moved for what stayed behind. */
  promise_kept?: DeliveryPromise;
  stage: Stage;
  /** `occurred_at` of the scan (or correction) that set the stage; empty before the first. */
  stage_at: string;
  /** When a person last put the stage right: delivered scans from before it no longer count. */
  corrected_at: string | null;
  flags: Flag[];
  delivered_at: string | null;
  /** First time in each stage. */
  milestones: Partial<Record<Stage, string>>;
  /** The day the carrier believes in, a calendar date where it goes; absent: it did not say. */
  forecast?: string;
  /** Until when it waits at a pickup point. */
  pickup_until: string | null;
  /** The `pickup_until` of which its buyer was warned last. */
  pickup_neared?: string;
  /** Beginnings of the fingerprints of the newest scans, bounded: the guard against the same scan arriving twice at once. */
  prints: string[];
  /** How many scans it has. */
  scans: number;
  /** Carrier, number or lines were changed after dispatch. */
  changed: boolean;
  voided: boolean;
}

export interface ShipmentsState {
  shipments: Shipment[];
}

export function emptyShipments(): ShipmentsState {
  return { shipments: [] };
}

export function findShipment(state: ShipmentsState, id: string): Shipment | undefined {
  return state.shipments.find((shipment) => shipment.id === id);
}
