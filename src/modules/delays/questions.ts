import { dateInZone } from '../../lib/dates.ts';
import type { Command, Fact, NewFact } from '../../story/index.ts';
import { cancelable } from '../cancellations/cancellations.ts';
import type { FactData } from '../facts.ts';
import type { OrderFacts } from '../orders/facts.ts';
import { findLine, openQuantity } from '../orders/state.ts';
import type { State } from '../state.ts';
import type { Asked, DelayFacts } from './facts.ts';
import { afterForecast } from './forecasts.ts';
import { closed } from './outcomes.ts';
import { type Delay, type ShopPolicy, termsOf } from './policies/index.ts';
import { silenceAt } from './silence.ts';
import { findDelay, type LineDelay, openQuestion } from './state.ts';

/** The facts after which a question may have to be asked, or may be over. */
export const FOLLOWED = [
  'PromiseRevised',
  'PromisePassed',
  'ForecastChanged',
  'OrderChanged',
  'DecisionAsked',
  'ShipmentDispatched',
  'ShipmentChanged',
  'LinesCanceled',
];

/** What other facts mean to questions, in the same commit: they are asked, asked anew, carried out or closed. */
export function follow(state: State, fact: Fact, command: Command, shop: ShopPolicy): NewFact[] {
  if (fact.type === 'ForecastChanged') return afterForecast(state, fact);
  if (!state.delays) return [];
  switch (fact.type) {
    case 'PromiseRevised':
      return afterRevision(state, fact, shop);
    case 'PromisePassed': {
      const { lines } = fact.data as DelayFacts['PromisePassed'];
      const unasked = lines.filter(({ line }) => !openQuestion(state, line));
      return ask(
        state,
        fact,
        shop,
        unasked.map(({ line, latest }) => ({ line, latest, to: null })),
      );
    }
    case 'OrderChanged': {
      // The buyer has chosen another delivery, and with it other dates.
      const promises = (fact.data as FactData['OrderChanged']).promises ?? [];
      return closed(asked(state, promises), 'promised_anew');
    }
    case 'DecisionAsked':
      // A notice of the past whose date has passed: there is nobody left to wait for.
      return silenceAt(state, command, command.recorded_at);
    default:
      return afterMove(state, fact);
  }
}

interface Later {
  line: string;
  /** The latest date promised until now. */
  latest: string;
  /** The latest date promised now; null: none. */
  to: string | null;
}

/** Dates that moved end the question about the old ones, and ask about the new ones where they are late. */
function afterRevision(state: State, fact: Fact, shop: ShopPolicy): NewFact[] {
  const { lines } = fact.data as OrderFacts['PromiseRevised'];
  const later = lines.flatMap(({ line, from, to }) =>
    from && isLater(findDelay(state, line), from.latest, to.latest)
      ? [{ line, latest: from.latest, to: to.latest }]
      : [],
  );
  const facts = closed(asked(state, lines), 'promised_anew');
  return [...facts, ...ask(state, fact, shop, later)];
}

/** Those of the lines about which a question is open. */
function asked(state: State, lines: readonly { line: string }[]): string[] {
  return lines.flatMap(({ line }) => (openQuestion(state, line) ? [line] : []));
}

/** Compared with what the buyer counts on: dates that come nearer again may still be later than that. */
function isLater(delay: LineDelay | undefined, from: string, to: string): boolean {
  return delay !== undefined && to > (delay.agreed ?? from);
}

/** One question about all lines that are late by the same fact: one change, one message. */
function ask(state: State, fact: Fact, shop: ShopPolicy, later: readonly Later[]): NewFact[] {
  const order = state.order!;
  const lines = later.flatMap((one): Asked[] => {
    const line = findLine(order, one.line)!;
    // Nothing is left to decide about what has left, or is being packed.
    if (cancelable(line) === 0) return [];
    return [{ line: line.id, ...termsOf(delayOf(state, one, fact), shop) }];
  });
  if (lines.length === 0) return [];
  const data: DelayFacts['DecisionAsked'] = { change: fact.version, lines };
  return [{ type: 'DecisionAsked', data }];
}

function delayOf(state: State, { line, latest, to }: Later, fact: Fact): Delay {
  const { country, time_zone } = state.order!;
  const known = findDelay(state, line);
  return {
    country,
    noticed_on: dateInZone(Date.parse(fact.at), time_zone),
    old_latest: oldLatest(known, latest, to),
    new_latest: to,
    // A revision has counted itself already; that a date passed is not counted.
    earlier_delays: Math.max(0, (known?.delays ?? 0) - (to === null ? 0 : 1)),
    open_ended: known?.agreed === null,
  };
}

/**
 * The laws, and the contract (api.md, rule 7), count to the latest date promised before the delay. Dates that come nearer
 * are no delay of their own: the one that is asked about goes on.
 */
function oldLatest(known: LineDelay | undefined, latest: string, to: string | null): string {
  if (to === null || to > latest) return latest;
  return known?.question?.old_latest ?? known?.agreed ?? latest;
}

/** Nothing of a line is open any more: it has left, or it was canceled otherwise than by an answer. */
function afterMove({ order, delays }: State, fact: Fact): NewFact[] {
  const over = (delays!.lines ?? []).filter(
    ({ line, question }) => question && openQuantity(findLine(order!, line)!) === 0,
  );
  const lines = over.map(({ line }) => line);
  return closed(lines, fact.type === 'LinesCanceled' ? 'canceled' : 'dispatched');
}
