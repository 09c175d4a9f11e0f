import { Hono } from 'hono';
import { dateInZone } from '../../lib/dates.ts';
import { type Html, html } from '../../lib/html.ts';
import { wordsFor } from '../../lib/words.ts';
import type { Message } from '../../modules/notifications/deliveries/index.ts';
import { type GivenPromise, type OrderView, viewOrder } from '../../modules/order-view/index.ts';
import { layout } from '../components/layout.ts';
import { type Assets, openAssets } from '../http/assets.ts';
import { pageHeaders } from '../http/headers.ts';
import type { Page } from '../page.ts';
import { ordersPage } from '../zone/orders-page.ts';
import { EXAMPLES } from './examples.ts';
import { orderPage } from './order-page.ts';
import type { Reading } from './reading.ts';
import { receiptPage } from './receipt-page.ts';

/** Every state of the order page side by side, for looking at and for the accessibility test. Not in production. */
export function gallery(): Hono {
  const app = new Hono();
  const assets = openAssets('');
  app.use('/examples/*', pageHeaders);
  assets.serve(app);
  app.get('/examples', (context) => {
    const page = pageOf(assets, 'en', '/examples');
    const names = Object.keys(EXAMPLES).map(
      (name) => html`<li><a class="link" href="/examples/${name}">${name}</a></li>`,
    );
    const main = html`<h1>Examples</h1><ul>${names}</ul>`;
    return context.html(String(layout(page, { title: 'Examples', main })));
  });
  app.get('/examples/orders', (context) =>
    context.html(String(ordersExample(context.req.query('locale') ?? 'en', assets))),
  );
  app.get('/examples/receipt', (context) => {
    const reading = readingOf('books_canceled', context.req.query('locale') ?? 'en', assets)!;
    return context.html(String(receiptPage(reading)));
  });
  app.get('/examples/:name', (context) => {
    const reading = readingOf(context.req.param('name'), context.req.query('locale') ?? 'en', assets);
    return reading ? context.html(String(orderPage(reading, 'W/"example"'))) : context.notFound();
  });
  return app;
}

/** All examples as the orders of one customer. */
function ordersExample(locale: string, assets: Assets): Html {
  const page = { ...pageOf(assets, locale, '/orders'), zone: 'customer' as const };
  const orders = Object.keys(EXAMPLES).map((name) => {
    const reading = { ...readingOf(name, locale, assets)!, ...page };
    return { reading, again: 'https://harbour.example/book-1' };
  });
  const counts = { all: orders.length, coming: 7, unshipped: 9, late: 3, canceled: 4, returnable: 1 };
  const next = { placed_at: '2026-07-01T12:00:00Z', number: '1' };
  return ordersPage(page, { wish: { shelf: null, words: '', after: null }, orders, next, counts });
}

/** An example as the order page reads it; null when there is none of that name. */
export function readingOf(name: string, locale: string, assets: Assets): Reading | null {
  const example = EXAMPLES[name]?.();
  if (!example) return null;
  const { stored, now } = example;
  const now_ms = Date.parse(now);
  const view = viewOrder(stored, { locale, now_ms, returns: [] });
  return {
    ...pageOf(assets, locale, `/examples/${name}`),
    view,
    state: stored.state,
    messages: messagesOf(),
    said: [],
    echoes: echoesOf(name),
    promises: promisesOf(view),
    again: new Map(stored.state.order!.lines.map(({ sku }) => [sku, `https://harbour.example/${sku}`])),
    just_canceled: view.adjustments.find(({ kind }) => kind === 'cancellation')?.id ?? null,
    just_changed: view.changes.at(-1)?.id ?? null,
    returns: [],
    now_ms,
    today: dateInZone(now_ms, view.time_zone),
    mail_from: 'orders@harbour.example',
    host: 'orders.harbour.example',
  };
}

function pageOf(assets: Assets, locale: string, address: string): Page {
  return { words: wordsFor(locale), shop: 'Harbour Books', base: '', assets, address, zone: null };
}

function messagesOf(): Message[] {
  const told = [
    ['promise_revised', '2026-07-18T12:02:00Z', 'waiting'],
    ['order_split', '2026-07-16T14:02:00Z', 'sent'],
    ['shipment_dispatched', '2026-07-16T14:01:00Z', 'failed'],
    ['order_confirmed', '2026-07-14T12:49:00Z', 'sent'],
  ] as const;
  return told.map(([type, made_at, status], index) => {
    const way = { channel: 'email', status, held_for: null, reason: null, sent_at: null };
    return { id: String(index), type, made_at, ways: [way] };
  });
}

/** As far as the present state remembers them. */
function promisesOf({ lines, placed_at }: OrderView): GivenPromise[] {
  return lines.flatMap(({ id, promise, promise_before: before }): GivenPromise[] => {
    if (!promise || !before?.latest) return [];
    const { earliest = before.latest, latest, reason, at } = before;
    return [
      { lines: [id], at: placed_at, promise: { earliest, latest }, reason: null },
      { lines: [id], at, promise, reason },
    ];
  });
}

const letter_example = 'attempt_failed';

/** One example has a buyer who wrote, and whom our mails no longer reach. */
function echoesOf(name: string): Reading['echoes'] {
  if (name !== letter_example) return { unreachable: false, replies: [] };
  const letter = {
    ...{ id: '1', subject_key: 'order:1', received_at: '2026-07-17T09:12:00Z', settled_at: null },
    from: 'Ann Buyer <buyer@example.com>',
    subject: 'Re: Order confirmed',
    text: 'Hello,\n\nplease leave it with my neighbor at No. 5.\nThank you!',
    quoted: 'On Mon, 14 Jul 2026, Harbour Books wrote:\n> Your order is confirmed',
    attachments: [{ name: 'door.jpg', type: 'image/jpeg' }],
  };
  return { unreachable: true, replies: [letter] };
}
