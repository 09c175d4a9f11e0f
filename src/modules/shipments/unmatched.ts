import type { Database } from '../../lib/database.ts';
import type { Scan } from './commands.ts';

/** A scan whose shipment nobody has told us yet. Kept until it is, or until it is of no use to anyone. */
export interface UnmatchedScan {
  number: string;
  carrier: string | null;
  scan: Scan;
}

/** Carriers use a number again after half a year or more; a scan older than this is of another parcel. */
export const unmatched_kept_days = 120;

/** Keeps scans. Answers how many were new: the others were waiting already. */
export async function keepUnmatched(
  database: Database,
  scans: readonly UnmatchedScan[],
  received_at: string,
): Promise<number> {
  const { rowCount } = await database.query(
    `insert into unmatched_scans (number, fingerprint, carrier, scan, received_at)
     select u.number, u.fingerprint, u.carrier, u.scan, $5
     from unnest($1::text[], $2::text[], $3::text[], $4::json[]) as u(number, fingerprint, carrier, scan)
     order by u.number, u.fingerprint
     on conflict do nothing`,
    [
      scans.map(({ number }) => number),
      scans.map(({ scan }) => scan.fingerprint),
      scans.map(({ carrier }) => carrier),
      scans.map(({ scan }) => JSON.stringify(scan)),
      received_at,
    ],
  );
  return rowCount ?? 0;
}

/** What waits for a number. */
export async function readUnmatched(database: Database, number: string): Promise<UnmatchedScan[]> {
  const { rows } = await database.query<UnmatchedScan>(
    'select number, carrier, scan from unmatched_scans where number = $1 order by fingerprint',
    [number],
  );
  return rows;
}

/** Forgets scans that have found their shipment. */
export async function dropUnmatched(database: Database, scans: readonly UnmatchedScan[]): Promise<void> {
  if (scans.length === 0) return;
  await database.query(
    `delete from unmatched_scans u using unnest($1::text[], $2::text[]) as d(number, fingerprint)
     where u.number = d.number and u.fingerprint = d.fingerprint`,
    [scans.map(({ number }) => number), scans.map(({ scan }) => scan.fingerprint)],
  );
}

/** The next scans, by number, whose number some shipment bears by now. */
export async function readJoinable(
  database: Database,
  after: { number: string; fingerprint: string },
  limit: number,
): Promise<UnmatchedScan[]> {
  const { rows } = await database.query<UnmatchedScan>(
    `select u.number, u.carrier, u.scan from unmatched_scans u
     where (u.number, u.fingerprint) > ($1, $2)
       and exists (select from tracking_numbers t where t.number = u.number and not t.voided)
     order by u.number, u.fingerprint limit $3`,
    [after.number, after.fingerprint, limit],
  );
  return rows;
}

/** Forgets what came before an instant and was never asked for. */
export async function forgetUnmatched(database: Database, before: string): Promise<void> {
  await database.query('delete from unmatched_scans where received_at < $1', [before]);
}
