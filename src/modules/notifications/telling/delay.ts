import type { Asked } from '../../delays/facts.ts';
import type { FactData, FactOf } from '../../facts.ts';
import type { OrderView } from '../../order-view/index.ts';
import type { LineQuantity } from '../../orders/facts.ts';
import { type DeliveryPromise, findLine } from '../../orders/state.ts';
import type { PromiseReason } from '../../orders/vocabulary.ts';
import type { State } from '../../state.ts';
import type { Section } from '../message.ts';
import type { Telling } from '../type.ts';
import { dateOf } from './dates.ts';
import { orderedUnits } from './items.ts';

/** Dates that moved, or passed; and what is asked about them. */
export interface Delay {
  /** `to` null: nobody knows when it comes. */
  lines: { line: string; from: DeliveryPromise | null; to: DeliveryPromise | null }[];
  reason: PromiseReason | null;
  asked: Asked[];
}

export function delayOf(fact: FactOf<'PromiseRevised' | 'PromisePassed'>, state: State): Delay {
  const asked = askedAbout(state, fact.version);
  if (fact.type === 'PromiseRevised') {
    const { lines, reason } = fact.data as FactData['PromiseRevised'];
    return { lines: lines.map(({ line, from, to }) => ({ line, from, to })), reason, asked };
  }
  const lines = fact.data.lines.map(({ line }) => ({
    line,
    from: findLine(state.order!, line)?.promise ?? null,
    to: null,
  }));
  return { lines, reason: null, asked };
}

/** What is open about a change, by the version of its fact. */
function askedAbout({ delays }: State, change: number): Asked[] {
  return (delays?.lines ?? []).flatMap(({ line, question }) => {
    if (question?.change !== change) return [];
    const { change: _change, ends_at: _ends_at, ...asked } = question;
    return [{ line, ...asked }];
  });
}

/** Silence would cancel something: the buyer is asked in so many words, and the change is not told by itself. */
export function needsConsent({ asked }: Delay): boolean {
  return asked.some(({ without_answer }) => without_answer === 'cancel');
}

/** The questions that are still open, as they were asked. */
export function openOf({ asked }: Delay, order: OrderView): Asked[] {
  return asked.filter(({ line: id, until, rule }) => {
    const decision = order.lines.find((line) => line.id === id)?.decision;
    return decision?.until === until && decision.rule === rule;
  });
}

/** Until when, and what happens without an answer; nothing when nobody needs to decide any more. */
export function choiceSentences(telling: Telling<Delay>): string[] {
  const { words, order } = telling;
  const open = choiceOf(telling);
  if (!open) return [];
  const { without, ...values } = open;
  const said = words.say(without === 'cancel' ? 'mail.delay.consent' : 'mail.delay.choice', values);
  return order.payment.paid > 0 ? [said, words.say('mail.delay.refund', { rule: open.rule })] : [said];
}

/** The same where there is room for a few words: a text, a locked screen. */
export function choiceInBrief(telling: Telling<Delay>): string[] {
  const open = choiceOf(telling);
  return open ? [telling.words.say('mail.delay.brief', open)] : [];
}

function choiceOf(telling: Telling<Delay>) {
  const asked = openOf(telling.data, telling.order);
  const [first] = asked;
  if (!first) return null;
  const soonest = asked.reduce((soon, { until }) => (until < soon ? until : soon), first.until);
  const cancels = asked.some(({ without_answer }) => without_answer === 'cancel');
  return {
    count: asked.length,
    until: dateOf(telling, soonest),
    rule: first.rule,
    without: cancels ? 'cancel' : 'wait',
  };
}

/** To wait and to cancel, of the same weight: each leads to a page that does it with one more click. */
export function choiceSections({ words, links, data, order }: Telling<Delay>): Section[] {
  const lines = openOf(data, order).map(({ line }) => line);
  if (!links || lines.length === 0) return [];
  const count = lines.length;
  const actions = [
    { label: words.say('mail.delay.wait'), url: links.delay(lines, 'wait') },
    { label: words.say('mail.delay.cancel', { count }), url: links.delay(lines, 'cancel') },
  ];
  return [{ kind: 'actions', actions, even: true }];
}

/** What of the lines has not left; of what is over by now, all that was ordered: the message is being repeated. */
export function waitingUnits({ data, order }: Telling<Delay>): LineQuantity[] {
  const lines = order.lines.filter(({ id }) => data.lines.some(({ line }) => line === id));
  const open = lines.flatMap(({ id, quantity }) =>
    quantity.open > 0 ? [{ line: id, quantity: quantity.open }] : [],
  );
  return open.length > 0 ? open : orderedUnits(lines);
}
