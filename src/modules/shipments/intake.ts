import { randomUUID } from 'node:crypto';
import { instant } from '../../lib/clock.ts';
import { coalesce } from '../../lib/coalesce.ts';
import type { Database } from '../../lib/database.ts';
import type { Ledger, Outcome } from '../../story/index.ts';
import type { State } from '../state.ts';
import type { RecordScans, Scan } from './commands.ts';
import { fingerprintOf, type ReportedScan, scanOf } from './fingerprint.ts';
import { type Candidate, matchShipment } from './matching.ts';
import { keepUnmatched, type UnmatchedScan } from './unmatched.ts';

/** What became of reported scans: disjoint, and together all of them. */
export interface Tally {
  accepted: number;
  duplicates: number;
  unmatched: number;
}

/** A number that was used more often: the newest shipments are the ones it can mean. */
const candidates_max = 50;
/** As many scans as are still looked up together with those of other requests. */
const together_max = 16;

/** The road of every scan, whoever reports it: an API call, a webhook, or the sweep of those that waited. */
export interface Intake {
  /** Answers after the commit. */
  record(scans: readonly ReportedScan[], now_ms: number): Promise<Tally>;
  /** The same for scans that waited: answers those that have found their shipment. */
  join(scans: readonly UnmatchedScan[], now_ms: number): Promise<UnmatchedScan[]>;
}

/** A shipment with the number of a scan, and whether it has that very scan. */
type Found = Candidate & { seen: boolean };

interface Matched {
  to: Candidate;
  scans: UnmatchedScan[];
}

interface Sorted {
  matched: Map<string, Matched>;
  /** Stored already, in whatever shipment, and saying nothing of the days to come. */
  seen: UnmatchedScan[];
  unmatched: UnmatchedScan[];
}

export function openIntake(database: Database, ledger: Ledger<State>): Intake {
  const findTogether = coalesce((keys) => findByKeys(database, keys));

  /** Few are looked up together with those of other requests; many are worth a query of their own. */
  async function find(scans: readonly UnmatchedScan[]): Promise<(Found[] | null)[]> {
    if (scans.length > together_max) return findShipments(database, scans);
    return Promise.all(scans.map((scan) => findTogether(`${scan.number} ${scan.scan.fingerprint}`)));
  }

  async function sort(scans: readonly UnmatchedScan[]): Promise<Sorted> {
    const found = await find(scans);
    const sorted: Sorted = { matched: new Map(), seen: [], unmatched: [] };
    for (const [index, waiting] of scans.entries()) {
      const candidates = found[index] ?? [];
      const { carrier, scan } = waiting;
      const to = matchShipment(candidates, { carrier, occurred_at: scan.occurred_at });
      const has = candidates.find((candidate) => candidate.seen);
      if (has && scan.forecast) groupOf(sorted.matched, has).scans.push(repeated(waiting));
      else if (has) sorted.seen.push(waiting);
      else if (to) groupOf(sorted.matched, to).scans.push(waiting);
      else sorted.unmatched.push(waiting);
    }
    return sorted;
  }

  /** One command per shipment; one alone takes the fast lane of single clicks. */
  async function tell(groups: readonly Matched[], now_ms: number): Promise<Outcome<State>[]> {
    const commands = groups.map(({ to, scans }) => recordScans(to, scans, instant(now_ms)));
    if (commands.length === 1) return [await ledger.execute(commands[0]!)];
    return ledger.executeAll(commands);
  }

  return {
    async record(reported, now_ms) {
      const scans = distinct(reported);
      const { matched, seen, unmatched } = await sort(scans);
      const groups = [...matched.values()];
      const tally = { accepted: 0, duplicates: reported.length - scans.length + seen.length, unmatched: 0 };
      for (const [index, outcome] of (await tell(groups, now_ms)).entries()) {
        const group = groups[index]!;
        // Voided a moment ago: it is nobody's scan until it is registered anew.
        if (outcome.refusal) unmatched.push(...group.scans);
        else {
          const { recorded } = outcome.result as { recorded: number };
          tally.accepted += recorded;
          tally.duplicates += group.scans.length - recorded;
        }
      }
      if (unmatched.length > 0) {
        tally.unmatched = await keepUnmatched(database, unmatched, instant(now_ms));
        tally.duplicates += unmatched.length - tally.unmatched;
      }
      return tally;
    },

    async join(waiting, now_ms) {
      const { matched, seen } = await sort(waiting);
      const groups = [...matched.values()];
      const outcomes = await tell(groups, now_ms);
      return [...seen, ...groups.flatMap(({ scans }, index) => (outcomes[index]!.refusal ? [] : scans))];
    },
  };
}

