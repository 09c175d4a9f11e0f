import type { Context, Hono } from 'hono';
import { RateLimiter } from '../../lib/rate-limit.ts';
import { authPath, fresh_ms, type Realm, renewProof, type SignedIn } from '../../modules/accounts/index.ts';
import type { Site } from '../site.ts';

const minute_ms = 60_000;

/** The only routes of better-auth that are open: a passkey cannot be made or used by a form. */
export const OPEN_ROUTES = [
  { method: 'GET', name: 'generate-authenticate-options', adds: false },
  { method: 'POST', name: 'verify-authentication', adds: false },
  { method: 'GET', name: 'generate-register-options', adds: true },
  { method: 'POST', name: 'verify-registration', adds: true },
] as const;

/** `/auth/{customer,staff}/passkey/...`: asked by src/web/browser/passkey.js. */
export function passkeyRoutes(app: Hono, site: Site): void {
  const limits = new RateLimiter({ limit: 2 * site.deps.config.lookupLimit, window_ms: minute_ms });
  for (const realm of ['customer', 'staff'] as const) {
    for (const { method, name, adds } of OPEN_ROUTES) {
      app.on(method, `${authPath(realm)}/passkey/${name}`, async (context) => {
        const visit = site.visit(context);
        if (limits.take(site.addressGroup(context), visit.now_ms)) return site.json(visit, {}, 429);
        if (!site.isFromOurPage(context)) return site.json(visit, {}, 403);
        const person = adds ? await site.deps.accounts.whoIs(realm, context.req.header('cookie')) : null;
        if (adds && !(person && mayAddWayIn(person, visit.now_ms))) return site.json(visit, {}, 403);
        const answer = await answerOf(context, site, realm);
        if (answer.ok && name === 'verify-authentication') {
          await site.deps.accounts.endCurrent(realm, context.req.raw.headers);
        }
        if (answer.ok && person && name === 'verify-registration') await complete(site, realm, person);
        return answer;
      });
    }
  }
}

async function answerOf(context: Context, { deps }: Site, realm: Realm): Promise<Response> {
  const door = await (realm === 'customer' ? deps.accounts.customers() : deps.accounts.staff());
  const answer = await door.handler(context.req.raw);
  answer.headers.set('Cache-Control', 'no-store');
  return answer;
}

/** A new way in is given to whoever came in a moment ago, or was just invited (ASVS 5.0, 7.5.1). */
export function mayAddWayIn({ proof, proven_at_ms }: SignedIn, now_ms: number): boolean {
  return proof !== 'password' && now_ms - proven_at_ms < fresh_ms;
}

/** Who was invited has shown now who they will be. */
async function complete({ deps }: Site, realm: Realm, person: SignedIn): Promise<void> {
  if (person.complete) return;
  await renewProof(deps.database, realm, person.session, 'passkey', deps.clock.now());
}
