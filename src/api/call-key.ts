import { createHmac } from 'node:crypto';
import type { Secret } from '../lib/secrets.ts';
import type { Caller } from '../modules/api-keys/index.ts';
import type { CallKey } from './endpoint.ts';
import { idempotency_key_length_max } from './limits.ts';
import { malformed } from './problem.ts';

/** Quoted (a string of RFC 8941) or bare. */
const QUOTED = /^"((?:[ !#-[\]-~]|\\["\\])*)"$/;
const BARE = /^[!#-~][ -~]*$/;

/**
 * The Idempotency-Key of a call, within its scope: API key, method and path. Both parts are keyed hashes:
 * what is stored tells nothing about the body.
 * @throws Problem 400 when the header is no key
 */
export function callKey(
  secret: Secret,
  header: string,
  call: { caller: Caller; method: string; path: string; said: unknown },
): CallKey {
  const quoted = QUOTED.exec(header);
  const key = quoted ? quoted[1]!.replace(/\\(["\\])/g, '$1') : BARE.test(header) ? header : '';
  if (key.length < 1 || key.length > idempotency_key_length_max) {
    throw malformed(
      'Idempotency-Key has 1-255 printable characters, quoted or bare.',
      'idempotency_key_invalid',
    );
  }
  const { caller, method, path, said } = call;
  return {
    key: keyedHash(secret, [caller.key, method, path, key]),
    fingerprint: keyedHash(secret, said),
  };
}

/**
 * HMAC of what a request said. Parsed bodies have their keys in the order of their schema and every absent field
 * as null, so their JSON is canonical as it is.
 */
export function keyedHash(secret: Secret, said: unknown): string {
  return createHmac('sha256', secret.key('content')).update(JSON.stringify(said)).digest('base64url');
}
