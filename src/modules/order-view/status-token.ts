import type { Secrets } from '../../lib/secrets.ts';
import { sign, verify } from '../../lib/signed.ts';
import type { StoredOrder } from './read.ts';

const purpose = 'order-status';

/** As long as somebody leaves a shop's page open; who comes later is given a new one by the shop. */
export const status_token_minutes = 60;

/** What opens the state of one order for a while, and no address, name or price of it. */
export interface StatusToken {
  token: string;
  /** RFC 3339 UTC. */
  expires_at: string;
}

/** Given to who may see the order: by the shop to its own pages, by us to who looked it up. */
export function issueStatusToken(
  secrets: Secrets,
  { number, access_epoch }: Pick<StoredOrder, 'number' | 'access_epoch'>,
  now_ms: number,
): StatusToken {
  const expires_s = Math.floor(now_ms / 1000) + status_token_minutes * 60;
  return {
    token: sign(secrets, purpose, JSON.stringify([number, access_epoch, expires_s])),
    expires_at: new Date(expires_s * 1000).toISOString().replace('.000Z', 'Z'),
  };
}

/** Null when we did not give it, or its time is over. Whoever opens it compares `access_epoch` with the order's. */
export function readStatusToken(
  secrets: Secrets,
  token: string,
  now_ms: number,
): { number: string; access_epoch: number } | null {
  const said = verify(secrets, purpose, token);
  if (said === null) return null;
  const [number, access_epoch, expires_s] = JSON.parse(said) as [string, number, number];
  return expires_s * 1000 > now_ms ? { number, access_epoch } : null;
}
