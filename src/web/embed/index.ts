import { hash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { dateInZone } from '../../lib/dates.ts';
import { readStatusToken } from '../../modules/order-view/status-token.ts';
import { pickEncoding } from '../http/compress.ts';
import { crossOrigin } from '../http/cross-origin.ts';
import type { Answer, Site } from '../site.ts';
import { bundleElement } from './bundle.ts';
import { openScript } from './script.ts';
import { summaryOf } from './summary.ts';

/**
 * `/embed/tidings-order-status.js`: the element a shop puts on its own pages; `.json` says its hash. `/embed/order`: what
 * it shows, for who has a token of an order (src/modules/order-view/status-token.ts).
 */
export function embedRoutes(app: Hono, site: Site): void {
  const { embedOrigins } = site.deps.config;
  const bundle = bundleElement();
  const script = openScript(bundle);
  app.get('/embed/tidings-order-status.js', (context) =>
    script(pickEncoding(context.req.header('accept-encoding')), context.req.header('if-none-match')),
  );
  app.get('/embed/tidings-order-status.json', (context) => {
    const { integrity } = bundle;
    return context.json({ src: `${site.deps.public_url}/embed/tidings-order-status.js`, integrity });
  });
  app.use('/embed/order', crossOrigin(embedOrigins, ['GET']));
  app.get('/embed/order', (context) => order(context, site));
}

async function order(context: Context, site: Site): Promise<Answer> {
  const { deps } = site;
  const now_ms = deps.clock.now();
  const headers = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' };
  const token = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
  const opened = readStatusToken(deps.secrets, token, now_ms);
  const stored = opened && (await deps.reader.read(opened.number));
  if (!stored || stored.access_epoch !== opened.access_epoch) {
    return Response.json({ code: 'token_expired' }, { status: 401, headers });
  }
  const visit = { ...site.visit(context), session: null };
  const page = site.page(context, visit, stored.state.order!.locale);
  const view = deps.viewOrder(stored, { locale: page.words.locale, now_ms });
  const reading = { ...page, view, now_ms, today: dateInZone(now_ms, view.time_zone) };
  const page_url = `${deps.public_url}/status?number=${encodeURIComponent(view.number)}`;
  const body = JSON.stringify(summaryOf(reading, page_url));
  const etag = `"${hash('sha256', body, 'base64url').slice(0, 22)}"`;
  const known = context.req.header('if-none-match') === etag;
  const answer = {
    ...headers,
    ETag: etag,
    'Content-Type': 'application/json',
    'Content-Language': page.words.locale,
  };
  return new Response(known ? null : body, { status: known ? 304 : 200, headers: answer });
}
