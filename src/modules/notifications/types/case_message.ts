import type { AnyFact, FactType } from '../../facts.ts';
import { asked, said } from '../example-cases.ts';
import { placed } from '../example-facts.ts';
import { aboutSection, type CaseTold, nameOfCase, planCase } from '../telling/case.ts';
import { noteSection } from '../telling/note.ts';
import { actionsSection } from '../telling/shipment.ts';
import type { NotificationType } from '../type.ts';

type Told = Extract<FactType, 'CaseOpened' | 'CaseMessageAdded' | 'CaseOverdue' | 'CaseClosed'>;
type What = 'opened' | 'answered' | 'overdue' | 'declined' | 'dispatched' | 'resolved';

/**
 * The seller writes, or does not: what becomes of what the buyer asked. What was agreed to be canceled, or has arrived,
 * is told by itself.
 */
export const caseMessage: NotificationType<Told, CaseTold & { what: What }> = {
  name: 'case_message',
  facts: ['CaseOpened', 'CaseMessageAdded', 'CaseOverdue', 'CaseClosed'],
  audience: 'buyer',
  class: 'operational',
  also: ['push'],
  timing: 'waking_hours',
  importance: 3,
  plan(given, state) {
    const fact = given as Extract<AnyFact, { type: Told }>;
    const what = whatOf(fact);
    if (what === null) return null;
    const due = fact.type === 'CaseOverdue' ? fact.data.answer_due : null;
    return { ...planCase(fact.data.case, due, state), what };
  },
  // Of an answer nobody got there is no news once it is there.
  overtaken({ case: id, what }, { cases }) {
    return what === 'overdue' && cases.some((one) => one.id === id && !one.overdue);
  },
  with_note: true,
  tell(telling) {
    const { words, data, shop } = telling;
    const { what } = data;
    const items = nameOfCase(telling);
    return {
      subject: words.say('mail.case_message.subject', { what, items }),
      label: words.say('mail.case_message.label', { what }),
      tone: TONES[what],
      headline: words.say('mail.case_message.headline', { what }),
      sentences: [words.say('mail.case_message.then', { what, shop: shop.name })],
      sections: [
        ...noteSection(telling, 'mail.case.seller_writes'),
        actionsSection(telling),
        ...aboutSection(telling),
      ],
    };
  },
  example: [placed(), asked(), said('seller')],
};

const TONES = {
  opened: 'good',
  answered: 'good',
  overdue: 'late',
  declined: 'late',
  dispatched: 'late',
  resolved: 'quiet',
} as const;

function whatOf(fact: Extract<AnyFact, { type: Told }>): What | null {
  switch (fact.type) {
    case 'CaseOpened':
      return fact.data.from === 'seller' ? 'opened' : null;
    case 'CaseMessageAdded':
      return fact.data.from === 'seller' ? 'answered' : null;
    case 'CaseOverdue':
      return 'overdue';
    case 'CaseClosed': {
      const { outcome, by } = fact.data;
      if (outcome === 'declined' || outcome === 'dispatched') return outcome;
      return outcome === 'resolved' && by !== 'buyer' ? 'resolved' : null;
    }
  }
}
