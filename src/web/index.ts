import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { databaseIsAway } from '../lib/database.ts';
import { cancelRoutes } from './buyer/cancel.ts';
import { landingRoutes } from './buyer/landing.ts';
import { orderRoutes } from './buyer/order.ts';
import { statusRoutes } from './buyer/status.ts';
import { problemPage } from './components/problem.ts';
import type { WebDeps } from './deps.ts';
import { compressPages } from './http/compress.ts';
import { pageHeaders } from './http/headers.ts';
import { Site } from './site.ts';

export type { WebDeps } from './deps.ts';

/** A form of ours has a number, an address and a token. */
const form_bytes_max = 16 * 1024;
const retry_after_s = 30;

/**
 * Everything a buyer sees: `/status`, `/o/{token}`, `/orders/{number}`, the files these need, and a page for every
 * address there is nothing at: mount it last.
 */
export function webRoutes(deps: WebDeps): Hono {
  const site = new Site(deps);
  const app = new Hono();
  for (const path of ['/', '/status', '/o/*', '/orders/*']) {
    app.use(path, compressPages, pageHeaders, bodyLimit({ maxSize: form_bytes_max }));
  }
  app.get('/', (context) => context.redirect(`${site.base}/status`, 302));
  statusRoutes(app, site);
  landingRoutes(app, site);
  orderRoutes(app, site);
  cancelRoutes(app, site);
  site.assets.serve(app);
  app.all('*', compressPages, pageHeaders, (context) => notFound(context, site));
  app.onError((error, context) => failed(error, context, site));
  return app;
}

function notFound(context: Context, site: Site): Response {
  return site.send(context, problemPage(site.page(context, site.visit(context)), 404), 404);
}

function failed(error: Error, context: Context, site: Site): Response {
  const page = site.page(context, site.visit(context));
  if (databaseIsAway(error)) {
    context.header('Retry-After', String(retry_after_s));
    return site.send(context, problemPage(page, 503), 503);
  }
  site.deps.onError?.(error);
  return site.send(context, problemPage(page, 500), 500);
}
