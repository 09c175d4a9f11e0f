import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What a shop's sign-in tokens are verified with. */
export interface ShopSignInKey {
  algorithm: 'HS256' | 'EdDSA';
  key: KeyObject;
}

/** RFC 7518, 3.2: a key as long as the hash. */
const secret_length_min = 32;

export const signInFields = {
  SHOP_SIGN_IN_SECRET: z
    .string()
    .min(secret_length_min, `must have at least ${secret_length_min} characters`)
    .optional(),
  SHOP_SIGN_IN_PUBLIC_KEY: z.string().optional(),
  LOCAL_OPERATOR: z.enum(['0', '1'], 'must be 0 or 1').optional(),
};

interface Values {
  SHOP_SIGN_IN_SECRET?: string | undefined;
  SHOP_SIGN_IN_PUBLIC_KEY?: string | undefined;
}

/** The keys, none when nothing is set. The public one is PEM text or the path of a file that holds it. */
export function readShopSignIn(values: Values): { keys: ShopSignInKey[]; mistakes: string[] } {
  const keys: ShopSignInKey[] = [];
  if (values.SHOP_SIGN_IN_SECRET !== undefined) {
    keys.push({ algorithm: 'HS256', key: createSecretKey(Buffer.from(values.SHOP_SIGN_IN_SECRET)) });
  }
  const given = values.SHOP_SIGN_IN_PUBLIC_KEY;
  if (given === undefined) return { keys, mistakes: [] };
  const key = publicKey(given);
  if (key?.asymmetricKeyType !== 'ed25519') {
    return { keys, mistakes: ['SHOP_SIGN_IN_PUBLIC_KEY must be an Ed25519 public key: PEM, or its file.'] };
  }
  return { keys: [...keys, { algorithm: 'EdDSA', key }], mistakes: [] };
}

function publicKey(given: string): KeyObject | null {
  try {
    const pem = given.startsWith('-----BEGIN') ? given.replaceAll('\\n', '\n') : readFileSync(given, 'utf8');
    // From a private key a public one could be made too: then somebody has given us what is not ours to know.
    return pem.includes('PRIVATE KEY') ? null : createPublicKey(pem);
  } catch {
    return null;
  }
}
