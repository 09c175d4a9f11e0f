import { createHmac, hash } from 'node:crypto';
import type { Secret } from '../../lib/secrets.ts';

/** 96 bits: the odds that any two of a thousand million notifications share an id are 1 in 10^11. */
const id_length = 24;

/** The id of a notification: the same for the same parts, whatever is retried or repeated. */
export type NameNotification = (...parts: readonly (string | number)[]) => string;

/**
 * Names that nobody outside can compute. The Message-ID and the code that proves a mail to be ours are made of them: out
 * of an order's number alone, whoever reads a parcel's label could forge both.
 */
export function openNaming(secret: Secret): NameNotification {
  const key = secret.key('notification-id');
  return (...parts) => createHmac('sha256', key).update(parts.join('\n')).digest('hex').slice(0, id_length);
}

/** For examples, which prove nothing: the same on every installation. */
export const nameExample: NameNotification = (...parts) =>
  hash('sha256', parts.join('\n'), 'hex').slice(0, id_length);
