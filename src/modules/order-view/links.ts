import { createHmac, timingSafeEqual } from 'node:crypto';
import { fromBase62, toBase62 } from '../../lib/base62.ts';
import type { Secrets } from '../../lib/secrets.ts';
import { verify } from '../../lib/signed.ts';

const purpose = 'short-order-link';
/** Long enough for a mail read after the holidays; the page behind an old link says how to get in without it. */
export const link_days = 14;

/** 128 bits: nobody guesses one (ASVS 5.0, 7.2.3), and a text message has room for it. */
const mac_bytes = 16;
const day_ms = 86_400_000;
/** The longest order number makes 100 characters. */
const token_length_max = 200;

/** What a link in a mail says, once we know that we wrote it. */
export interface OrderLink {
  number: string;
  /** `contacts.access_epoch` when it was written: raising that number revokes every link and session. */
  access_epoch: number;
  expires_at_ms: number;
}

/**
 * The address every message links to, without the host: `/o/<token>`, 48 characters for a usual order number. Behind
 * it stands a page with one button, which opens a session by POST: the token is in no address after that.
 *
 * It ends on a full day, so that a text message that is sent twice on a day says twice the same.
 */
export function signLink(secrets: Secrets, order: Omit<OrderLink, 'expires_at_ms'>, now_ms: number): string {
  const day = Buffer.alloc(2);
  day.writeUInt16BE(Math.floor(now_ms / day_ms) + link_days);
  const said = Buffer.concat([day, packNatural(order.access_epoch), packNumber(order.number)]);
  const { current } = secrets;
  return `/o/${current.id}.${toBase62(Buffer.concat([said, mac(current.key(purpose), said)]))}`;
}

/** Null when we did not write it. An expired one is answered: only who asks can tell what to do about it. */
export function readLink(secrets: Secrets, token: string): OrderLink | null {
  const parts = token.length <= token_length_max ? token.split('.') : [];
  if (parts.length !== 2) return readLongLink(secrets, token);
  const secret = secrets.find(parts[0]!);
  const bytes = fromBase62(parts[1]!);
  if (!secret || !bytes || bytes.length <= mac_bytes) return null;
  const said = bytes.subarray(0, -mac_bytes);
  if (!timingSafeEqual(mac(secret.key(purpose), said), bytes.subarray(-mac_bytes))) return null;
  const epoch = unpackNatural(said, 2);
  return {
    number: unpackNumber(said.subarray(epoch.end)),
    access_epoch: epoch.value,
    expires_at_ms: said.readUInt16BE(0) * day_ms,
  };
}

/** As they were written until they became short: they stand in mails for two weeks after an update. */
function readLongLink(secrets: Secrets, token: string): OrderLink | null {
  const payload = verify(secrets, 'order-link', token);
  const parts = payload === null ? null : /^(\d+) (\d+) (.+)$/.exec(payload);
  if (!parts) return null;
  return { number: parts[3]!, access_epoch: Number(parts[2]), expires_at_ms: Number(parts[1]) * 1000 };
}

function mac(key: Buffer, said: Uint8Array): Buffer {
  return createHmac('sha256', key).update(said).digest().subarray(0, mac_bytes);
}

/** Seven bits a byte, the high bit says that more follow: an epoch is nearly always one byte. */
function packNatural(value: number): Buffer {
  const bytes: number[] = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Buffer.from([...bytes, value]);
}

function unpackNatural(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  let end = start;
  for (let weight = 1; ; weight *= 128) {
    const byte = bytes[end++]!;
    value += (byte % 128) * weight;
    if (byte < 128) return { value, end };
  }
}

/** Order numbers are mostly digits with separators: two to a byte, `-` or the like included. */
const nibbles = '0123456789-./_:';
const filler = 'f';

function packNumber(number: string): Buffer {
  const values = [...number].map((character) => nibbles.indexOf(character));
  if (values.includes(-1)) return Buffer.from(`t${number}`);
  const hex = values.map((value) => value.toString(16)).join('');
  return Buffer.concat([Buffer.from('d'), Buffer.from(hex.length % 2 ? hex + filler : hex, 'hex')]);
}

function unpackNumber(bytes: Buffer): string {
  if (bytes.toString('latin1', 0, 1) === 't') return bytes.toString('utf8', 1);
  const hex = bytes.toString('hex', 1);
  return [...hex].map((digit) => nibbles[Number.parseInt(digit, 16)] ?? '').join('');
}
