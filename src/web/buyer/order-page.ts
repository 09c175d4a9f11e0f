import { type Html, html } from '../../lib/html.ts';
import { leaveForm } from '../app/leave.ts';
import { asOf } from '../app/offline.ts';
import { layout } from '../components/layout.ts';
import { ownLinks } from '../preferences/links.ts';
import { type Arrangement, arrange } from './arrange.ts';
import { ASIDE, BELOW, CARDS, DONE } from './cards.ts';
import { lineAnchor } from './delay/card.ts';
import { headlineOf } from './headline.ts';
import { moment, type Reading } from './reading.ts';

/** How often an open page asks for news: a courier on the road, an order under way, nothing left to happen. */
const refresh_s = { on_the_road: 15, underway: 45, over: 600 };

/**
 * The whole page: one answer first, then everything else about the order.
 * @param ideas what may be offered beside it; no part of what an open page asks for again
 */
export function orderPage(reading: Reading, etag: string, ideas: Html | null = null): Html {
  const arrangement = arrange(reading.view);
  return layout(reading, {
    title: titleOf(reading, arrangement),
    main: html`${asOf(reading)}${orderContent(reading, etag, arrangement)}${ideas}${waysOn(reading)}`,
    scripts: ['order.js', 'push.js'],
  });
}

/** What an open page fetches again: `<main>`'s content, in parts with an id, so that only what changed is replaced. */
export function orderContent(reading: Reading, etag: string, arrangement = arrange(reading.view)): Html {
  const { words } = reading;
  const made = (cards: typeof CARDS) => cards.map((card) => card(reading, arrangement));
  return html`<div id="order" data-etag="${etag}" data-refresh-s="${refreshSeconds(reading)}" data-updated="${words.say(
    'page.live.updated',
  )}" data-offline="${words.say('page.live.offline')}">${intro(reading, arrangement)}${made(DONE)}<div class="columns"><div class="stack" id="cards">${made(
    CARDS,
  )}</div><aside class="stack" id="aside">${made(ASIDE)}</aside>${made(BELOW)}</div><p id="live" class="live" role="status" aria-live="polite"></p></div>`;
}

/** Which order it is and how it stands, in two lines: the answer is the card below. */
function intro(reading: Reading, arrangement: Arrangement): Html {
  const { view, words } = reading;
  return html`<header id="intro" data-part><h1>${words.say('page.order.title', { number: view.number })}</h1><p class="quiet">${words.say(
    'page.order.placed',
    { when: moment(reading, view.placed_at) },
  )} · <strong>${view.status_label}</strong></p>${asked(reading, arrangement) ?? explained(reading, arrangement)}</header>`;
}

/** The way to a question that stands further down. */
function asked({ words }: Reading, { coming, waiting }: Arrangement): Html | null {
  const lines = waiting.flatMap((group) => group.lines).filter(({ decision }) => decision !== null);
  if (lines.length === 0 || coming.length === 0) return null;
  return html`<p class="status"><a class="link" href="${lineAnchor(lines[0]!.id)}">${words.say('page.order.asked', { count: lines.length })}</a></p>`;
}

/** What the status means, where cards of several kinds say different things of its parts. */
function explained({ view }: Reading, { coming, waiting, ended }: Arrangement): Html | null {
  if ([coming, waiting, ended].filter(({ length }) => length > 0).length < 2) return null;
  return html`<p class="status">${view.status_explanation}</p>`;
}

/** The last line of the page: how its reader is told, what is kept of them, and out. */
function waysOn(reading: Reading): Html | null {
  // A customer finds them at the top.
  if (reading.zone === 'customer') return null;
  return html`<div class="ways">${ownLinks(reading)}${leaveForm(reading)}</div>`;
}

/** The date stands in the title too: it is all a reader sees of a page in another tab. */
function titleOf(reading: Reading, { coming }: Arrangement): string {
  const order = reading.words.say('page.order.title', { number: reading.view.number });
  const [first] = coming;
  return first ? `${headlineOf(reading, first).text} · ${order}` : `${reading.view.status_label} · ${order}`;
}

function refreshSeconds({ view }: Reading): number {
  if (view.shipments.some(({ stage }) => stage === 'out_for_delivery')) return refresh_s.on_the_road;
  const over = view.status === 'delivered' || view.status === 'canceled' || view.status === 'returned';
  return over ? refresh_s.over : refresh_s.underway;
}
