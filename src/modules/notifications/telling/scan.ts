import type { FactOf } from '../../facts.ts';
import type { Stage } from '../../shipments/stages.ts';

/** What a message about a scan keeps: the carrier's own time, and its reason from an open list. */
export interface ScanTold {
  shipment: string;
  at: string;
  reason: string | null;
  pickup_until: string | null;
}

/** Told when it is the first scan in `stage` and the newest of its batch: shipments decide that as `tell`. */
export function planScan({ data, at }: FactOf<'ScanRecorded'>, stage: Stage): ScanTold | null {
  if (!data.tell || data.stage !== stage) return null;
  return { shipment: data.shipment, at, reason: data.reason, pickup_until: data.pickup_until ?? null };
}

/** What of a carrier's reason the reader needs to know; the list of carriers' reasons is open (src/carriers/meaning.ts). */
export type Trouble = 'damaged' | 'lost' | 'refused' | 'pickup_missed' | 'address' | 'customs' | 'other';

const TROUBLES: readonly [RegExp, Trouble][] = [
  [/damaged/, 'damaged'],
  [/lost/, 'lost'],
  [/pickup_missed/, 'pickup_missed'],
  [/^carrier_refused$/, 'other'],
  [/refused/, 'refused'],
  [/address|moved/, 'address'],
  [/^customs/, 'customs'],
];

/** @param reason the group it belongs to comes first, `consignee_refused`; shops also write `refused`. */
export function troubleOf(reason: string | null): Trouble {
  return TROUBLES.find(([pattern]) => pattern.test(reason ?? ''))?.[1] ?? 'other';
}
