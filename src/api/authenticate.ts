import { allows, type Caller, type KeyRing } from '../modules/api-keys/index.ts';
import type { Access } from './endpoint.ts';
import { Problem } from './problem.ts';

const BEARER = /^Bearer +([!-~]{1,512})$/i;

/**
 * Who calls, if they may.
 * @throws Problem 401 without a key that works, 403 with one that may not
 */
export async function authenticate(
  keys: KeyRing,
  access: Exclude<Access, 'open'>,
  authorization: string | null,
): Promise<Caller> {
  const secret = authorization === null ? null : (BEARER.exec(authorization)?.[1] ?? null);
  const caller = secret === null ? null : await keys.callerOf(secret);
  if (caller === null) {
    const detail = 'An API key is needed: Authorization: Bearer <key>.';
    throw new Problem(401, 'unauthenticated', { detail });
  }
  if (caller.seller !== null && !access.sellers) {
    throw new Problem(403, 'not_for_sellers', { detail: 'A key of a seller cannot do this.' });
  }
  const scope = (caller.seller !== null && access.sellers_scope) || access.scope;
  if (scope !== 'any' && !allows(caller, scope)) {
    throw new Problem(403, 'scope_missing', { detail: `The key needs the scope ${scope}.` });
  }
  return caller;
}
