import { createECDH, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { Clock } from '../../lib/clock.ts';

/** Who we are to push services (VAPID, RFC 8292). Browsers subscribe to our public key and to no other. */
export interface VapidKeys {
  /** Uncompressed point, base64url: `applicationServerKey` in a browser. */
  public_key: string;
  private_key: KeyObject;
}

const hour_ms = 3_600_000;
/** RFC 8292 allows 24 hours; a clock may be wrong by some of that. */
const valid_ms = 12 * hour_ms;
/** A token is not used up to its last minute. */
const renewed_before_ms = hour_ms;
/** Browsers know a handful of push services; a stranger may name many. */
const origins_max = 200;

/** @param bytes the 32 bytes of a private key on P-256. Throws when they are none. */
export function vapidKeys(bytes: Uint8Array): VapidKeys {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(bytes);
  const point = ecdh.getPublicKey();
  const coordinates = { x: point.subarray(1, 33), y: point.subarray(33) };
  const jwk = {
    ...{ kty: 'EC', crv: 'P-256', d: Buffer.from(bytes).toString('base64url') },
    ...{ x: coordinates.x.toString('base64url'), y: coordinates.y.toString('base64url') },
  };
  return {
    public_key: point.toString('base64url'),
    private_key: createPrivateKey({ key: jwk, format: 'jwk' }),
  };
}

/**
 * Makes the value of `Authorization` for a push service. One token serves every message to the same origin for half a
 * day, so that a push service may remember that it has checked it.
 * @param subject mailto: or https:, where a push service can complain
 */
export function openVapid({
  keys,
  subject,
  clock,
}: {
  keys: VapidKeys;
  subject: string;
  clock: Clock;
}): (endpoint: URL) => string {
  const signed = new Map<string, { value: string; renew_at_ms: number }>();
  return ({ origin }) => {
    const now_ms = clock.now();
    const kept = signed.get(origin);
    if (kept && now_ms < kept.renew_at_ms) return kept.value;
    if (signed.size >= origins_max) signed.clear();
    const expires_at_ms = now_ms + valid_ms;
    const token = jwt(keys.private_key, { aud: origin, exp: Math.floor(expires_at_ms / 1000), sub: subject });
    const value = `vapid t=${token}, k=${keys.public_key}`;
    signed.set(origin, { value, renew_at_ms: expires_at_ms - renewed_before_ms });
    return value;
  };
}

function jwt(key: KeyObject, claims: object): string {
  const head = [{ typ: 'JWT', alg: 'ES256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(head), { key, dsaEncoding: 'ieee-p1363' });
  return `${head}.${signature.toString('base64url')}`;
}
