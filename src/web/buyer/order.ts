import type { Context, Hono } from 'hono';
import { dateInZone } from '../../lib/dates.ts';
import { ownsOrder } from '../../modules/buyers/index.ts';
import type { StoredOrder } from '../../modules/order-view/index.ts';
import { copy_header, copyPermit } from '../app/offline.ts';
import { newSession, opens } from '../http/session.ts';
import type { Page } from '../page.ts';
import type { Site, Visit } from '../site.ts';
import { type Beside, readBeside } from './beside.ts';
import { Freshness } from './etag.ts';
import { orderContent, orderPage } from './order-page.ts';
import type { Reading } from './reading.ts';
import { ideasFor } from './suggest/ideas.ts';

/** `/orders/{number}`: the page; with `?fragment` only what an open page fetches again. */
export function orderRoutes(app: Hono, site: Site): void {
  const freshness = new Freshness(site);
  app.get('/orders/:number', async (context) => {
    const visit = site.visit(context);
    const number = context.req.param('number');
    const unchanged = await freshness.unchanged(context, visit, number);
    if (unchanged) return notModified(site, visit, number, unchanged);
    const stored = await openOrder(site, context, visit, number);
    if (!stored) return askForEmail(site, visit, number);
    await site.account(context);
    const page = site.page(context, visit, stored.state.order!.locale);
    site.keepLocale(visit, page);
    const beside = await readBeside(site, stored, visit.now_ms);
    const etag = freshness.of(stored, beside, page, visit.now_ms);
    if (context.req.header('if-none-match') === etag) return notModified(site, visit, number, etag);
    say(visit, number, etag);
    const reading = readingOf(context, site, { visit, page, stored, beside });
    const fragment = context.req.query('fragment') !== undefined;
    if (fragment) return site.send(context, visit, orderContent(reading, etag));
    return site.send(context, visit, orderPage(reading, etag, await ideasFor(site, reading)));
  });
}

function notModified(site: Site, visit: Visit, number: string, etag: string): Response {
  say(visit, number, etag);
  return site.notModified(visit);
}

function say(visit: Visit, number: string, etag: string): void {
  visit.headers.ETag = etag;
  visit.headers[copy_header] = copyPermit(visit.session!, number, visit.now_ms);
}

/**
 * The order, when this session opens it, or when it is of the customer who has signed in. An order that is in no
 * session, asked for by nobody we know, is not even looked for. The visit has a session afterwards.
 */
export async function openOrder(
  site: Site,
  context: Context,
  visit: Visit,
  number: string,
): Promise<StoredOrder | null> {
  const { session } = visit;
  const in_session = session?.orders.some((order) => order.number === number) ?? false;
  const account = in_session ? null : await site.account(context);
  if (!in_session && account?.kind !== 'customer') return null;
  const stored = await site.deps.reader.read(number);
  if (!stored) return null;
  if (session && opens(session, stored)) return stored;
  if (!ownsOrder(account ?? (await site.account(context)), stored)) return null;
  // Form tokens are bound to a session; that of a customer opens no order by itself.
  if (!session) site.keepSession(visit, newSession());
  return stored;
}

/** The same answer whether there is such an order or not. */
export function askForEmail(site: Site, visit: Visit, number: string): Response {
  return site.redirect(visit, `${site.base}/status?number=${encodeURIComponent(number)}`);
}

interface Opened {
  visit: Visit;
  page: Page;
  stored: StoredOrder;
  beside: Beside;
}

export function readingOf(context: Context, site: Site, opened: Opened): Reading {
  const { visit, page, stored, beside } = opened;
  const { now_ms } = visit;
  const { viewOrder, config } = site.deps;
  const view = viewOrder(stored, { locale: page.words.locale, now_ms });
  return {
    ...page,
    view,
    state: stored.state,
    ...beside,
    just_canceled: context.req.query('canceled') ?? null,
    just_changed: context.req.query('changed') ?? null,
    returns: site.deps.returns,
    now_ms,
    today: dateInZone(now_ms, view.time_zone),
    mail_from: /<(.+)>/.exec(config.mailFrom)?.[1] ?? config.mailFrom,
    host: site.host,
  };
}
