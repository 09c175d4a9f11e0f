import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secrets } from './secrets.ts';

/** Longer than anything we sign: what is longer was not signed by us and is not worth hashing. */
const signed_length_max = 4_096;

/**
 * Text that only this server can have written: `<secret id>.<payload, base64url>.<HMAC-SHA256, base64url>`, safe
 * in a path and in a cookie. It is signed, not encrypted. A value signed for one purpose verifies for no other.
 */
export function sign(secrets: Secrets, purpose: string, payload: string): string {
  const head = `${secrets.current.id}.${Buffer.from(payload).toString('base64url')}`;
  return `${head}.${mac(secrets.current.key(purpose), head).toString('base64url')}`;
}

/** The payload, or null when it was not signed by this server for this purpose, or by a secret now retired. */
export function verify(secrets: Secrets, purpose: string, signed: string): string | null {
  if (signed.length > signed_length_max) return null;
  const end = signed.lastIndexOf('.');
  const head = signed.slice(0, end);
  const start = head.indexOf('.');
  if (start < 1) return null;
  const secret = secrets.find(head.slice(0, start));
  if (!secret) return null;
  // As texts: several are read as the same bytes, and what was used up must not work once more in another spelling.
  const expected = Buffer.from(mac(secret.key(purpose), head).toString('base64url'));
  const given = Buffer.from(signed.slice(end + 1));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Buffer.from(head.slice(start + 1), 'base64url').toString();
}

/** Says whether two texts are equal, in a time that tells nothing about where they differ. */
export function equalTexts(one: string, other: string): boolean {
  // Hashed first: timingSafeEqual wants equal lengths, and a length can tell something too.
  const key = 'equal';
  return timingSafeEqual(mac(key, one), mac(key, other));
}

function mac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
