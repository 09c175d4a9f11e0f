import { type Html, html } from '../../lib/html.ts';
import { type LineView, type OrderView, titleOf } from '../../modules/order-view/index.ts';
import { layout } from '../components/layout.ts';
import { orderPath, type Page } from '../page.ts';
import { helpPathOf } from './help/paths.ts';
import { picture } from './items.ts';
import { title_length_max } from './reading.ts';

/** A cancellation that would be possible right now, and what it gives back. */
export interface Asked {
  view: OrderView;
  line: string;
  quantity: number;
  /** Minor units. */
  refund: number;
  /** Nothing of the order would remain. */
  everything: boolean;
  form_id: string;
  token: string;
}

/** More pieces than this are not chosen one by one from a list. */
const choices_max = 50;

/** Which one: the next page says what comes back for it. */
export function choosePage(page: Page, number: string, lines: readonly LineView[]): Html {
  const { words } = page;
  const title = words.say('page.cancel.choose');
  const back = orderPath(page, number);
  return layout(page, {
    title,
    main: html`<div class="single help"><h1>${title}</h1><ul class="choices">${lines.map(
      (line) =>
        html`<li><a href="${back}/cancel?line=${encodeURIComponent(line.id)}">${line.can_cancel.quantity}\u00a0×\u00a0${titleOf(line, title_length_max)}</a></li>`,
    )}</ul><p class="foot"><a class="btn btn-outline" href="${back}">${words.say('page.cancel.back')}</a></p></div>`,
  });
}

/** One sentence of what happens, and two answers that weigh the same. */
export function confirmPage(page: Page, asked: Asked): Html {
  const { words } = page;
  const { view, quantity, refund } = asked;
  const line = view.lines.find(({ id }) => id === asked.line)!;
  const back =
    refund > 0
      ? words.say(`page.refund_to.${view.payment.method}`, { amount: words.money(refund, view.currency) })
      : words.say('page.cancel.nothing_back');
  const named = titleOf(line, title_length_max);
  const title = words.say('page.cancel.title', { title: named });
  return layout(page, {
    title,
    scripts: ['order.js'],
    main: html`<div class="single"><h1>${title}</h1><div class="subject">${picture(line)}<p>${words.say(
      'page.cancel.what',
      {
        quantity,
        title: named,
      },
    )} <strong>${back}</strong> ${words.say(asked.everything ? 'page.cancel.everything' : 'page.cancel.rest_stays')}</p></div>${howMany(
      page,
      asked,
      line,
    )}${answers(page, asked)}</div>`,
  });
}

/** Choosing another quantity shows its own sum first: nothing is confirmed that was not read. */
function howMany(page: Page, { view, quantity }: Asked, line: LineView): Html | null {
  const { words } = page;
  const most = line.can_cancel.quantity;
  if (most < 2) return null;
  const choices = Array.from({ length: Math.min(most, choices_max) }, (_, index) => index + 1);
  return html`<form method="get" action="${orderPath(page, view.number)}/cancel" class="quantity"><input type="hidden" name="line" value="${line.id}"><label for="quantity">${words.say(
    'page.cancel.how_many',
  )}</label><div class="row"><select class="select" id="quantity" name="quantity" data-submit>${choices.map(
    (choice) =>
      html`<option value="${choice}"${choice === quantity && html` selected`}>${words.say('page.cancel.how_many_of', { quantity: choice, of: most })}</option>`,
  )}</select><button class="btn btn-outline" data-submit-button>${words.say('page.cancel.show')}</button></div></form>`;
}

function answers(page: Page, { view, line, quantity, form_id, token }: Asked): Html {
  const { words } = page;
  const back = orderPath(page, view.number);
  const hidden = { line, quantity, form: form_id, token };
  return html`<form method="post" action="${back}/cancel">${Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<div class="answers"><button class="btn btn-outline">${words.say('page.cancel.confirm')}</button><a class="btn btn-outline" href="${back}">${words.say(
    'page.cancel.keep',
  )}</a></div></form>`;
}

/** The rule that stands against it, in plain words. */
export function refusedPage(
  page: Page,
  refused: { number: string; line: string; title: string; code: string },
): Html {
  const { words } = page;
  const key = `page.refusal.${refused.code}`;
  return layout(page, {
    title: words.say('page.cancel.refused'),
    main: html`<div class="single"><h1>${words.say('page.cancel.refused')}</h1><p class="intro"><strong>${refused.title}</strong></p><p class="intro">${words.say(
      words.has(key) ? key : 'page.refusal.other',
    )}</p>${askInstead(page, refused)}<p class="foot"><a class="btn btn-outline" href="${orderPath(page, refused.number)}">${words.say('page.cancel.back')}</a></p></div>`,
  });
}

/** What the seller is packing only the seller can still stop. */
function askInstead(
  page: Page,
  { number, line, code }: { number: string; line: string; code: string },
): Html | null {
  if (code !== 'line_being_packed') return null;
  const path = `${helpPathOf(page, number)}/cancellation?line=${encodeURIComponent(line)}`;
  return html`<p class="foot"><a class="btn btn-outline" href="${path}">${page.words.say('case.cancel.ask')}</a></p>`;
}
