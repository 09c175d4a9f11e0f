import { hash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { dateInZone } from '../../lib/dates.ts';
import type { Message } from '../../modules/notifications/deliveries/index.ts';
import type { StoredOrder } from '../../modules/order-view/index.ts';
import { copy_header, copyPermit } from '../app/offline.ts';
import { opens } from '../http/session.ts';
import type { Page } from '../page.ts';
import type { Site, Visit } from '../site.ts';
import { orderContent, orderPage } from './order-page.ts';
import type { Reading } from './reading.ts';

/** `/orders/{number}`: the page; with `?fragment` only what an open page fetches again. */
export function orderRoutes(app: Hono, site: Site): void {
  app.get('/orders/:number', async (context) => {
    const visit = site.visit(context);
    const number = context.req.param('number');
    const stored = await openOrder(site, visit, number);
    if (!stored) return askForEmail(site, visit, number);
    const page = site.page(context, visit, stored.state.order!.locale);
    site.keepLocale(visit, page);
    const messages = await site.deps.messages(number);
    const etag = etagOf(stored, messages, page, visit.now_ms);
    visit.headers.ETag = etag;
    visit.headers[copy_header] = copyPermit(visit.session!, number);
    if (context.req.header('if-none-match') === etag) return site.notModified(visit);
    const reading = readingOf(context, site, { visit, page, stored, messages });
    const fragment = context.req.query('fragment') !== undefined;
    return site.send(context, visit, fragment ? orderContent(reading, etag) : orderPage(reading, etag));
  });
}

/** The order, when this session opens it. An order that is in no session is not even looked for. */
export async function openOrder(site: Site, { session }: Visit, number: string): Promise<StoredOrder | null> {
  if (!session?.orders.some((order) => order.number === number)) return null;
  const stored = await site.deps.reader.read(number);
  return stored && opens(session, stored) ? stored : null;
}

/** The same answer whether there is such an order or not. */
export function askForEmail(site: Site, visit: Visit, number: string): Response {
  return site.redirect(visit, `${site.base}/status?number=${encodeURIComponent(number)}`);
}

interface Opened {
  visit: Visit;
  page: Page;
  stored: StoredOrder;
  messages: readonly Message[];
}

function readingOf(context: Context, site: Site, { visit, page, stored, messages }: Opened): Reading {
  const { now_ms } = visit;
  const { viewOrder, config } = site.deps;
  const view = viewOrder(stored, { locale: page.words.locale, now_ms });
  return {
    ...page,
    view,
    state: stored.state,
    messages,
    just_canceled: context.req.query('canceled') ?? null,
    now_ms,
    today: dateInZone(now_ms, view.time_zone),
    mail_from: /<(.+)>/.exec(config.mailFrom)?.[1] ?? config.mailFrom,
    host: site.host,
  };
}

/** All that the page depends on beside the order's story: language, our own files, the day, what was sent. */
function etagOf(stored: StoredOrder, messages: readonly Message[], page: Page, now_ms: number): string {
  const sent = messages.map(({ id, channel, status }) => `${id} ${channel} ${status}`).join();
  const parts = [
    stored.version,
    page.words.locale,
    page.assets.fingerprint,
    dateInZone(now_ms, stored.state.order!.time_zone),
    sent,
  ];
  return `W/"${hash('sha1', parts.join('|'), 'base64url')}"`;
}
