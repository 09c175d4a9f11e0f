import type { NewFact } from '../../story/index.ts';
import type { Scan } from './commands.ts';
import type { ShipmentFacts } from './facts.ts';
import { forecastFacts } from './forecast.ts';
import { movesShipment, STAGE_RANK } from './stages.ts';
import type { Shipment } from './state.ts';

/**
 * Beginnings of fingerprints kept in the snapshot, which every scan reads and writes again. Older repeats are
 * recognised by the rows of `scans` before we get here: these are for the same scan arriving twice at once.
 */
const PRINTS_MAX = 24;
/** 48 bits, among 24: the odds that a scan is taken for another are 1 in 10^13. */
const print_length = 8;

/**
 * The facts of new scans, by the carrier's time and not by arrival: in whatever order, how often and how late
 * they come, the shipment ends the same. Only the newest of them that moved it is worth telling anyone.
 */
export function scanFacts(shipment: Shipment, scans: readonly Scan[]): NewFact[] {
  // Only what applyScan changes in place; structuredClone stood out in the profile of scans.
  const copy = { ...shipment, milestones: { ...shipment.milestones }, prints: [...shipment.prints] };
  const facts: NewFact[] = [];
  let newest: ShipmentFacts['ScanRecorded'] | undefined;
  let newestScan: Scan | undefined;
  for (const scan of [...scans].sort(byTime)) {
    if (scan.repeated || copy.prints.includes(printOf(scan.fingerprint))) {
      // Carriers report all of a parcel again when only the day has changed.
      if (scan.forecast && scan.occurred_at >= copy.stage_at) newestScan = { ...scan, repeated: true };
      continue;
    }
    const { location: _l, description: _d, forecast: _f, occurred_at, pickup_until, ...rest } = scan;
    const data: ShipmentFacts['ScanRecorded'] = {
      shipment: shipment.id,
      ...rest,
      moved: moves(copy, scan),
      entered: counts(copy, scan.stage, occurred_at) && copy.milestones[scan.stage] === undefined,
      tell: false,
      ...(pickup_until === null ? {} : { pickup_until }),
    };
    const arrives = data.moved && scan.stage === 'delivered';
    facts.push({ type: 'ScanRecorded', data, at: occurred_at });
    if (arrives) facts.push({ type: 'ShipmentDelivered', data: deliveredData(shipment), at: occurred_at });
    if (data.moved) {
      newest = data;
      newestScan = scan;
    }
    applyScan(copy, data, occurred_at);
  }
  // Asked of the shipment before the batch: the newest may be the second scan of a stage entered in this batch.
  if (newest && shipment.milestones[newest.stage] === undefined) newest.tell = true;
  if (newestScan?.forecast) facts.push(...forecastFacts(shipment, newestScan));
  return facts;
}

function printOf(fingerprint: string): string {
  return fingerprint.slice(0, print_length);
}

function deliveredData(shipment: Shipment): ShipmentFacts['ShipmentDelivered'] {
  const moves = shipment.lines.map(({ line, quantity }) => ({ line, delivered: quantity }));
  return { shipment: shipment.id, moves };
}

function byTime(a: Scan, b: Scan): number {
  if (a.occurred_at !== b.occurred_at) return a.occurred_at < b.occurred_at ? -1 : 1;
  return STAGE_RANK[a.stage] - STAGE_RANK[b.stage];
}

/**
 * Newest wins, ties by rank; delivered is final. A delivered scan counts even when an earlier-reported scan
 * bears a later time (carriers' clocks differ), unless a person has corrected the shipment since.
 */
function moves(shipment: Shipment, scan: Scan): boolean {
  if (!movesShipment(scan.stage) || shipment.stage === 'delivered') return false;
  if (scan.stage === 'delivered') return counts(shipment, scan.stage, scan.occurred_at);
  if (scan.occurred_at !== shipment.stage_at) return scan.occurred_at > shipment.stage_at;
  return STAGE_RANK[scan.stage] > STAGE_RANK[shipment.stage];
}

/** False for a delivered scan from before a person put the shipment right: that was the mistake. */
function counts(shipment: Shipment, stage: Scan['stage'], occurredAt: string): boolean {
  return stage !== 'delivered' || occurredAt > (shipment.corrected_at ?? '');
}

export function applyScan(shipment: Shipment, scan: ShipmentFacts['ScanRecorded'], occurredAt: string): void {
  shipment.scans += 1;
  shipment.prints.push(printOf(scan.fingerprint));
  if (shipment.prints.length > PRINTS_MAX) shipment.prints.shift();
  if (!counts(shipment, scan.stage, occurredAt)) return;
  const first = shipment.milestones[scan.stage];
  if (first === undefined || occurredAt < first) shipment.milestones[scan.stage] = occurredAt;
  const deliveredEarlier =
    scan.stage === 'delivered' && shipment.stage === 'delivered' && occurredAt < shipment.delivered_at!;
  if (!scan.moved && !deliveredEarlier) return;
  shipment.stage = scan.stage;
  shipment.stage_at = occurredAt;
  shipment.flags = scan.flags;
  if (scan.stage === 'delivered') shipment.delivered_at = occurredAt;
  if (scan.stage === 'available_for_pickup') shipment.pickup_until = scan.pickup_until ?? null;
}
