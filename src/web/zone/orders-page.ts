import { type Html, html } from '../../lib/html.ts';
import { ORDER_SHELVES, type Shelf } from '../../modules/order-list/index.ts';
import { asOf } from '../app/offline.ts';
import { workerPath } from '../app/worker.ts';
import type { OrderReading } from '../buyer/reading.ts';
import { layout } from '../components/layout.ts';
import type { Page } from '../page.ts';
import { orderCard } from './order-card.ts';
import { addressOf, type OrdersWish, ordersPath, words_length_max } from './wish.ts';

/** One page of somebody's orders. */
export interface Listed {
  wish: OrdersWish;
  orders: readonly { reading: OrderReading; again: string | null }[];
  next: OrdersWish['after'];
  /** How many orders there are on each shelf; null: too many to count. */
  counts: Record<Shelf | 'all', number> | null;
}

/** Fewer orders are seen at a glance: a search would only stand in the way. */
const searched_min = 4;

export function ordersPage(page: Page, listed: Listed): Html {
  const { words } = page;
  const { orders, counts } = listed;
  const many = counts === null || counts.all >= searched_min;
  const title = words.say('zone.orders.title');
  const [first] = orders;
  return layout(page, {
    title,
    main: html`<div class="orders" id="orders" data-worker="${workerPath(page.base)}">${first && asOf(first.reading, 'orders')}<h1>${title}</h1>${many && searchForm(page, listed)}${many && shelves(page, listed)}${
      orders.length > 0
        ? html`<ol class="list">${orders.map(({ reading, again }) => orderCard(reading, again))}</ol>`
        : emptiness(page, listed)
    }${more(page, listed)}</div>`,
    scripts: ['order.js', 'keep.js'],
  });
}

function searchForm({ words, base }: Page, { wish }: Listed): Html {
  const { shelf, words: typed } = wish;
  return html`<form class="search" role="search" method="get" action="${ordersPath(base)}">${
    shelf && html`<input type="hidden" name="show" value="${shelf}">`
  }<label class="sr-only" for="q">${words.say('zone.search.label')}</label><input class="input" id="q" name="q" type="search" value="${typed}" maxlength="${words_length_max}" placeholder="${words.say(
    'zone.search.hint',
  )}" enterkeyhint="search" autocomplete="off"><button class="btn btn-outline">${words.say('zone.search.submit')}</button></form>`;
}

/** One shelf at a time, as links: they work without scripts and can be kept. An empty one is not offered. */
function shelves({ words, base }: Page, { wish, counts }: Listed): Html {
  const link = (shelf: Shelf | null) => {
    const name = shelf ?? 'all';
    const count = counts?.[name];
    const current = wish.shelf === shelf;
    if (count === 0 && !current && shelf) return null;
    const address = addressOf(base, { ...wish, shelf, after: null });
    return html`<li><a href="${address}"${current && html` aria-current="page"`}>${words.say(`zone.shelf.${name}`)}${
      count !== undefined && html` <span class="count">${count}</span>`
    }</a></li>`;
  };
  return html`<nav class="shelves" aria-label="${words.say('zone.shelf.title')}"><ul>${[null, ...ORDER_SHELVES].map(link)}</ul></nav>`;
}

/** Nothing found says what was looked for, and the way back to everything. */
function emptiness({ words, base }: Page, { wish }: Listed): Html {
  const { shelf, words: typed, after } = wish;
  if (!typed && !shelf && !after) {
    return html`<p class="empty">${words.say('zone.empty.none')}</p><p><a class="btn btn-outline" href="${base}/status">${words.say('page.status.title')}</a></p>`;
  }
  const text = typed ? words.say('zone.empty.search', { words: typed }) : words.say('zone.empty.shelf');
  return html`<p class="empty" role="status">${text}</p><p><a class="btn btn-outline" href="${ordersPath(base)}">${words.say('zone.empty.all')}</a></p>`;
}

function more({ words, base }: Page, { wish, next }: Listed): Html | null {
  if (!next && !wish.after) return null;
  const newest = addressOf(base, { ...wish, after: null });
  return html`<nav class="pages" aria-label="${words.say('zone.pages.title')}">${
    wish.after && html`<a class="btn btn-ghost" href="${newest}">${words.say('zone.pages.newest')}</a>`
  }${next && html`<a class="btn btn-outline" href="${addressOf(base, { ...wish, after: next })}" rel="next">${words.say('zone.pages.older')}</a>`}</nav>`;
}
