import { wordsFor } from '../lib/words.ts';
import type { DelayFacts } from '../modules/delays/facts.ts';
import type { AnyFact } from '../modules/facts.ts';
import type { Subject } from './telling.ts';

const words = wordsFor('en');

type DelayFact = Extract<AnyFact, { type: keyof DelayFacts | 'ForecastChanged' }>;

/** What became late, what was asked about it, and what came of that. */
export function tellDelay(fact: DelayFact, subject: Subject): [headline: string, ...details: string[]] {
  switch (fact.type) {
    case 'DecisionAsked':
      return [
        'The buyer is asked: to wait, or to cancel?',
        ...fact.data.lines.map((line) => asked(line, subject)),
      ];
    case 'DelayDecided': {
      const { decision, by, lines } = fact.data;
      const who = by === 'silence' ? 'Nobody answered in time' : `Answered by the ${by}`;
      const what = decision === 'wait' ? 'the buyer waits' : 'it is canceled';
      return [`${who}: ${what}`, ...lines.map((line) => named(line, subject))];
    }
    case 'DecisionClosed':
      return [
        `Nobody needs to decide any more: ${fact.data.because.replaceAll('_', ' ')}`,
        ...fact.data.lines.map((line) => named(line, subject)),
      ];
    case 'PromisePassed': {
      const late = fact.data.lines.map(
        ({ line, latest }) => `${named(line, subject)}: by ${words.date(latest)}`,
      );
      return ['Late: the promised day is over, and this has not left', ...late];
    }
    case 'ShipmentStalled': {
      const since = words.instant(fact.data.since, 'UTC');
      return [`Nobody has heard of shipment ${fact.data.shipment} since ${since} UTC`];
    }
    case 'ForecastChanged': {
      const { shipment, from, to } = fact.data;
      const was = from === null ? '' : ` (was ${words.date(from)})`;
      return [`The carrier of shipment ${shipment} now expects ${words.date(to)}${was}`];
    }
  }
}

function named(line: string, { titles }: Subject): string {
  return `line ${line}, ${titles.get(line) ?? 'unknown'}`;
}

function asked(
  { line, rule, until, without_answer, new_latest }: DelayFacts['DecisionAsked']['lines'][number],
  subject: Subject,
): string {
  const now = new_latest === null ? 'no new date' : `now by ${words.date(new_latest)}`;
  return `${named(line, subject)}: ${now}; answer by ${words.date(until)}, else ${without_answer} (${rule})`;
}
