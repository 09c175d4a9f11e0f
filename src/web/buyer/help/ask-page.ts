import { instant } from '../../../lib/clock.ts';
import { type Html, html } from '../../../lib/html.ts';
import { answerDue, type SellersDay } from '../../../modules/cases/clock.ts';
import { layout } from '../../components/layout.ts';
import { orderPath } from '../../page.ts';
import { picture } from '../items.ts';
import { lineOf, moment, type OrderReading, quantitiesInWords, titleIn } from '../reading.ts';
import type { WishKind } from './missed.ts';
import { casePath } from './paths.ts';
import { openCaseAbout, queryOf, type Subject, TOPICS_OF_ITEMS, type Topic } from './topics.ts';

export const message_length_max = 2_000;

/** A request that could be made right now. */
export interface Asking {
  topic: Topic;
  subject: Subject;
  /** What is to happen to a missed parcel. */
  wish: WishKind | null;
  seller_day: SellersDay;
  form_id: string;
  token: string;
  /** What was filled in and not taken, and why. */
  refused: { message: string; problem: string } | null;
}

/** A page of one request: what is checked first, what it is about, what to say, and by when the answer comes. */
export function askPage(
  reading: OrderReading,
  asking: Asking,
  body: { before?: Html; fields?: Html } = {},
): Html {
  const { words } = reading;
  const { topic, subject, refused } = asking;
  const title = words.say(`case.topic.${topic}`);
  const optional = topic !== 'question';
  const send = topic === 'cancellation' ? 'case.ask.send.cancellation' : 'case.ask.send.other';
  return layout(reading, {
    title,
    main: html`<div class="single help"><h1>${title}</h1>${thing(reading, subject)}${
      refused && html`<p class="problem" role="alert">${refused.problem}</p>`
    }${asked(reading, asking)}${body.before}<form method="post" action="${helpPath(reading, asking)}">${hidden(asking)}${
      body.fields
    }${TOPICS_OF_ITEMS.includes(topic) && whichItems(reading, subject)}<div class="field"><label for="message">${words.say(
      `case.ask.message.${topic}`,
    )}</label>${optional && html`<span class="quiet" id="optional">${words.say('case.ask.optional')}</span>`}<textarea class="textarea" id="message" name="message" rows="5" maxlength="${message_length_max}"${
      optional ? html` aria-describedby="optional"` : html` required`
    }>${refused?.message}</textarea></div><p class="clock">${words.say('case.ask.until', { due: dueInWords(reading, asking) })}</p><div class="answers"><button class="btn btn-outline">${words.say(send)}</button><a class="btn btn-outline" href="${orderPath(reading, reading.view.number)}">${words.say('case.ask.not_now')}</a></div></form></div>`,
  });
}

type Named = Pick<Asking, 'topic' | 'subject'> & { wish?: WishKind | null };

export function helpPath(reading: OrderReading, { topic, subject, wish }: Named): string {
  const query = wish ? `${queryOf(subject)}&wish=${wish}` : queryOf(subject);
  return `${orderPath(reading, reading.view.number)}/help/${topic}?${query}`;
}

function hidden({ form_id, token }: Asking): Html[] {
  return Object.entries({ form: form_id, token }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
}

/** In the buyer's zone: it is they who wait. */
export function dueInWords(reading: OrderReading, { seller_day }: Pick<Asking, 'seller_day'>): string {
  return moment(reading, answerDue(instant(reading.now_ms), seller_day));
}

function thing(reading: OrderReading, { of, lines }: Subject): Html | null {
  const line = lineOf(reading, lines[0]?.line ?? '');
  if ('seller' in of || !line) return null;
  return html`<div class="subject">${picture(line)}<p>${quantitiesInWords(reading, lines)}</p></div>`;
}

/** The same was asked before: what is written now is added there. */
function asked(reading: OrderReading, { topic, subject }: Asking): Html | null {
  const { words, view } = reading;
  const same = openCaseAbout(view, topic, subject);
  if (!same) return null;
  return html`<p class="notice">${words.say('case.ask.asked_already', { when: moment(reading, same.opened_at) })} <a class="link" href="${casePath(reading, view.number, same.id)}">${words.say('case.card.see')}</a></p>`;
}

/** How many of each: none unless said, all when there is one thing. */
function whichItems(reading: OrderReading, { lines }: Subject): Html {
  const { words } = reading;
  const single = lines.length === 1;
  return html`<fieldset class="field"><legend>${words.say('case.ask.which')}</legend>${lines.map(
    ({ line, quantity }, index) => {
      const id = `units-${index}`;
      const choices = Array.from({ length: Math.min(quantity, choices_max) + 1 }, (_, units) => units);
      const chosen = single ? choices.at(-1) : 0;
      return html`<div class="row which"><label for="${id}">${titleIn(reading, line)}</label><select class="select" id="${id}" name="${id}">${choices.map(
        (units) =>
          html`<option value="${units}"${units === chosen && html` selected`}>${words.say('case.ask.pieces', { count: units })}</option>`,
      )}</select></div>`;
    },
  )}</fieldset>`;
}

/** More pieces than this are not chosen one by one from a list. */
const choices_max = 50;
