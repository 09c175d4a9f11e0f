import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { instant } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';
import type { Addresses } from '../../../modules/addresses/index.ts';
import type { ReturnedKind } from '../returned/kind.ts';

/**
 * Mails to us as they came: kept first, then the sender is told so, then they are read. What a crash left unread is
 * found and read later; reading twice changes nothing.
 */

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Long enough to find out why something was taken for a bounce; what people wrote is kept with their order. */
export const inbound_mails_kept_days = 90;

export interface InboundMail {
  id: string;
  received_at: string;
  /** Ours, as the sender wrote it. */
  recipient: string;
  /** '' is the null sender. */
  envelope_sender: string;
  raw: Buffer;
}

/** What a mail turned out to be. */
export interface Finding {
  kind: ReturnedKind;
  reason: string | null;
  status: string | null;
  subject_key: string | null;
  notification_id: string | null;
}

/** Stores a mail, once however often its sender repeats it. @returns its id; null when it was there already */
export async function keepMail(
  database: Database,
  addresses: Pick<Addresses, 'digest'>,
  mail: Omit<InboundMail, 'id'>,
): Promise<string | null> {
  const { received_at, recipient, envelope_sender, raw } = mail;
  const digest = await addresses.digest(
    Buffer.concat([Buffer.from(`${recipient.toLowerCase()}\0`), withoutTrace(raw)]),
  );
  const { rows } = await database.query<{ id: string }>(
    `insert into inbound_mails (digest, received_at, recipient, envelope_sender, body)
     values ($1, $2, $3, $4, $5) on conflict (digest) do nothing returning id`,
    [digest, received_at, storable(recipient), storable(envelope_sender), await compress(raw)],
  );
  return rows[0]?.id ?? null;
}

/** A mail that is sent again may come by another way. */
function withoutTrace(raw: Buffer): Buffer {
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n|\r\r/.exec(text)?.index ?? text.length;
  const trace =
    /^(received|return-path|delivered-to|x-original-to):[^\r\n]*((\r\n|\r|\n)[ \t][^\r\n]*)*(\r\n|\r|\n|$)/gim;
  return Buffer.from(text.slice(0, end).replace(trace, '') + text.slice(end), 'latin1');
}

function storable(address: string): string {
  return address.replaceAll('\0', '').toWellFormed().slice(0, 320);
}

/** A mail that nobody has read yet; null when it has been. */
export function readUnhandledMail(database: Database, id: string): Promise<InboundMail | null> {
  return readWhere(database, 'id = $1 and handled_at is null', id);
}

/** A mail as it came; null when it is no longer kept. */
export function readKeptMail(database: Database, id: string): Promise<InboundMail | null> {
  return readWhere(database, 'id = $1', id);
}

async function readWhere(database: Database, condition: string, id: string): Promise<InboundMail | null> {
  const { rows } = await database.query(
    `select id, received_at, recipient, envelope_sender, body from inbound_mails where ${condition}`,
    [id],
  );
  if (!rows[0]) return null;
  const { body, received_at, ...mail } = rows[0];
  return { ...mail, received_at: instant(received_at.getTime()), raw: await decompress(body) };
}

/** Ids of mails that nobody has read, oldest first; younger ones are being read by who received them. */
export async function unhandledMails(
  database: Database,
  received_before_ms: number,
  limit: number,
): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select id from inbound_mails where handled_at is null and received_at < $1 order by received_at limit $2`,
    [new Date(received_before_ms), limit],
  );
  return rows.map(({ id }) => id);
}

/** Notes that a mail was read and what it was. The first reading stays. */
export async function markMailHandled(
  database: Database,
  id: string,
  { kind, reason, status, subject_key, notification_id }: Finding,
  now_ms: number,
): Promise<void> {
  await database.query(
    `update inbound_mails set handled_at = $2, kind = $3, reason = $4, status = $5, subject_key = $6,
       notification_id = $7 where id = $1 and handled_at is null`,
    [id, new Date(now_ms), kind, reason, status, subject_key, notification_id],
  );
}

/** Deletes what has been kept long enough, at most `limit` at a time. @returns how many */
export async function forgetInboundMails(database: Database, now_ms: number, limit: number): Promise<number> {
  const { rowCount } = await database.query(
    `delete from inbound_mails where id in (
       select id from inbound_mails where received_at < $1::timestamptz - $2 * interval '1 day'
       order by received_at limit $3)`,
    [new Date(now_ms), inbound_mails_kept_days, limit],
  );
  return rowCount ?? 0;
}
