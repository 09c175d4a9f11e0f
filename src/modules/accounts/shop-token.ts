import type { KeyObject } from 'node:crypto';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { Database } from '../../lib/database.ts';
import { spend } from './spent.ts';

/** What a shop signs its customers' tokens with: a secret it shares with us, or the public half of its Ed25519 key. */
export type ShopKey = { algorithm: 'HS256'; key: KeyObject } | { algorithm: 'EdDSA'; key: KeyObject };

/** A token that lives longer was meant for something else, or is carelessly made. */
export const shop_token_minutes_max = 5;
/** The shop's clock may differ from ours by this much. */
const tolerance_s = 10;

const claims = z.object({
  sub: z.string().min(1).max(200),
  email: z.email().max(254),
  exp: z.number(),
  jti: z.string().min(8).max(200),
  name: z.string().max(200).default(''),
  // An address nobody has proven would open a stranger's orders: whoever makes the token has thought of it.
  email_verified: z.literal(true),
});

export interface ShopCustomer {
  customer: string;
  email: string;
  name: string;
}

/**
 * Whom the shop signs in by this token: signed by its key, for us, for five minutes at most. Null otherwise. Reading it
 * does not use it up.
 */
export async function readShopToken(
  keys: readonly ShopKey[],
  token: string,
  { audience, now_ms }: { audience: string; now_ms: number },
): Promise<(ShopCustomer & { jti: string; expires_at_ms: number }) | null> {
  for (const { algorithm, key } of keys) {
    const verified = await jwtVerify(token, key, {
      algorithms: [algorithm],
      currentDate: new Date(now_ms),
      clockTolerance: tolerance_s,
      requiredClaims: ['sub', 'email', 'exp', 'jti', 'aud'],
      // Somebody else's token, of whatever else the shop signs with its key, is not for us.
      audience,
    }).catch(() => null);
    const said = claims.safeParse(verified?.payload);
    if (!verified || !said.success) continue;
    const { sub, email, name, jti, exp } = said.data;
    if (exp * 1000 > now_ms + (shop_token_minutes_max * 60 + tolerance_s) * 1000) return null;
    if ([sub, email, name].some((text) => text.includes('\u0000') || !text.isWellFormed())) return null;
    return { customer: sub, email, name, jti, expires_at_ms: (exp + tolerance_s) * 1000 };
  }
  return null;
}

/** The same, once: a token that was used opens nothing. */
export async function redeemShopToken(
  database: Database,
  keys: readonly ShopKey[],
  token: string,
  reading: { audience: string; now_ms: number },
): Promise<ShopCustomer | null> {
  const said = await readShopToken(keys, token, reading);
  if (!said || !(await spend(database, `shop ${said.jti}`, said.expires_at_ms))) return null;
  return said;
}
