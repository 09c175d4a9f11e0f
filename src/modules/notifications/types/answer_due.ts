import type { FactType } from '../../facts.ts';
import { answerNeared, asked } from '../example-cases.ts';
import { placed } from '../example-facts.ts';
import {
  type CaseTold,
  deskSections,
  dueOf,
  isAnswered,
  nameOfCase,
  planCase,
  sellerOfCase,
} from '../telling/case.ts';
import type { NotificationType } from '../type.ts';

type Noticed = Extract<FactType, 'CaseAnswerNeared' | 'CaseOverdue'>;

/** The seller's time to answer is nearly over; and once more when it is. */
export const answerDue: NotificationType<Noticed, CaseTold & { late: boolean }> = {
  name: 'answer_due',
  facts: ['CaseAnswerNeared', 'CaseOverdue'],
  audience: 'seller',
  class: 'mandatory',
  also: [],
  timing: 'waking_hours',
  importance: 3,
  sellers: sellerOfCase,
  plan: ({ type, data }, state) => ({
    ...planCase(data.case, data.answer_due, state),
    late: type === 'CaseOverdue',
  }),
  overtaken: isAnswered,
  deadline: ({ due, late }) => (late ? null : due),
  tell(telling) {
    const { words, data } = telling;
    const late = data.late ? 'yes' : 'no';
    const kind = words.say(`case.kind.${data.kind}`);
    const due = dueOf(telling);
    return {
      subject: words.say('mail.answer_due.subject', { late, kind, items: nameOfCase(telling) }),
      label: words.say('mail.answer_due.label', { late }),
      tone: 'late',
      headline: words.say('mail.answer_due.headline', { late, due }),
      sentences: [words.say('mail.answer_due.then', { late })],
      sections: deskSections(telling),
    };
  },
  example: [placed(), asked(), answerNeared()],
};
