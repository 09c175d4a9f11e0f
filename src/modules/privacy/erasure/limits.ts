export const erasure_limits = {
  /** Orders of one transaction. */
  page_orders: 100,
  /** A worker that has not gone on by then is taken for dead, and another one goes on where it stopped. */
  lease_ms: 5 * 60_000,
  /** A message is leaving at this very moment, or the last one has not left yet. */
  soon_ms: 60_000,
  /** How often it is looked whether an order is over at last. */
  look_again_ms: 6 * 3_600_000,
  /** An order that is never over, such as a parcel that was lost, is erased all the same. */
  kept_at_most_days: 180,
  /** How long the last message may try to leave before its address goes without it. */
  last_message_days: 3,
  /** What may still come in about an erased order: scans, bounces, letters. */
  late_arrivals_days: 90,
} as const;
