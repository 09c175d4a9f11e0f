import type { AnyFact, FactType } from '../../facts.ts';
import { asked, said } from '../example-cases.ts';
import { placed } from '../example-facts.ts';
import { type CaseTold, deskSections, dueOf, nameOfCase, planCase, sellerOfCase } from '../telling/case.ts';
import type { NotificationType } from '../type.ts';

type Said = Extract<FactType, 'CaseMessageAdded' | 'CaseClosed'>;

/** The buyer goes on, or no longer asks. */
export const caseMessageReceived: NotificationType<Said, CaseTold> = {
  name: 'case_message_received',
  facts: ['CaseMessageAdded', 'CaseClosed'],
  audience: 'seller',
  class: 'operational',
  also: [],
  timing: 'waking_hours',
  importance: 4,
  sellers: sellerOfCase,
  plan(given, state) {
    const fact = given as Extract<AnyFact, { type: Said }>;
    if (fact.type === 'CaseMessageAdded') {
      const { case: id, from, answer_due } = fact.data;
      return from === 'buyer' ? planCase(id, answer_due, state) : null;
    }
    return fact.data.outcome === 'withdrawn' ? planCase(fact.data.case, null, state) : null;
  },
  with_note: true,
  tell(telling) {
    const { words, order, data } = telling;
    const over = data.due === null ? 'yes' : 'no';
    const values = { over, items: nameOfCase(telling), order: order.number, due: dueOf(telling) };
    return {
      subject: words.say('mail.case_message_received.subject', values),
      label: words.say('mail.case.buyer_writes'),
      tone: over === 'yes' ? 'quiet' : 'late',
      headline: words.say('mail.case_message_received.headline', values),
      sentences: [words.say('mail.case_message_received.then', values)],
      sections: deskSections(telling),
    };
  },
  example: [placed(), asked(), said('seller'), said('buyer')],
};
