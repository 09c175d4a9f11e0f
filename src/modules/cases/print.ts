import { createHmac } from 'node:crypto';
import type { Secret } from '../../lib/secrets.ts';

const print_length = 16;

/** A keyed hash of what somebody said: the same words again are recognised, and nothing can be read from it. */
export function printOf(secret: Secret, text: string): string {
  return createHmac('sha256', secret.key('case-message'))
    .update(text)
    .digest('base64url')
    .slice(0, print_length);
}
