import { type Html, html } from '../../lib/html.ts';
import { addressLines, titleOf } from '../../modules/order-view/index.ts';
import { message_length_max } from '../buyer/help/ask-page.ts';
import { layout } from '../components/layout.ts';
import { clockOf, dueOf } from './clock-words.ts';
import { type AtDesk, requestsPath } from './desk.ts';
import { type Listing, requestList, thingsOf } from './list-page.ts';
import type { WholeRequest } from './read.ts';

/** What a form of this page carries, and what was not taken of the last one. */
export interface Answering {
  form_id: string;
  token: string;
  may_act: boolean;
  refused: { message: string; problem: string } | null;
}

const title_length_max = 120;

/** One request: what is asked and by when, what was said, the order as far as it is theirs, and the answer. */
export function requestPage(
  at_desk: AtDesk,
  request: WholeRequest,
  answering: Answering,
  listing: Listing,
): Html {
  const { page, desk } = at_desk;
  const { words } = page;
  const title = words.say(`case.kind.${request.one.kind}`);
  return layout(page, {
    title,
    main: html`<div class="desk beside"><div class="list"><h2 class="small"><a class="link" href="${requestsPath(page, desk)}">${words.say(
      'case.desk.title',
    )}</a></h2>${requestList(at_desk, listing, request.one.id)}</div><article class="request"><h1>${title}</h1>${head(at_desk, request)}${said(
      at_desk,
      request,
    )}${answer(at_desk, request, answering)}${orderPart(at_desk, request)}</article></div>`,
  });
}

function head({ page, visit }: AtDesk, request: WholeRequest): Html {
  const { words } = page;
  const { one, order } = request;
  const { text, tone } = clockOf(page, request, visit.now_ms);
  const things = thingsOf(page, request);
  const until = one.answer_due && words.say('case.desk.until', { due: dueOf(page, request) });
  return html`<section class="card standing" role="status"><p class="time ${tone}"><b>${text}</b></p>${until && html`<p>${until}</p>`}<p>${words.say(
    'case.desk.order',
    { number: order.number },
  )}${things && ` · ${things}`}</p>${wish(request, page.words)}</section>`;
}

function wish({ one }: WholeRequest, words: AtDesk['page']['words']): Html | null {
  if (!one.wish) return null;
  const { to, day } = one.wish;
  return html`<p><b>${words.say(`case.wish.${to}`)}</b>${day && `: ${words.date(day, 'long')}`}</p>`;
}

function said({ page, desk }: AtDesk, { said: all, time_zone }: WholeRequest): Html {
  const { words } = page;
  const own = desk === 'desk' ? 'seller' : 'shop';
  return html`<ol class="talk">${all.map(
    ({ from, at, text }) =>
      html`<li${from === own && html` class="own"`}><p class="quiet"><b>${words.say(`case.who.${from === own ? 'you' : from}`)}</b> · <time datetime="${at}">${words.instant(
        at,
        time_zone,
        'short',
      )}</time></p><p class="letter">${text ?? words.say('case.erased')}</p></li>`,
  )}</ol>`;
}

function answer(at_desk: AtDesk, { one }: WholeRequest, answering: Answering): Html | null {
  const { page, desk } = at_desk;
  const { words } = page;
  if (one.status === 'closed') return html`<p class="intro">${words.say('case.page.over')}</p>`;
  if (!answering.may_act) return null;
  const path = requestsPath(page, desk, one.id);
  const { refused } = answering;
  const box = html`<div class="field"><label for="message">${words.say('case.desk.answer')}</label>${
    refused && html`<p class="problem" role="alert">${refused.problem}</p>`
  }<textarea class="textarea" id="message" name="message" rows="5" maxlength="${message_length_max}">${refused?.message}</textarea></div>`;
  return html`<form method="post" action="${path}">${hidden(answering)}${
    one.kind === 'cancellation' && html`<p>${words.say('case.desk.decide')}</p>`
  }${box}<div class="buttons">${buttonsOf(at_desk, one)}</div></form>`;
}

/** Of equal weight; only what is possible. */
function buttonsOf({ page: { words } }: AtDesk, { kind, status }: WholeRequest['one']): Html[] {
  const button = (act: string) =>
    html`<button class="btn btn-outline" name="act" value="${act}">${words.say(`case.desk.act.${act}`)}</button>`;
  if (kind === 'cancellation') return [button('accept'), button('decline'), button('say')];
  return status === 'open' ? [button('say'), button('say_and_close')] : [button('say'), button('close')];
}

function hidden({ form_id, token }: Answering): Html[] {
  return Object.entries({ form: form_id, token }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
}

/** As much of the order as they may see: what, how far, where to. */
function orderPart({ page }: AtDesk, { order }: WholeRequest): Html {
  const { words } = page;
  return html`<section class="card side" aria-labelledby="order-part"><h2 class="small" id="order-part">${words.say('case.desk.order', { number: order.number })}</h2><p class="quiet">${
    order.status_label
  }</p><ul class="log">${order.lines.map(
    (line) =>
      html`<li><p>${line.quantity.ordered}\u00a0×\u00a0${titleOf(line, title_length_max)}</p><p class="quiet">${words.say('case.desk.line', line.quantity)}</p></li>`,
  )}</ul>${order.shipments.map(
    ({ carrier_name, tracking_number, stage }) =>
      html`<p class="quiet">${[carrier_name, tracking_number].filter(Boolean).join(' ')} · ${words.say(`page.stage.${stage}`)}</p>`,
  )}<address>${addressLines(words, order.ship_to).map((part) => html`<span>${part}</span>`)}</address></section>`;
}
