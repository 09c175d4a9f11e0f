import { dateInZone } from '../../../lib/dates.ts';
import { type Html, html } from '../../../lib/html.ts';
import type { Answer } from '../../../modules/delays/index.ts';
import { type LineView, type OrderView, titleOf } from '../../../modules/order-view/index.ts';
import { layout } from '../../components/layout.ts';
import { orderPath, type Page } from '../../page.ts';
import { picture } from '../items.ts';
import { days, keepDates, type OrderReading, shortDay, title_length_max } from '../reading.ts';
import { untilSentence } from './card.ts';
import type { Outlook } from './wish.ts';

/** What is asked, what each answer means, and what a form needs to be believed. */
interface Asked extends Outlook {
  view: OrderView;
  lines: string[];
  form_id: string;
  token: string;
  /** The answer the reader came with: it has the focus, and weighs no more. */
  preferred: Answer | null;
  now_ms: number;
}

/** Two answers that weigh the same, each with what happens then. */
export function choicePage(page: Page, asked: Asked): Html {
  const { words } = page;
  const { view, now_ms } = asked;
  const reading = { ...page, view, now_ms, today: dateInZone(now_ms, view.time_zone) };
  const lines = view.lines.filter(({ id }) => asked.lines.includes(id));
  const law = asked.questions.some(({ rule }) => rule === 'eu') && words.say('delay.law.eu');
  return layout(page, {
    title: words.say('delay.title'),
    scripts: ['order.js'],
    main: html`<div class="single"><h1>${words.say('delay.title')}</h1>${lines.map((line) => subject(reading, line))}<p class="intro">${untilSentence(
      reading,
      asked.questions,
    )}</p>${law && html`<p class="intro">${law}</p>`}${answers(reading, asked, lines)}<p class="foot"><a class="link" href="${orderPath(page, view.number)}">${words.say('delay.later')}</a></p></div>`,
  });
}

/** What it is, when it was to come, and when it is to come now. */
function subject(reading: OrderReading, line: LineView): Html {
  const { words } = reading;
  const now = isUndated(reading, line)
    ? words.say('delay.undated')
    : words.say('delay.now', { dates: days(reading, line.promise!) });
  const first = line.promise?.first_latest;
  return html`<div class="subject">${picture(line)}<p><strong>${titleOf(line, title_length_max)}</strong> ${keepDates(now)}${
    first && html` <span class="quiet">${words.say('delay.was', { date: shortDay(reading, first) })}</span>`
  }</p></div>`;
}

function isUndated({ today }: OrderReading, { promise }: LineView): boolean {
  return promise === null || promise.latest < today;
}

function answers(reading: OrderReading, asked: Asked, lines: readonly LineView[]): Html {
  const { words, view } = reading;
  const hidden = { lines: JSON.stringify(asked.lines), form: asked.form_id, token: asked.token };
  const button = (answer: Answer, text: string) =>
    html`<button class="btn btn-outline" name="answer" value="${answer}"${asked.preferred === answer && html` autofocus`}>${text}</button>`;
  const dated = lines.every((line) => !isUndated(reading, line));
  const count = lines.length;
  const wait = words.say('delay.wait.means', { count, dated: dated ? 'yes' : 'no' });
  const cancel = asked.canceling
    ? html`<div class="answer"><p>${cancelMeans(reading, asked.canceling)}</p>${button('cancel', words.say('delay.cancel.do', { count }))}</div>`
    : html`<div class="answer"><p>${words.say('delay.cancel.packed')}</p></div>`;
  return html`<form method="post" action="${orderPath(reading, view.number)}/delay">${Object.entries(
    hidden,
  ).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<div class="answers"><div class="answer"><p>${wait}</p>${button('wait', words.say('delay.wait.do'))}</div>${cancel}</div></form>`;
}

function cancelMeans(
  { words, view }: OrderReading,
  { refund, everything }: NonNullable<Outlook['canceling']>,
): string {
  const back =
    refund > 0
      ? words.say(`page.refund_to.${view.payment.method}`, { amount: words.money(refund, view.currency) })
      : words.say('page.cancel.nothing_back');
  return words.sentences([back, words.say(everything ? 'page.cancel.everything' : 'page.cancel.rest_stays')]);
}

/** Why nothing is left to decide, in plain words. */
export function refusedPage(page: Page, number: string, code: string): Html {
  const { words } = page;
  const key = `delay.refused.${code}`;
  return layout(page, {
    title: words.say('delay.refused.title'),
    main: html`<div class="single"><h1>${words.say('delay.refused.title')}</h1><p class="intro">${words.say(
      words.has(key) ? key : 'delay.refused.other',
    )}</p><p class="foot"><a class="btn btn-outline" href="${orderPath(page, number)}">${words.say('page.cancel.back')}</a></p></div>`,
  });
}
