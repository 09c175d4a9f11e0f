import { type Html, html } from '../../lib/html.ts';
import { CASE_STATUSES, type CaseStatus } from '../../modules/cases/vocabulary.ts';
import { titleOf } from '../../modules/order-view/index.ts';
import { layout } from '../components/layout.ts';
import type { Page } from '../page.ts';
import { clockOf, dueOf } from './clock-words.ts';
import { type AtDesk, requestsPath } from './desk.ts';
import type { Request, Requests } from './read.ts';

export interface Listing extends Requests {
  status: CaseStatus;
  /** How many wait, and how many of them are late. */
  count: { waiting: number; overdue: number };
  /** The way to those that follow; null: there are none. */
  more: string | null;
}

const title_length_max = 80;

/** What must be answered next, and by when: the clock first. */
export function listPage(at_desk: AtDesk, listing: Listing): Html {
  const { words } = at_desk.page;
  const title = words.say('case.desk.title');
  return layout(at_desk.page, {
    title,
    main: html`<div class="desk"><h1>${title}</h1>${requestList(at_desk, listing, null)}</div>`,
  });
}

/** The list, also beside the request that is open. */
export function requestList(at_desk: AtDesk, listing: Listing, open: string | null): Html {
  const { page, visit } = at_desk;
  const { words } = page;
  const { requests, status, count, more } = listing;
  const all = requests.map((request) => row(at_desk, request, visit.now_ms, open));
  return html`<div class="requests"><p class="intro">${words.say('case.desk.waiting', count)}</p>${shelves(at_desk, status)}${
    all.length === 0
      ? html`<p class="empty">${words.say(`case.desk.none.${status}`)}</p>`
      : html`<ul>${all}</ul>`
  }${more && html`<p class="foot"><a class="btn btn-outline" href="${more}">${words.say('case.desk.more')}</a></p>`}</div>`;
}

function shelves({ page, desk }: AtDesk, chosen: CaseStatus): Html {
  const path = requestsPath(page, desk);
  return html`<nav class="shelves" aria-label="${page.words.say('case.desk.shelves')}"><ul>${CASE_STATUSES.map(
    (status) =>
      html`<li><a href="${path}?status=${status}"${status === chosen && html` aria-current="page"`}>${page.words.say(`case.desk.shelf.${status}`)}</a></li>`,
  )}</ul></nav>`;
}

function row({ page, desk, seller }: AtDesk, request: Request, now_ms: number, open: string | null): Html {
  const { one, order } = request;
  const { text, tone } = clockOf(page, request, now_ms);
  const current = one.id === open && html` aria-current="true"`;
  return html`<li><a href="${requestsPath(page, desk, one.id)}"${current}><span class="time ${tone}"><b>${text}</b> <span>${dueOf(page, request)}</span></span><span><b>${page.words.say(
    `case.kind.${one.kind}`,
  )}</b><span>${thingsOf(page, request)}</span><span class="quiet">${order.number}${seller === null && ` · ${one.seller}`}</span></span></a></li>`;
}

/** "2 x First book" */
export function thingsOf({ words }: Page, { one, order }: Request): string {
  const parcel = order.shipments.find(({ id }) => id === one.shipment)?.lines ?? [];
  const units = one.lines.length > 0 ? one.lines : parcel;
  return words.list(
    units.map(({ line: id, quantity }) => {
      const line = order.lines.find((candidate) => candidate.id === id);
      return `${quantity}\u00a0×\u00a0${line ? titleOf(line, title_length_max) : id}`;
    }),
  );
}
