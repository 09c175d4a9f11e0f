import type { Command, Decision, Fact } from '../../story/index.ts';
import { nothing } from '../../story/index.ts';
import type { State } from '../state.ts';
import { sellersDay, warnAt } from './clock.ts';
import type { CaseCommand, NoticeCase } from './commands.ts';
import { answerCancellation, closeCase } from './ending.ts';
import type { CaseFacts } from './facts.ts';
import { addMessage } from './messages.ts';
import { openCase } from './open.ts';
import { type Case, findCase } from './state.ts';

export const CASE_COMMANDS = [
  'OpenCase',
  'AddCaseMessage',
  'AnswerCancellation',
  'CloseCase',
  'NoticeCase',
] as const satisfies CaseCommand['type'][];

export function decide(state: State, command: Command): Decision {
  const asked = command as CaseCommand;
  if (asked.type === 'OpenCase') return openCase(state, asked);
  const one = findCase(state, asked.body.case);
  if (!one) return { refusal: { code: 'case_not_found', kind: 'not_found' } };
  switch (asked.type) {
    case 'AddCaseMessage':
      return addMessage(state, one, asked);
    case 'AnswerCancellation':
      return answerCancellation(state, one, asked);
    case 'CloseCase':
      return closeCase(one, asked);
    case 'NoticeCase':
      return noticeCase(state, one, asked);
  }
}

/** Says that an answer is due soon, or overdue: each once for each time it is due, and only while it is waited for. */
function noticeCase(
  { order }: State,
  { id, seller, status, answer_due, neared, overdue }: Case,
  { at }: NoticeCase,
): Decision {
  if (status !== 'open' || answer_due === null) return nothing();
  const data = { case: id, answer_due };
  if (answer_due <= at) {
    return overdue === answer_due ? nothing() : { facts: [{ type: 'CaseOverdue', data }] };
  }
  const early = warnAt(answer_due, sellersDay(order!, seller)) > at;
  return early || neared === answer_due ? nothing() : { facts: [{ type: 'CaseAnswerNeared', data }] };
}

export function evolve(state: State, fact: Fact): void {
  switch (fact.type as keyof CaseFacts) {
    case 'CaseOpened': {
      state.cases ??= { cases: [] };
      state.cases.cases.push(opened(fact.data as CaseFacts['CaseOpened'], fact.at));
      return;
    }
    case 'CaseMessageAdded':
      say(caseOf(state, fact), fact.data as CaseFacts['CaseMessageAdded']);
      return;
    case 'CaseAnswerNeared':
      caseOf(state, fact).neared = (fact.data as CaseFacts['CaseAnswerNeared']).answer_due;
      return;
    case 'CaseOverdue':
      caseOf(state, fact).overdue = (fact.data as CaseFacts['CaseOverdue']).answer_due;
      return;
    case 'CaseClosed': {
      const one = caseOf(state, fact);
      one.status = 'closed';
      one.answer_due = null;
      one.closed = { at: fact.at, outcome: (fact.data as CaseFacts['CaseClosed']).outcome };
      return;
    }
  }
}

function caseOf(state: State, { data }: Fact): Case {
  return findCase(state, (data as { case: string }).case)!;
}

function opened({ case: id, print, answer_due, from, ...data }: CaseFacts['CaseOpened'], at: string): Case {
  const status = from === 'buyer' ? 'open' : 'answered';
  return { id, ...data, from, status, opened_at: at, answer_due, messages: 1, said: { from, print } };
}

function say(one: Case, { from, answer_due, print }: CaseFacts['CaseMessageAdded']): void {
  one.messages += 1;
  one.said = { from, print };
  one.status = from === 'seller' ? 'answered' : 'open';
  one.answer_due = answer_due;
  if (from === 'seller') delete one.overdue;
}
