import { carrierFamily } from './carrier/index.ts';

/** A shipment that bears the number of a scan. */
export interface Candidate {
  order: string;
  shipment: string;
  carrier: string | null;
  dispatched_at_ms: number;
}

/**
 * Which of the shipments with its number a scan is about; null: none, or nobody can tell.
 *
 * Numbers repeat across carriers and over time. A shipment of the scan's carrier comes first; one without a
 * carrier is meant when it is the only one. Of several, the newest that was dispatched before the scan: and
 * when all were dispatched after it, the first, since a label is often scanned before somebody tells us.
 */
export function matchShipment<C extends Candidate>(
  candidates: readonly C[],
  scan: { carrier: string | null; occurred_at: string },
): C | null {
  const meant = sameCarrier(candidates, scan.carrier);
  if (meant.length < 2) return meant[0] ?? null;
  const occurred_at_ms = Date.parse(scan.occurred_at);
  let newest: C | null = null;
  let first: C | null = null;
  for (const candidate of meant) {
    const before = candidate.dispatched_at_ms <= occurred_at_ms;
    if (before && (!newest || candidate.dispatched_at_ms > newest.dispatched_at_ms)) newest = candidate;
    if (!first || candidate.dispatched_at_ms < first.dispatched_at_ms) first = candidate;
  }
  return newest ?? first;
}

function sameCarrier<C extends Candidate>(candidates: readonly C[], carrier: string | null): readonly C[] {
  if (carrier === null) {
    const families = new Set(
      candidates.map((candidate) => candidate.carrier && carrierFamily(candidate.carrier)),
    );
    return candidates.length === 1 || (families.size === 1 && !families.has(null)) ? candidates : [];
  }
  const family = carrierFamily(carrier);
  const own = candidates.filter(
    (candidate) => candidate.carrier && carrierFamily(candidate.carrier) === family,
  );
  if (own.length > 0) return own;
  const unnamed = candidates.filter((candidate) => candidate.carrier === null);
  return unnamed.length === 1 ? unnamed : [];
}
