import { type Html, html } from '../../lib/html.ts';
import { unitsInWords } from '../../modules/order-view/acknowledgement.ts';
import { type OrderView, titleOf } from '../../modules/order-view/index.ts';
import type { LineQuantity } from '../../modules/orders/facts.ts';
import type { Declarant, Expectation } from '../../modules/withdrawals/index.ts';
import type { NewFact } from '../../story/index.ts';
import { picture } from '../buyer/items.ts';
import { title_length_max } from '../buyer/reading.ts';
import { layout } from '../components/layout.ts';
import { orderPath, type Page } from '../page.ts';
import { consequences } from './consequences.ts';
import { fieldOf, writeUnits } from './units.ts';

interface Choosing {
  view: OrderView;
  /** What there is to withdraw from. */
  left: readonly LineQuantity[];
  period: Expectation;
  nothing_chosen: boolean;
}

/** Which items, all of them unless said otherwise. */
export function choosePage(page: Page, { view, left, period, nothing_chosen }: Choosing): Html {
  const { words } = page;
  const title = words.say('withdraw.choose.title');
  const problem =
    nothing_chosen &&
    html`<div class="problem" id="problem" role="alert">${words.say('withdraw.choose.nothing')}</div>`;
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('withdraw.choose.intro')}</p><p class="intro">${periodInWords(
      page,
      period,
    )}</p>${problem}<form method="get" action="${orderPath(page, view.number)}/withdraw/review"><ul class="items">${left.map(
      (units, index) => choice(page, view, units, index),
    )}</ul><button class="btn btn-primary">${words.say('withdraw.continue')}</button></form></div>`,
  });
}

function choice({ words }: Page, view: OrderView, { line: id, quantity }: LineQuantity, index: number): Html {
  const line = view.lines.find((candidate) => candidate.id === id)!;
  const title = titleOf(line, title_length_max);
  const field = fieldOf(index);
  if (quantity === 1) {
    return html`<li><label class="unit">${picture(line)}<span class="title">${title}</span><input type="checkbox" name="${field}" value="1" checked></label></li>`;
  }
  return html`<li><label class="unit" for="${field}">${picture(line)}<span class="title">${title}</span><span class="sr-only">${words.say(
    'withdraw.choose.quantity',
    { title },
  )}</span></label><span class="many"><input class="input" type="number" inputmode="numeric" id="${field}" name="${field}" value="${quantity}" min="0" max="${quantity}" required><span class="quiet">${words.say(
    'withdraw.choose.of',
    { of: quantity },
  )}</span></span></li>`;
}

function periodInWords({ words }: Page, { has_right, within_period, until, today }: Expectation): string {
  if (!has_right) return words.say('withdraw.choose.no_right');
  if (until === null) return words.say('withdraw.choose.open');
  const date = words.dateRange(until, until, today);
  return words.say(within_period ? 'withdraw.choose.until' : 'withdraw.choose.late', { date });
}

interface Reviewed {
  view: OrderView;
  lines: readonly LineQuantity[];
  /** What would be decided at this moment. */
  facts: readonly NewFact[];
  within_period: boolean;
  declarant: Declarant;
  form_id: string;
  token: string;
}

/** The declaration as it will be, what happens then, and the second step; to keep the order weighs the same. */
export function reviewPage(page: Page, reviewed: Reviewed): Html {
  const { words } = page;
  const { view, lines, declarant, form_id, token } = reviewed;
  const title = words.say('withdraw.review.title');
  const back = orderPath(page, view.number);
  const said = [
    [words.say('withdraw.ack.what'), unitsInWords(lines, view, words)],
    [words.say('withdraw.ack.number'), view.number],
    [words.say('withdraw.ack.name'), declarant.name],
  ];
  const hidden = { form: form_id, token, units: writeUnits(lines) };
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('withdraw.review.intro', {
      email: declarant.email,
    })}</p><dl class="declared">${said.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl><h2>${words.say(
      'withdraw.review.what_happens',
    )}</h2><div class="outcome">${consequences(page, reviewed).map((sentence) => html`<p>${sentence}</p>`)}</div><form method="post" action="${back}/withdraw">${Object.entries(
      hidden,
    ).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
    )}<div class="answers"><button class="btn btn-outline">${words.say('withdraw.confirm')}</button><a class="btn btn-outline" href="${back}">${words.say(
      'withdraw.review.keep',
    )}</a></div></form></div>`,
  });
}

export function nothingLeftPage(page: Page, number: string): Html {
  const { words } = page;
  const title = words.say('withdraw.page.title');
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('withdraw.choose.nothing_left')}</p><p class="foot"><a class="btn btn-outline" href="${orderPath(
      page,
      number,
    )}">${words.say('withdraw.done.order')}</a></p></div>`,
  });
}
