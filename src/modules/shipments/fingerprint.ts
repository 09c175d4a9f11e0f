import { hash } from 'node:crypto';
import type { Scan } from './commands.ts';

/** One scan as somebody reported it: normal carrier and number, the rest as in `Scan`. */
export interface ReportedScan extends Omit<Scan, 'fingerprint'> {
  /** Null: the source does not say. */
  carrier: string | null;
  tracking_number: string;
  /** The sender's own id of this scan; null: it has none. */
  external_id: string | null;
}

/** 128 bits: two different scans of one parcel will not meet. */
const fingerprint_length = 22;

/**
 * What recognises a scan that is reported again: the sender's id, else everything it says. It is compared
 * among the scans of one tracking number only, since senders count their ids per parcel.
 */
export function fingerprintOf(scan: ReportedScan): string {
  const { carrier, tracking_number, stage, reason, occurred_at, location, description } = scan;
  const said =
    scan.external_id === null
      ? [carrier, tracking_number, stage, reason, occurred_at, location, description]
      : [scan.external_id];
  return hash('sha256', JSON.stringify(said), 'base64url').slice(0, fingerprint_length);
}

/** What the story keeps of it. */
export function scanOf(reported: ReportedScan, fingerprint: string): Scan {
  const { carrier: _carrier, tracking_number: _number, external_id: _id, ...scan } = reported;
  return { ...scan, fingerprint };
}
