import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { databaseIsAway } from '../lib/database.ts';
import { LedgerUnavailable } from '../story/index.ts';
import { signInPages } from './account/index.ts';
import { appRoutes } from './app/index.ts';
import { cancelRoutes } from './buyer/cancel.ts';
import { changeRoutes } from './buyer/change/index.ts';
import { delayRoutes } from './buyer/delay/index.ts';
import { helpRoutes } from './buyer/help/index.ts';
import { landingRoutes } from './buyer/landing.ts';
import { orderRoutes } from './buyer/order.ts';
import { receiptRoutes } from './buyer/receipt.ts';
import { statusRoutes } from './buyer/status.ts';
import { suggestRoutes } from './buyer/suggest/index.ts';
import { unsubscribeRoutes } from './buyer/unsubscribe.ts';
import { verifyRoutes } from './buyer/verify.ts';
import { problemPage } from './components/problem.ts';
import type { WebDeps } from './deps.ts';
import { deskRoutes } from './desk/index.ts';
import { embedRoutes } from './embed/index.ts';
import { peopleRoutes } from './people/index.ts';
import { preferencesRoutes } from './preferences/index.ts';
import { privacyRoutes } from './privacy/index.ts';
import { type Answer, Site } from './site.ts';
import { withdrawRoutes } from './withdraw/index.ts';
import { zoneRoutes } from './zone/index.ts';

export type { WebDeps } from './deps.ts';

/** A form of ours has a token, and at most a message of 2,000 signs: of Chinese ones each is nine bytes here. */
const form_bytes_max = 32 * 1024;
/** A whole message, percent-encoded. */
const pasted_bytes_max = 256 * 1024;
const retry_after_s = 30;

/**
 * Everything a buyer sees: `/status`, `/verify`, `/o/{token}`, `/unsubscribe/{token}`, `/orders/{number}`, the files
 * these need, and a page for every address there is nothing at: mount it last.
 */
export function webRoutes(deps: WebDeps): Hono {
  const site = new Site(deps);
  const app = new Hono();
  // Only where there is a body: asking for its size makes Hono build a whole Request.
  const posted = [
    '/status',
    '/o/*',
    '/orders/*',
    '/devices/*',
    '/leave',
    '/sign-in',
    '/sign-in/*',
    '/account/*',
    '/auth/*',
    '/desk/*',
    '/operator/*',
    '/invitation/*',
    '/unsubscribe/*',
    '/withdraw',
    '/preferences',
    '/privacy',
    '/privacy/*',
    '/withdraw/*',
  ];
  const onError = (context: Context) => problem(context, site, 413);
  for (const path of posted) app.post(path, bodyLimit({ maxSize: form_bytes_max, onError }));
  app.post('/verify', bodyLimit({ maxSize: pasted_bytes_max, onError }));
  app.get('/', (context) => site.redirect(site.visit(context), `${site.base}/status`));
  statusRoutes(app, site);
  signInPages(app, site);
  verifyRoutes(app, site);
  landingRoutes(app, site);
  unsubscribeRoutes(app, site);
  zoneRoutes(app, site);
  orderRoutes(app, site);
  receiptRoutes(app, site);
  cancelRoutes(app, site);
  changeRoutes(app, site);
  delayRoutes(app, site);
  withdrawRoutes(app, site);
  helpRoutes(app, site);
  deskRoutes(app, site);
  peopleRoutes(app, site);
  preferencesRoutes(app, site);
  privacyRoutes(app, site);
  suggestRoutes(app, site);
  appRoutes(app, site);
  embedRoutes(app, site);
  site.assets.serve(app);
  app.all('*', (context) => notFound(context, site));
  app.onError((error, context) => failed(error, context, site));
  return app;
}

/** Whoever has come in keeps their way between their pages. */
async function notFound(context: Context, site: Site): Promise<Response> {
  await site.account(context);
  return problem(context, site, 404);
}

function failed(error: Error, context: Context, site: Site): Answer {
  if (databaseIsAway(error) || error instanceof LedgerUnavailable) return problem(context, site, 503);
  site.deps.onError?.(error);
  return problem(context, site, 500);
}

function problem(context: Context, site: Site, status: 404 | 413 | 500 | 503): Answer {
  const visit = site.visit(context);
  if (status === 503) visit.headers['Retry-After'] = String(retry_after_s);
  return site.send(context, visit, problemPage(site.page(context, visit), status), { status });
}
