import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';

/**
 * The raw messages of the sources: kept first, answered with 2xx, read afterwards. A message is read at once
 * when it arrives; what a crash left unread is found by `unhandledPayloads` and read later. Reading twice is
 * harmless, since repeated scans are duplicates.
 */

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Long enough to look into a complaint about a parcel; the bodies may name buyers. */
export const payload_retention_days = 90;

/** No source sends more than a few codes; a stranger who knows the secret must not send a million. */
const unknown_codes_kept = 50;

export interface ReceivedPayload {
  source: string;
  /** RFC 3339. */
  received_at: string;
  /** The exact bytes the signature was checked on. */
  body: Uint8Array;
}

export interface KeptPayload {
  id: string;
  /** The same bytes came before and were read: there is nothing left to do. */
  handled: boolean;
}

/** Stores a verified message, once however often it comes. Nothing else of the request is kept. */
export async function keepPayload(database: Database, payload: ReceivedPayload): Promise<KeptPayload> {
  const digest = createHash('sha256').update(payload.body).digest();
  const { rows } = await database.query<KeptPayload>(
    // The update changes nothing; it only makes `returning` answer for a row that is there already.
    `insert into carrier_payloads (source, received_at, digest, body) values ($1, $2, $3, $4)
     on conflict (source, digest) do update set source = excluded.source
     returning id, handled_at is not null as handled`,
    [payload.source, payload.received_at, digest, await compress(payload.body)],
  );
  return rows[0]!;
}

/**
 * Messages nobody has read yet, oldest first. `received_before` (RFC 3339) leaves those alone that are being
 * read right now by whoever received them.
 */
export async function unhandledPayloads(
  database: Database,
  limit: number,
  received_before: string,
): Promise<(ReceivedPayload & { id: string })[]> {
  const { rows } = await database.query<{ id: string; source: string; received_at: Date; body: Buffer }>(
    `select id, source, received_at, body from carrier_payloads
     where handled_at is null and received_at < $1 order by received_at, id limit $2`,
    [received_before, limit],
  );
  return Promise.all(
    rows.map(async ({ id, source, received_at, body }) => ({
      id,
      source,
      received_at: instant(received_at.getTime()),
      body: await decompress(body),
    })),
  );
}

/**
 * Notes that a message was read, which parcels it was about, so that it is erased with their buyers, and which codes
 * were not understood. The first reading stays.
 */
export async function markHandled(
  database: Database,
  id: string,
  handled_at: string,
  {
    unknown_codes = [],
    numbers = [],
  }: { unknown_codes?: readonly string[]; numbers?: readonly string[] } = {},
): Promise<void> {
  await database.query(
    `update carrier_payloads set handled_at = $2, unknown_codes = $3, numbers = $4
     where id = $1 and handled_at is null`,
    [id, handled_at, unknown_codes.slice(0, unknown_codes_kept), [...new Set(numbers)]],
  );
}

/** Deletes at most `limit` messages received before an instant (RFC 3339) and says how many; 0: it is done. */
export async function forgetPayloads(
  database: Database,
  received_before: string,
  limit: number,
): Promise<number> {
  const { rowCount } = await database.query(
    `delete from carrier_payloads where id in
       (select id from carrier_payloads where received_at < $1 order by received_at limit $2)`,
    [received_before, limit],
  );
  return rowCount ?? 0;
}
