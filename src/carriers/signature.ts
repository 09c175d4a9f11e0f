import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether `signature` is the HMAC-SHA256 of exactly these bytes. The encoded texts are compared, not the
 * decoded bytes: Node's decoders skip what they do not understand, so `a b` would equal `ab`.
 */
export function isHmacSha256(
  rawBody: Uint8Array,
  secret: string,
  signature: string,
  encoding: 'base64' | 'hex',
): boolean {
  const expected = Buffer.from(createHmac('sha256', secret).update(rawBody).digest(encoding));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
