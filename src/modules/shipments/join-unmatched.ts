import { instant } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import type { Ledger } from '../../story/index.ts';
import type { State } from '../state.ts';
import type { Scan } from './commands.ts';
import { openIntake } from './intake.ts';
import { matchShipment } from './matching.ts';
import {
  dropUnmatched,
  forgetUnmatched,
  readJoinable,
  readUnmatched,
  type UnmatchedScan,
  unmatched_kept_days,
} from './unmatched.ts';

const page_scans = 500;
const day_ms = 86_400_000;

/** Scans that came before their shipment, for the command that registers it. */
export async function earlierScans(
  database: Database,
  shipment: { carrier: string | null; tracking_number: string; dispatched_at: string },
): Promise<{ scans: Scan[]; drop(): Promise<void> }> {
  const waiting = await readUnmatched(database, shipment.tracking_number);
  const { carrier, dispatched_at } = shipment;
  const candidate = { order: '', shipment: '', carrier, dispatched_at_ms: Date.parse(dispatched_at) };
  const own = waiting.filter((one) =>
    matchShipment([candidate], { carrier: one.carrier, occurred_at: one.scan.occurred_at }),
  );
  return { scans: own.map(({ scan }) => scan), drop: () => dropUnmatched(database, own) };
}

/**
 * Joins scans and shipments that missed each other: one process kept a scan as unmatched in the very moment in
 * which another registered its shipment. To be run every minute or so. Answers how many were joined.
 */
export async function joinUnmatchedScans(
  database: Database,
  ledger: Ledger<State>,
  now_ms: number,
): Promise<number> {
  const intake = openIntake(database, ledger);
  let joined = 0;
  let last: UnmatchedScan | undefined;
  do {
    const after = { number: last?.number ?? '', fingerprint: last?.scan.fingerprint ?? '' };
    const scans = await readJoinable(database, after, page_scans);
    const found = await intake.join(scans, now_ms);
    await dropUnmatched(database, found);
    joined += found.length;
    last = scans.length < page_scans ? undefined : scans.at(-1);
  } while (last);
  await forgetUnmatched(database, instant(now_ms - unmatched_kept_days * day_ms));
  return joined;
}
