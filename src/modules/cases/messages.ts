import type { Decision, NewFact } from '../../story/index.ts';
import { nothing, refuse } from '../../story/index.ts';
import { noteRow } from '../orders/rows.ts';
import type { State } from '../state.ts';
import { answerDue, sellersDay } from './clock.ts';
import type { AddCaseMessage, OpenCase } from './commands.ts';
import type { CaseFacts } from './facts.ts';
import type { Case } from './state.ts';

/** A conversation that is longer than this is not one that a desk can read. */
export const messages_max = 200;

/**
 * Something is said. What the buyer says starts the seller's clock, unless it runs already: the oldest question counts.
 * What the seller says stops it. The words that were said last, again, are a repeat.
 */
export function addMessage(
  { order }: State,
  one: Case,
  command: Pick<AddCaseMessage | OpenCase, 'order' | 'id' | 'at' | 'body'>,
): Decision {
  const { from, text, print } = command.body;
  const result = { kind: 'case', id: one.id };
  if (one.said.from === from && one.said.print === print) return nothing(result);
  if (order!.erased) return refuse('contact_erased', 'Nobody is there to read it.');
  if (one.status === 'closed') return refuse('case_closed', 'This is settled; what is new is a new request.');
  if (one.messages >= messages_max) return refuse('too_many_messages', 'So much was said here already.');
  const answer_due =
    from === 'seller' ? null : (one.answer_due ?? answerDue(command.at, sellersDay(order!, one.seller)));
  const fact: NewFact<'CaseMessageAdded', CaseFacts['CaseMessageAdded']> = {
    type: 'CaseMessageAdded',
    data: { case: one.id, from, answer_due, print },
  };
  return { facts: [fact], rows: [noteRow(command.order, command.id, text)], result };
}
