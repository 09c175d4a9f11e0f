import { hash } from 'node:crypto';
import type { Hono } from 'hono';
import { type Html, html } from '../../lib/html.ts';
import type { OrderReading } from '../buyer/reading.ts';
import { moment } from '../buyer/reading.ts';
import { layout } from '../components/layout.ts';
import { type Session, session_days } from '../http/session.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';
import { ordersPath } from '../zone/wish.ts';

/**
 * What the worker (src/web/browser/worker.js) may keep for when there is no network. Every page says `no-store`, and
 * the worker keeps only a page that carries this header: an order's page, never a form or a token. It says whose
 * session it was seen in, and until when that session lasts: the copy is gone when the page itself would be.
 */
export const copy_header = 'Tidings-Copy';

/** @param number of the order; null: the list of them all */
export function copyPermit({ id, orders }: Session, number: string | null, now_ms: number): string {
  // A customer's own orders stand in no session; their copies last as long as those of a guest.
  const order = orders.find((order) => order.number === number);
  const expires_at_s = order?.expires_at_s ?? Math.floor(now_ms / 1000) + session_days * 86_400;
  return `${hash('sha256', `copy ${id}`, 'base64url').slice(0, 16)} ${expires_at_s}`;
}

export function offlinePath(base: string): string {
  return `${base}/offline`;
}

/** `/offline`: kept by the worker from the beginning, and shown for every page it has no copy of. */
export function offlineRoute(app: Hono, site: Site): void {
  app.get('/offline', (context) => {
    const visit = site.visit(context);
    return site.send(context, visit, offlinePage(site.page(context, visit)));
  });
}

/** The worker puts the orders it has into `#kept`, and shows it when there are any. */
function offlinePage(page: Page): Html {
  const { words } = page;
  return layout(page, {
    title: words.say('app.offline.title'),
    main: html`<div class="single"><h1>${words.say('app.offline.title')}</h1><p class="intro">${words.say(
      'app.offline.text',
    )}</p><section id="kept" hidden><p class="mt-6">${words.say('app.offline.kept')}</p><ul class="kept"></ul><p class="mt-4" id="kept-list" hidden><a class="link" href="${ordersPath(page.base)}">${words.say('zone.orders.title')}</a></p></section></div>`,
  });
}

const as_of = { order: 'app.offline.as_of', orders: 'zone.offline.as_of' };

/** Stands on the page of an order, or of all orders, and is shown on a copy of it: as of when. */
export function asOf(reading: OrderReading, of: 'order' | 'orders' = 'order'): Html {
  const seen_at = new Date(reading.now_ms).toISOString();
  const when = moment(reading, seen_at);
  return html`<p class="as-of" id="as-of" hidden>${reading.words.say(as_of[of], { when })}</p>`;
}
