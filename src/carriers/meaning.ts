import type { Flag, Stage } from '../modules/shipments/stages.ts';

/** What a source's code says in our words. */
export interface Meaning {
  stage: Stage;
  reason: string | null;
  flags: readonly Flag[];
}

/**
 * Why something happened. The groups and most names are Karrio's, the richest open list there is: who or what
 * caused it comes first. The list is open on the wire; here it is closed so that tables cannot mistype it.
 */
export type Reason =
  | 'carrier_damaged_parcel'
  | 'carrier_delay'
  | 'carrier_parcel_lost'
  | 'carrier_refused'
  | 'carrier_sorting_error'
  | 'consignee_business_closed'
  | 'consignee_incorrect_address'
  | 'consignee_moved'
  | 'consignee_not_home'
  | 'consignee_pickup_missed'
  | 'consignee_redirected'
  | 'consignee_refused'
  | 'customs_cleared'
  | 'customs_delay'
  | 'customs_documentation'
  | 'customs_duties_unpaid'
  | 'customs_inspection'
  | 'delivered_to_neighbor'
  | 'weather_delay'
  | 'other';

/** Reads like a row of the vocabulary: `means('in_transit', 'weather_delay', 'delayed')`. */
export function means(stage: Stage, reason: Reason | null = null, ...flags: Flag[]): Meaning {
  return { stage, reason, flags };
}
