import { createECDH, hash } from 'node:crypto';

/** What a browser says of itself when it subscribes (PushSubscription of the Push API), checked. */
export interface Subscription {
  endpoint: string;
  /** Its public key on P-256, uncompressed: 65 bytes. */
  p256dh: Buffer;
  /** The secret it shares with us: 16 bytes. */
  auth: Buffer;
}

/** A browser that a person wants to be told on. */
export interface Device extends Subscription {
  person: string;
  /** See `deviceId`. */
  id: string;
  locale: string;
  /** "Firefox", "Chrome", ... */
  browser: string;
}

/** Longer than any push service makes them: Microsoft's have about 600 characters. */
const endpoint_length_max = 2_048;
const auth_bytes = 16;

/** The name of a device that may be shown and compared: nobody can tell its endpoint from it. */
export function deviceId(endpoint: string): string {
  return hash('sha256', endpoint, 'base64url');
}

/**
 * Reads what a browser posted; null when it is no subscription we could ever send to. Whether its endpoint may be
 * called is not asked here.
 */
export function readSubscription(given: Record<string, unknown>): Subscription | null {
  const { endpoint, p256dh, auth } = given;
  if (typeof endpoint !== 'string' || endpoint.length > endpoint_length_max) return null;
  const url = URL.parse(endpoint);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return null;
  const keys = { p256dh: fromBase64(p256dh), auth: fromBase64(auth) };
  if (keys.auth.length !== auth_bytes || !isPointOnCurve(keys.p256dh)) return null;
  return { endpoint: url.href, ...keys };
}

function fromBase64(text: unknown): Buffer {
  return Buffer.from(typeof text === 'string' && text.length <= 200 ? text : '', 'base64url');
}

/** A key that is no point of the curve would fail only when a message is encrypted for it. */
function isPointOnCurve(key: Buffer): boolean {
  if (key.length !== 65 || key[0] !== 4) return false;
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  try {
    ecdh.computeSecret(key);
    return true;
  } catch {
    return false;
  }
}

/** Most particular first: nearly every browser also calls itself Chrome, Safari and Mozilla. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bYaBrowser\//, 'Yandex'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

/**
 * The family of a browser by its `User-Agent`: enough to recognize one's own device, too little to recognize a person.
 * A family is its own: a session that takes another's place brings what was kept of it.
 */
export function browserOf(user_agent = ''): string {
  const known = BROWSERS.find(([pattern, family]) => family === user_agent || pattern.test(user_agent));
  return known?.[1] ?? 'Browser';
}
