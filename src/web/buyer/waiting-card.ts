import { type Html, html } from '../../lib/html.ts';
import type { LineView } from '../../modules/order-view/index.ts';
import { orderPath } from '../page.ts';
import type { Waiting } from './arrange.ts';
import { daysLeft } from './days-left.ts';
import { decidedNote, decisionChoice } from './delay/card.ts';
import type { Headline } from './headline.ts';
import { askToCancel } from './help/case-card.ts';
import { itemList } from './items.ts';
import { promiseHistory } from './promise-history.ts';
import {
  amount,
  days,
  keepDates,
  type OrderReading,
  onDay,
  type Reading,
  shortDay,
  titleIn,
} from './reading.ts';
import { refundFor } from './worth.ts';

/** What has not left yet: until when, why, and the one thing that can be done about it. */
export function waitingCard(reading: Reading, waiting: Waiting, index: number): Html {
  const { label, tone, text, sentence } = waitingHeadline(reading, waiting);
  const id = `waiting-${index + 1}`;
  const lead = reading.words.sentences([daysLeft(reading, waiting.promise) ?? '', sentence ?? '']);
  const alone = waiting.lines.length === 1;
  const items = waiting.lines.map((line) => ({
    line: line.id,
    quantity: line.quantity.open,
    anchor: true,
    note: whyNot(reading, line) ?? decidedNote(reading, line),
    action: alone ? null : cancelLink(reading, line, reading.words.say('page.cancel.link')),
  }));
  const only = alone ? waiting.lines[0]! : null;
  return html`<section class="card ${tone}" id="${id}" data-part aria-labelledby="${id}-h">${
    label && html`<p class="label">${label}</p>`
  }<h2 id="${id}-h">${keepDates(text)}</h2><p class="lead">${lead}</p>${itemList(reading, items)}${
    decisionChoice(reading, waiting.lines) ?? (only && choice(reading, only, waiting.delayed))
  }${promiseHistory(
    reading,
    waiting.lines.map((line) => line.id),
    id,
  )}</section>`;
}

/** The answer for one item. Waiting needs no button: nothing has to be done for it, and that is said when it is late. */
function choice(reading: Reading, line: LineView, delayed: boolean): Html | null {
  const { words } = reading;
  if (line.can_cancel.quantity === 0) {
    const ask = askToCancel(reading, line);
    return ask && html`<div class="choice">${ask}</div>`;
  }
  const back = refundFor(reading.state, line.id, line.can_cancel.quantity);
  const text =
    back > 0
      ? words.say('page.cancel.this_with_refund', { amount: amount(reading, back) })
      : words.say('page.cancel.this');
  return html`<div class="choice">${delayed && html`<p class="quiet">${words.say('page.waiting.nothing_to_do')}</p>`}${cancelLink(reading, line, text)}</div>`;
}

function cancelLink(reading: Reading, line: LineView, text: string): Html | null {
  if (line.can_cancel.quantity === 0) return askToCancel(reading, line);
  const address = `${orderPath(reading, reading.view.number)}/cancel?line=${encodeURIComponent(line.id)}`;
  return html`<a class="btn btn-outline" href="${address}"><span>${text}</span><span class="sr-only">: ${titleIn(reading, line.id)}</span></a>`;
}

/** Open, but no longer the buyer's to cancel: say why instead of showing nothing. */
function whyNot({ words }: Reading, { can_cancel, quantity }: LineView): string | null {
  if (can_cancel.why_not === null || quantity.open === 0) return null;
  return words.say(
    words.has(`page.why_not.${can_cancel.why_not}`)
      ? `page.why_not.${can_cancel.why_not}`
      : 'page.why_not.other',
  );
}

export function waitingHeadline(reading: OrderReading, waiting: Waiting): Headline {
  const { promise, delayed } = waiting;
  if (!promise) {
    return {
      label: null,
      tone: 'calm',
      text: say(reading, 'page.waiting.undated'),
      sentence: reasonOf(reading, waiting),
    };
  }
  if (promise.latest < reading.today) {
    const text = say(reading, 'page.late.headline', { on: onDay(reading, promise.latest) });
    return {
      label: say(reading, 'page.label.late'),
      tone: 'warning',
      text,
      sentence: say(reading, 'page.waiting.late'),
    };
  }
  if (delayed) return delayedHeadline(reading, waiting, promise);
  const text =
    promise.earliest === promise.latest
      ? say(reading, 'page.waiting.on', { on: onDay(reading, promise.latest) })
      : say(reading, 'page.waiting.between', { days: days(reading, promise) });
  return {
    label: null,
    tone: 'calm',
    text,
    sentence: reading.words.sentences([
      reasonOf(reading, waiting),
      moved(reading, waiting),
      chosen(reading, waiting),
    ]),
  };
}

/** First the fact, then the reason, then one apology; and that the second delivery costs nothing. */
function delayedHeadline(
  reading: OrderReading,
  waiting: Waiting,
  promise: NonNullable<Waiting['promise']>,
): Headline {
  const reason = `page.delay.${waiting.promise_before?.reason}`;
  const sentences = [
    say(reading, 'page.delayed.was', { on: onDay(reading, promise.first_latest) }),
    reading.words.say(reading.words.has(reason) ? reason : 'page.delay.other'),
    say(reading, 'page.delayed.sorry'),
  ];
  if (reading.view.shipments.length > 0) sentences.push(say(reading, 'page.waiting.second_delivery_free'));
  return {
    label: say(reading, 'page.label.delayed'),
    tone: 'warning',
    text: say(reading, 'page.delayed.headline', { days: days(reading, promise) }),
    sentence: reading.words.sentences(sentences),
  };
}

/** Other dates that came with another delivery: nobody apologises for what the buyer has chosen. */
function chosen(reading: OrderReading, { promise_before }: Waiting): string {
  return promise_before?.reason === 'order_changed' ? say(reading, 'page.delay.order_changed') : '';
}

/** A promise that moved to an earlier day is good news, and said without an apology. */
function moved(reading: OrderReading, { promise, promise_before }: Waiting): string {
  if (!promise || !promise_before?.latest || promise_before.latest <= promise.latest) return '';
  return say(reading, 'page.waiting.sooner', { on: onDay(reading, promise_before.latest) });
}

/** Why it has not left. */
function reasonOf(reading: OrderReading, { lines }: Waiting): string {
  const { view } = reading;
  if (view.status === 'awaiting_payment') return say(reading, 'page.waiting.payment');
  const [line] = lines;
  const { availability, ships_after } = line!;
  if (availability !== 'in_stock') {
    const on = ships_after ? shortDay(reading, ships_after) : '';
    return say(reading, `page.waiting.${availability}`, { on, dated: ships_after ? 'yes' : 'no' });
  }
  return say(reading, view.handoffs.length > 0 ? 'page.waiting.warehouse' : 'page.waiting.in_stock');
}

function say({ words }: OrderReading, key: string, values?: Record<string, string>): string {
  return words.say(key, values);
}
