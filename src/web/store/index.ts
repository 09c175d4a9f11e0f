import { Hono } from 'hono';
import { readListing } from '../../modules/listings/index.ts';
import { issueStatusToken } from '../../modules/order-view/status-token.ts';
import { sku_place } from '../../modules/recommendations/index.ts';
import type { WebDeps } from '../deps.ts';
import { bundleElement } from '../embed/bundle.ts';
import { pageHeaders } from '../http/headers.ts';
import { chooseLocale } from '../http/locale.ts';
import { bookPage } from './book-page.ts';
import { embedPage, store_style } from './embed-page.ts';

/** An order of the demonstration, as its seed describes it. */
interface Shown {
  number: string;
  email: string;
  shows: string;
}

const orders_tried = 2;

/** What `LISTING_URL` is for the demonstration, behind PUBLIC_URL. */
export const demo_listing_path = `/books/${sku_place}`;

/**
 * The demonstration shop's own pages, as far as they have to do with orders: `/embed/` shows the element on a page that
 * is not ours, `/books/{sku}` is where a book that is offered is sold. Mounted only where the demonstration is seeded: the
 * token opens one of its invented orders.
 */
export function storeRoutes(deps: WebDeps, demo: readonly Shown[]): Hono {
  const app = new Hono();
  const { integrity } = bundleElement();
  app.use('/embed/', pageHeaders);
  app.use('/books/*', pageHeaders);
  app.get('/books/:sku', async (context) => {
    const listing = await readListing(deps.database, context.req.param('sku'));
    return listing ? context.html(String(bookPage(deps.config.shop.name, listing))) : context.notFound();
  });
  app.get('/embed', (context) => context.redirect(`${deps.public_url}/embed/`, 302));
  app.get('/embed/store.css', (context) =>
    context.body(store_style, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  app.get('/embed/', async (context) => {
    const known = await deps.reader.read(demo[0]!.number);
    if (!known) return context.notFound();
    const { token } = issueStatusToken(deps.secrets, known, deps.clock.now());
    const locale = chooseLocale({
      link: context.req.query('locale'),
      ...{ session: null, order: null, browser: context.req.header('accept-language') },
      shop: deps.config.shop.locale,
    });
    const script = { src: 'tidings-order-status.js', integrity };
    const orders = demo.slice(0, orders_tried);
    return context.html(String(embedPage({ shop: deps.config.shop.name, locale, script, token, orders })));
  });
  return app;
}
