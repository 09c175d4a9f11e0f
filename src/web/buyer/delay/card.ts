import { type Html, html } from '../../../lib/html.ts';
import type { Question } from '../../../modules/delays/state.ts';
import { findDelay } from '../../../modules/delays/state.ts';
import type { LineView, ShipmentView } from '../../../modules/order-view/index.ts';
import { orderPath } from '../../page.ts';
import { amount, dateOf, type OrderReading, onDay, type Reading, shortDay } from '../reading.ts';
import { refundFor } from '../worth.ts';

/** Where an order page shows a line. */
export function lineAnchor(line: string): string {
  return `#line-${encodeURIComponent(encodeURIComponent(line))}`;
}

/** The open question about lines that wait together: until when, and two answers of the same weight; null: none is open. */
export function decisionChoice(reading: Reading, lines: readonly LineView[]): Html | null {
  const { words, view, state } = reading;
  const asked = lines.filter(({ decision }) => decision !== null);
  if (asked.length === 0) return null;
  const questions = asked.flatMap(({ id }) => findDelay(state, id)?.question ?? []);
  const address = (answer: string) => {
    const query = new URLSearchParams([...asked.map(({ id }) => ['line', id]), ['answer', answer]]);
    return `${orderPath(reading, view.number)}/delay?${query}`;
  };
  return html`<div class="decision"><p><strong>${words.say('delay.title')}</strong> ${untilSentence(reading, questions)}</p><div class="answers"><a class="btn btn-outline" href="${address('wait')}">${words.say(
    'delay.wait.do',
  )}</a><a class="btn btn-outline" href="${address('cancel')}">${cancelLabel(reading, asked)}</a></div></div>`;
}

/** With what comes back, where it is about one item. */
function cancelLabel(reading: Reading, asked: readonly LineView[]): string {
  const { words, state } = reading;
  const [only] = asked;
  const back = asked.length === 1 ? refundFor(state, only!.id, only!.can_cancel.quantity) : 0;
  return back > 0
    ? words.say('page.cancel.this_with_refund', { amount: amount(reading, back) })
    : words.say('delay.cancel.do', { count: asked.length });
}

/** "You have until 22 July", and what happens without an answer. */
export function untilSentence(
  reading: OrderReading,
  questions: readonly Pick<Question, 'until' | 'without_answer'>[],
): string {
  const soonest = questions.map(({ until }) => until).sort()[0]!;
  const cancels = questions.some(({ without_answer }) => without_answer === 'cancel');
  const without = cancels ? 'cancel' : 'wait';
  return reading.words.say(`delay.until.${without}`, { date: shortDay(reading, soonest) });
}

/** What was decided about a line that still waits: said back to whoever said it, and to whoever said nothing. */
export function decidedNote(reading: Reading, { id, quantity }: LineView): string | null {
  const answer = findDelay(reading.state, id)?.answer;
  if (answer?.decision !== 'wait' || quantity.open === 0) return null;
  const date = shortDay(reading, dateOf(reading, answer.at));
  return reading.words.say('delay.waits', { by: answer.by, date });
}

const MOVING: ReadonlySet<string> = new Set(['announced', 'accepted', 'in_transit']);

/** What the carrier believes, beside what was promised; and when nobody has heard of it for long, that. */
export function carrierNote(reading: Reading, shipment: ShipmentView): Html | null {
  const { words, state, today } = reading;
  const { id, forecast, stage, milestones, dispatched_at, events } = shipment;
  if (!MOVING.has(stage)) return null;
  const newest = events[0]?.occurred_at ?? milestones[stage] ?? dispatched_at;
  if (state.delays?.stalled?.includes(id)) {
    const stalled = words.say('delay.stalled', { date: shortDay(reading, dateOf(reading, newest)) });
    return html`<p class="quiet">${stalled}</p>`;
  }
  if (!forecast || forecast < today) return null;
  return html`<p class="quiet">${words.say('delay.forecast', { on: onDay(reading, forecast) })}</p>`;
}
