import type { CaseView } from '../../../modules/order-view/index.ts';
import { moment, type OrderReading } from '../reading.ts';

/** Where a request stands, in a word and a sentence: who is to speak next, and until when. */
export interface Standing {
  label: string;
  sentence: string;
  tone: '' | 'warning';
}

export function standingOf(reading: OrderReading, one: CaseView): Standing {
  const { words, shop } = reading;
  const state = stateOf(one);
  const due = one.answer_due === null ? '' : moment(reading, one.answer_due);
  const sentence = [words.say(`case.standing.${state}`, { due, shop })];
  // It may leave before the answer: nobody shall be surprised.
  if (one.kind === 'cancellation' && one.status !== 'closed') sentence.push(words.say('case.cancel.else'));
  return {
    label: words.say(`case.label.${state}`),
    sentence: words.sentences(sentence),
    tone: state === 'overdue' ? 'warning' : '',
  };
}

function stateOf({ status, overdue, from, message_count, outcome }: CaseView): string {
  if (outcome !== null) return outcome;
  if (overdue) return 'overdue';
  if (status === 'answered' && from === 'seller' && message_count === 1) return 'asked';
  return status;
}
