import type { Config } from '../config.ts';
import type { Flag, Stage } from '../modules/shipments/stages.ts';

/** One scan in our words, whoever reported it. The shape of an item of `POST /v1/tracking-events`. */
export interface NormalScan {
  /** As `normalCarrier` gives it; null when the source does not say who carries. */
  carrier: string | null;
  /** As `normalTrackingNumber` gives it; never empty. */
  tracking_number: string;
  stage: Stage;
  /** Why, where the source says: `consignee_refused`, `customs_delay`, ... An open list, see meaning.ts. */
  reason: string | null;
  flags: Flag[];
  /** RFC 3339, UTC, no fraction. */
  occurred_at: string;
  location: string | null;
  description: string | null;
  /** The source's own id of this scan, not of the message that brought it: messages repeat old scans. */
  external_id: string | null;
  /** Until when a pickup point keeps it; RFC 3339, UTC. */
  pickup_until: string | null;
  /** The day the source believes in, a calendar date where it goes; on the newest scan alone. Absent: it does not say. */
  forecast?: string | null;
}

export interface Parsed {
  /** Oldest first, as the story tells them. Empty for a message that is not about scans. */
  scans: NormalScan[];
  /** Codes nobody has described to us yet, each once: to be counted and looked at, never a reason to refuse. */
  unknown_codes: string[];
}

/** A service (or a carrier) that posts tracking events to us: one file in this folder. */
export interface CarrierSource {
  /** The `{source}` of `POST /v1/carriers/{source}/webhooks`. */
  name: string;
  /** The secret both sides know; null: not set up, and everything it sends is refused with 401. */
  secret(config: Config): string | null;
  /** Whether whoever sent these exact bytes knows the secret. Takes the same time for every wrong signature. */
  verify(rawBody: Uint8Array, headers: Headers, secret: string): boolean;
  /** Reads a parsed JSON body of any shape. Never throws: what it cannot read, it leaves out. */
  parse(body: unknown): Parsed;
}
