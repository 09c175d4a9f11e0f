import { createHmac, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { sign, verify } from '../../lib/signed.ts';
import { normalizeEmail } from '../../modules/accounts/index.ts';
import { cookieName, cookieValue } from '../http/session.ts';
import type { Site } from '../site.ts';

const purpose = 'known-browser';
const kept_days = 365;
/** A family at one computer. */
const people_max = 8;

/**
 * A browser in which somebody has signed in before is counted by itself when they sign in again. So a stranger who uses
 * up what everybody else may try with an address shuts out nobody who has been here (OWASP: device cookies). The cookie
 * opens nothing; it names the people by keyed hashes.
 */
export interface KnownBrowser {
  /** What tries with this address are counted by: this browser; null: it has not seen its owner yet. */
  countedBy(email: string): string | null;
  /** `Set-Cookie`: its owner has signed in here. */
  remember(email: string): string;
}

export function knownBrowser(site: Site, context: Context): KnownBrowser {
  const { secrets } = site.deps;
  const name = `${cookieName(site.secure, site.base)}-known`;
  const said = verify(secrets, purpose, cookieValue(context.req.header('cookie'), name) ?? '');
  // Signed by us, so it has this shape.
  const [id, people] = said === null ? [null, []] : (JSON.parse(said) as [string, string[]]);
  const hashOf = (email: string) =>
    createHmac('sha256', secrets.current.key(purpose))
      .update(normalizeEmail(email))
      .digest('base64url')
      .slice(0, 16);
  return {
    countedBy: (email) => (id !== null && people.includes(hashOf(email)) ? `${id} ${hashOf(email)}` : null),
    remember(email) {
      const person = hashOf(email);
      const others = people.filter((other) => other !== person);
      const value = sign(
        secrets,
        purpose,
        JSON.stringify([
          id ?? randomBytes(16).toString('base64url'),
          [person, ...others].slice(0, people_max),
        ]),
      );
      return cookie(site, name, value, kept_days * 86_400);
    },
  };
}

/** `Set-Cookie` of who leaves this device: it knows nobody any more. */
export function forgetPeople(site: Site): string {
  return cookie(site, `${cookieName(site.secure, site.base)}-known`, '', 0);
}

function cookie({ base, secure }: Site, name: string, value: string, max_age_s: number): string {
  const attributes = `Path=${base || '/'}; Max-Age=${max_age_s}; HttpOnly; SameSite=Lax`;
  return `${name}=${value}; ${attributes}${secure ? '; Secure' : ''}`;
}
