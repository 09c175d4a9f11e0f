import { hash } from 'node:crypto';
import type { Clock } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';
import type { Secrets } from '../../../lib/secrets.ts';
import type { Realm } from './tables.ts';

export interface DoorOptions {
  database: Database;
  clock: Clock;
  secrets: Secrets;
  /** How people reach this installation, no trailing slash. */
  public_url: string;
  /** What authenticators and password managers call us. */
  shop: string;
}

/** Nobody remembers 12 characters, and a password manager does not mind them (ASVS 5.0, 6.2.1 asks for 8). */
export const password_length_min = 12;
/** Where better-auth answers scripts, behind PUBLIC_URL's path; only what passkeys need is open there. */
export function authPath(realm: Realm): string {
  return `/auth/${realm}`;
}

/** With `__Host-` no other host of the domain can set it (ASVS 5.0, 3.3.1). */
export function cookiePrefix(realm: Realm, secure: boolean, base: string): string {
  return `${secure && base === '' ? '__Host-' : ''}tidings-${realm}`;
}

/** The newest secret signs and encrypts; what older ones encrypted is still read. */
export function secretsFor({ all }: Secrets) {
  const secrets = all.map((secret) => ({
    version: hash('sha256', secret.id, 'buffer').readUInt32BE(0),
    value: secret.key('sign-in').toString('base64url'),
  }));
  return { secret: secrets[0]!.value, secrets };
}
