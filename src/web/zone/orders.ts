import type { Context, Hono } from 'hono';
import { dateInZone } from '../../lib/dates.ts';
import type { Account } from '../../modules/accounts/index.ts';
import { buyerOf, ownsOrder, type Whose } from '../../modules/buyers/index.ts';
import { findBuyable } from '../../modules/listings/index.ts';
import { countListed, findListed } from '../../modules/order-list/index.ts';
import type { StoredOrder } from '../../modules/order-view/index.ts';
import { listingUrl } from '../../modules/recommendations/index.ts';
import { copy_header, copyPermit } from '../app/offline.ts';
import type { OrderReading } from '../buyer/reading.ts';
import { newSession, opens, type Session } from '../http/session.ts';
import type { Page } from '../page.ts';
import type { Answer, Site, Visit } from '../site.ts';
import { type Listed, ordersPage } from './orders-page.ts';
import { type OrdersWish, readWish } from './wish.ts';

/** Orders on a page: a phone's worth of scrolling, and some 30 KB before it is compressed. */
const page_size = 20;

/**
 * `/orders`: all orders of a signed-in customer, or those a guest's session opens, newest first. `?q=` searches, `?show=`
 * narrows, `?after=` goes on.
 */
export function ordersRoute(app: Hono, site: Site): void {
  app.get('/orders', async (context) => {
    const visit = site.visit(context);
    const account = await site.account(context);
    const whose = whoseOrders(account, visit.session);
    if (!whose) return site.redirect(visit, `${site.base}/status`);
    // A customer's copies for when there is no network are kept by their session.
    if (!visit.session) site.keepSession(visit, newSession());
    const page = site.page(context, visit);
    site.keepLocale(visit, page);
    const wish = readWish((name) => context.req.query(name));
    return answer(context, site, visit, { page, wish, whose, account });
  });
}

/** Null: nobody we know anything of. */
function whoseOrders(account: Account | null, session: Session | null): Whose | null {
  if (account?.kind === 'customer') return buyerOf(account);
  return session && session.orders.length > 0 ? { opened: session.orders } : null;
}

interface Asked {
  page: Page;
  wish: OrdersWish;
  whose: Whose;
  account: Account | null;
}

async function answer(context: Context, site: Site, visit: Visit, asked: Asked): Promise<Answer> {
  const { page, wish } = asked;
  const listed = await listOrders(site, visit, asked);
  if (visit.session && !wish.words && !wish.shelf && !wish.after) {
    visit.headers[copy_header] = copyPermit(visit.session, null, visit.now_ms);
  }
  return site.send(context, visit, ordersPage(page, listed));
}

async function listOrders(site: Site, visit: Visit, { page, wish, whose, account }: Asked): Promise<Listed> {
  const { database, returns, reader } = site.deps;
  const { now_ms } = visit;
  const narrowed = { ...wish, words: wish.words || null, whose, now_ms, returns, limit: page_size + 1 };
  const [found, counts] = await Promise.all([
    findListed(database, narrowed),
    countListed(database, { whose, now_ms, returns }),
  ]);
  const shown = found.slice(0, page_size);
  const stored = await reader.readMany(shown.map(({ number }) => number));
  const orders = shown.flatMap(({ number }) => {
    const order = stored.get(number);
    // Asked once more of the order itself: what finds it is an index, and an index may be wrong.
    return order && mayOpen(order, account, visit.session) ? [readingOf(site, page, order, now_ms)] : [];
  });
  const again = await whereSold(site, orders, now_ms);
  return {
    wish,
    orders: orders.map((reading) => ({ reading, again: again(reading) })),
    next: found.length > page_size ? shown.at(-1)! : null,
    counts,
  };
}

function mayOpen(order: StoredOrder, account: Account | null, session: Session | null): boolean {
  return ownsOrder(account, order) || (session !== null && opens(session, order));
}

function readingOf({ deps }: Site, page: Page, order: StoredOrder, now_ms: number): OrderReading {
  const view = deps.viewOrder(order, { locale: page.words.locale, now_ms });
  return { ...page, view, now_ms, today: dateInZone(now_ms, view.time_zone) };
}

/** Where the first item of an order that can still be bought is sold; asked once for all orders of the page. */
async function whereSold(
  { deps }: Site,
  orders: readonly OrderReading[],
  now_ms: number,
): Promise<(reading: OrderReading) => string | null> {
  const pattern = deps.ideas?.listing_url;
  if (!pattern) return () => null;
  const skus = orders.flatMap(({ view }) => view.lines.map(({ sku }) => sku));
  const buyable = await findBuyable(deps.database, [...new Set(skus)], now_ms);
  return ({ view }) => {
    const line = view.lines.find(({ sku }) => buyable.has(sku));
    return line ? listingUrl(pattern, line.sku) : null;
  };
}
