import type { Command } from '../../story/command.ts';
import type { LineQuantity } from '../orders/facts.ts';
import type { DeliveryPromise } from '../orders/state.ts';
import type { Flag, Stage } from './stages.ts';

/** One scan, normalised, with the fingerprint that recognises it when it is reported again. */
export interface Scan {
  stage: Stage;
  reason: string | null;
  flags: Flag[];
  occurred_at: string;
  location: string | null;
  description: string | null;
  pickup_until: string | null;
  /** The day the carrier believes in, a calendar date where it goes; absent or null: it does not say. */
  forecast?: string | null;
  fingerprint: string;
  /** Recorded already: at most the day the carrier believes in is news. */
  repeated?: true;
}

/** `id` absent in the request: the edge makes one. `earlier_scans` came before the shipment was known. */
export type DispatchShipment = Command<
  'DispatchShipment',
  {
    shipment: string;
    lines: LineQuantity[];
    carrier: string | null;
    tracking_number: string | null;
    dispatched_at: string;
    promise: DeliveryPromise | null;
    earlier_scans: Scan[];
  }
>;
/** Absent fields stay. */
export type ChangeShipment = Command<
  'ChangeShipment',
  {
    shipment: string;
    carrier?: string | null;
    tracking_number?: string | null;
    lines?: LineQuantity[];
    earlier_scans: Scan[];
  }
>;
export type VoidShipment = Command<'VoidShipment', { shipment: string; reason: string }>;
export type CorrectShipment = Command<
  'CorrectShipment',
  { shipment: string; stage: Stage; occurred_at: string; reason: string }
>;
export type RecordScans = Command<'RecordScans', { shipment: string; scans: Scan[] }>;
/** Asked by a clock. */
export type NoticePickupExpiry = Command<'NoticePickupExpiry', { shipment: string }>;

export type ShipmentCommand =
  | DispatchShipment
  | ChangeShipment
  | VoidShipment
  | CorrectShipment
  | RecordScans
  | NoticePickupExpiry;
