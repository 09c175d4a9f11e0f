import { createHmac, randomBytes } from 'node:crypto';

/** Standard Webhooks 1.0.0 asks for 24 to 64 bytes. */
const secret_bytes = 32;
const secret_prefix = 'whsec_';

/** What a message of ours is signed over, beside its body. */
export interface Signed {
  id: string;
  /** Of this try, seconds since 1970. */
  timestamp_s: number;
  body: string;
}

export function makeSecret(): Buffer {
  return randomBytes(secret_bytes);
}

/** A secret as its receiver keeps it: `whsec_<base64>`. */
export function showSecret(secret: Uint8Array): string {
  return secret_prefix + Buffer.from(secret).toString('base64');
}

/**
 * The header `webhook-signature`: HMAC-SHA256 of `id.timestamp.body` by each secret, newest first, so that a receiver
 * that knows the old or the new one finds its own.
 */
export function signatureOf({ id, timestamp_s, body }: Signed, secrets: readonly Uint8Array[]): string {
  const signatures = secrets.map((secret) => {
    const mac = createHmac('sha256', secret).update(`${id}.${timestamp_s}.${body}`);
    return `v1,${mac.digest('base64')}`;
  });
  return signatures.join(' ');
}