function repeated({ scan, ...rest }: UnmatchedScan): UnmatchedScan {
  return { ...rest, scan: { ...scan, repeated: true } };
}

function groupOf(matched: Sorted['matched'], to: Candidate): Matched {
  const key = JSON.stringify([to.order, to.shipment]);
  let group = matched.get(key);
  if (!group) {
    group = { to, scans: [] };
    matched.set(key, group);
  }
  return group;
}

/** The same scan twice in one message is one scan. */
function distinct(reported: readonly ReportedScan[]): UnmatchedScan[] {
  const scans = new Map<string, UnmatchedScan>();
  for (const scan of reported) {
    const fingerprint = fingerprintOf(scan);
    const { carrier, tracking_number: number } = scan;
    const key = `${number} ${fingerprint}`;
    if (!scans.has(key)) scans.set(key, { number, carrier, scan: scanOf(scan, fingerprint) });
  }
  return [...scans.values()];
}

function recordScans(to: Candidate, scans: readonly UnmatchedScan[], recorded_at: string): RecordScans {
  return {
    type: 'RecordScans',
    order: to.order,
    id: randomUUID(),
    at: recorded_at,
    recorded_at,
    actor: `carrier:${to.carrier ?? scans[0]!.carrier ?? 'unknown'}`,
    body: { shipment: to.shipment, scans: scans.map(({ scan }): Scan => scan) },
  };
}

type ScanKey = Pick<UnmatchedScan, 'number'> & { scan: Pick<Scan, 'fingerprint'> };

/** @param keys tracking number, space, fingerprint; neither has a space. */
async function findByKeys(database: Database, keys: readonly string[]): Promise<Map<string, Found[]>> {
  const scans = keys.map((key): ScanKey => {
    const [number, fingerprint] = key.split(' ') as [string, string];
    return { number, scan: { fingerprint } };
  });
  const found = await findShipments(database, scans);
  return new Map(keys.map((key, index) => [key, found[index]!]));
}

/** @returns for each scan the shipments with its number, the newest first */
async function findShipments(database: Database, scans: readonly ScanKey[]): Promise<Found[][]> {
  const { rows } = await database.query<Omit<Found, 'dispatched_at_ms'> & { place: number; at: Date }>({
    name: 'find_shipments',
    // Each `limit` keeps the planner from reading whole tables into a hash, which it preferred while they were
    // small and went on doing when they were not: 20 ms for 100 scans beside 11,000 in one run, 0.4 ms a call on average in the next.
    text: `select a.place::int, t.order_number as order, t.shipment, t.carrier, t.dispatched_at as at,
        coalesce((select true from scans s where s.order_number = t.order_number
          and s.shipment = t.shipment and s.fingerprint = a.fingerprint limit 1), false) as seen
      from unnest($1::text[], $2::text[]) with ordinality as a(number, fingerprint, place)
      cross join lateral (select * from tracking_numbers t where t.number = a.number and not t.voided
        order by t.dispatched_at desc limit ${candidates_max}) t`,
    values: [scans.map(({ number }) => number), scans.map(({ scan }) => scan.fingerprint)],
  });
  const found: Found[][] = scans.map(() => []);
  for (const { place, at, order, shipment, carrier, seen } of rows) {
    found[place - 1]!.push({ order, shipment, carrier, dispatched_at_ms: at.getTime(), seen });
  }
  return found;
}
