import type { Hono } from 'hono';
import { identifyRoutes } from '../buyer/identify.ts';
import type { Site } from '../site.ts';
import { accountRoutes } from './account.ts';
import { deskAccountRoutes } from './desk/account.ts';
import { confirmRoutes } from './desk/confirm.ts';
import { invitationRoutes } from './desk/invitation.ts';
import { deskSignInRoutes } from './desk/sign-in.ts';
import { CodeLimits } from './mail-code.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { shopSignInRoutes } from './shop.ts';
import { signInRoutes } from './sign-in.ts';
import { undoRoutes } from './undo.ts';

/** Everything by which people show who they are. */
export function signInPages(app: Hono, site: Site): void {
  const limits = new CodeLimits(site);
  signInRoutes(app, site, limits);
  shopSignInRoutes(app, site);
  identifyRoutes(app, site, limits);
  accountRoutes(app, site, limits);
  undoRoutes(app, site);
  passkeyRoutes(app, site);
  deskSignInRoutes(app, site, limits);
  deskAccountRoutes(app, site, limits);
  confirmRoutes(app, site, limits);
  invitationRoutes(app, site);
}
