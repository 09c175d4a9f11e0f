import { wordsFor } from '../lib/words.ts';
import type { CaseFacts } from '../modules/cases/facts.ts';
import type { AnyFact } from '../modules/facts.ts';
import type { LineQuantity } from '../modules/orders/facts.ts';
import { plain } from './plain.ts';

const words = wordsFor('en');

type CaseFact = Extract<AnyFact, { type: keyof CaseFacts }>;

/** A request, its clock and its end. */
export function tellCase(
  fact: CaseFact,
  goods: (lines: readonly LineQuantity[]) => string[],
): [headline: string, ...details: string[]] {
  switch (fact.type) {
    case 'CaseOpened': {
      const { case: id, kind, seller, from, lines, answer_due } = fact.data;
      const due =
        answer_due === null ? '' : `; ${seller} is to answer by ${words.instant(answer_due, 'UTC')} UTC`;
      const who = from === 'buyer' ? 'The buyer asks' : `${seller} asks`;
      return [`${who}: ${plain(kind)} (case ${id})${due}`, ...goods(lines)];
    }
    case 'CaseMessageAdded': {
      const { case: id, from, answer_due } = fact.data;
      const due = answer_due === null ? '' : `; an answer is due by ${words.instant(answer_due, 'UTC')} UTC`;
      return [`The ${from} writes in case ${id}${due}`];
    }
    case 'CaseAnswerNeared':
      return [
        `Case ${fact.data.case} waits for an answer, until ${words.instant(fact.data.answer_due, 'UTC')} UTC`,
      ];
    case 'CaseOverdue':
      return [`Case ${fact.data.case} was not answered in time`];
    case 'CaseClosed':
      return [`Case ${fact.data.case} ends: ${plain(fact.data.outcome)}, by the ${fact.data.by}`];
  }
}
