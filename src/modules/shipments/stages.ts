/**
 * Where a shipment is: the closed list every carrier's words are translated into, by the sources in
 * src/carriers/. Adding one means answering for it wherever a stage is read; the compiler lists the places.
 */
export const STAGES = [
  'unknown',
  'not_found',
  'expired',
  'announced',
  'cancelled',
  'accepted',
  'in_transit',
  'out_for_delivery',
  'attempt_failed',
  'available_for_pickup',
  'exception',
  'returning',
  'returned',
  'delivered',
] as const;

export type Stage = (typeof STAGES)[number];

/** What can be true of a shipment beside its stage. */
export const FLAGS = ['delayed', 'held', 'action_required'] as const;

export type Flag = (typeof FLAGS)[number];

/**
 * Which of two scans of the very same instant is the later one: the higher rank.
 *
 * Carriers that report a date without a time put a whole day into one instant, so the order is the one a
 * day's scans usually come in. `cancelled` is low because only a label nobody handed over can be cancelled:
 * a physical scan of the same instant proves it wrong. `delivered` is the highest because a buyer who has
 * the parcel must not be told that it is still on the road.
 */
export const STAGE_RANK: Readonly<Record<Stage, number>> = {
  unknown: 0,
  not_found: 0,
  expired: 0,
  announced: 1,
  cancelled: 2,
  accepted: 3,
  in_transit: 4,
  out_for_delivery: 5,
  attempt_failed: 6,
  available_for_pickup: 7,
  exception: 8,
  returning: 9,
  returned: 10,
  delivered: 11,
};

/**
 * False for what is no news about the parcel: a code nobody knows, a number the carrier has not seen yet, and
 * a tracker that gave up after weeks of silence. Such scans are kept and shown, but never move a shipment.
 */
export function movesShipment(stage: Stage): boolean {
  return STAGE_RANK[stage] > 0;
}

const KNOWN: ReadonlySet<string> = new Set(STAGES);

/** Reads a stage as it is written on the wire; `canceled` is accepted and becomes `cancelled`. Null: no stage. */
export function parseStage(text: string): Stage | null {
  const written = text === 'canceled' ? 'cancelled' : text;
  return KNOWN.has(written) ? (written as Stage) : null;
}

const KNOWN_FLAGS: ReadonlySet<string> = new Set(FLAGS);

/** Reads a flag as it is written on the wire. Null: no flag. */
export function parseFlag(text: string): Flag | null {
  return KNOWN_FLAGS.has(text) ? (text as Flag) : null;
}
