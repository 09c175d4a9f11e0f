import type { LineQuantity, Move } from '../orders/facts.ts';
import type { DeliveryPromise } from '../orders/state.ts';
import type { Flag, Stage } from './stages.ts';

export interface ShipmentFacts {
  ShipmentDispatched: {
    id: string;
    seller: string;
    lines: LineQuantity[];
    carrier: string | null;
    tracking_number: string | null;
    dispatched_at: string;
    promise: DeliveryPromise | null;
    moves: Move[];
  };
  /** The first dispatch that left something open: once per order. */
  OrderSplit: { shipment: string };
  /** Absent fields did not change. */
  ShipmentChanged: {
    id: string;
    carrier?: string | null;
    tracking_number?: string | null;
    lines?: LineQuantity[];
    moves?: Move[];
  };
  ShipmentVoided: { id: string; moves: Move[] };
  /** A person put a wrong scan right: the only way back from delivered. */
  ShipmentCorrected: { id: string; stage: Stage; moves: Move[] };
  /** The fact's `at` is when the carrier scanned it. Place and words are in the row `scans`. */
  ScanRecorded: {
    shipment: string;
    stage: Stage;
    reason: string | null;
    flags: Flag[];
    fingerprint: string;
    /** It is the newest: it set the stage. */
    moved: boolean;
    /** The first scan of its stage. */
    entered: boolean;
    /** The buyer is to be told: it moved the shipment into a new stage and is the newest of its batch. */
    tell: boolean;
    pickup_until?: string | null;
  };
  ShipmentDelivered: { shipment: string; moves: Move[] };
  /** The carrier believes in another day of delivery, a calendar date where it goes. */
  ForecastChanged: { shipment: string; from: string | null; to: string };
  /** It still waits to be collected, and goes back soon. */
  PickupExpiryNeared: { shipment: string; pickup_until: string };
}
