import type { Hono } from 'hono';
import { identifyRoutes } from '../buyer/identify.ts';
import type { Site } from '../site.ts';
import { accountRoutes } from './account.ts';
import { CodeLimits } from './mail-code.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { shopSignInRoutes } from './shop.ts';
import { signInRoutes } from './sign-in.ts';
import { undoRoutes } from './undo.ts';

/** Everything by which people show who they are. */
export function signInPages(app: Hono, site: Site): void {
  const limits = new CodeLimits(site.deps.config.lookupLimit);
  signInRoutes(app, site, limits);
  shopSignInRoutes(app, site);
  identifyRoutes(app, site, limits);
  accountRoutes(app, site, limits);
  undoRoutes(app, site);
  passkeyRoutes(app, site);
}
