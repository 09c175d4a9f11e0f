import { asked, packingBegun } from '../example-cases.ts';
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

/** The buyer wants to cancel what the seller is packing: it is told at once, while the parcel may still be there. */
export const cancellationRequested: NotificationType<'CaseOpened', CaseTold> = {
  name: 'cancellation_requested',
  facts: ['CaseOpened'],
  audience: 'seller',
  class: 'mandatory',
  also: [],
  timing: 'at_once',
  importance: 2,
  sellers: sellerOfCase,
  plan({ data }, state) {
    if (data.from !== 'buyer' || data.kind !== 'cancellation') return null;
    return planCase(data.case, data.answer_due, state);
  },
  overtaken: isAnswered,
  with_note: true,
  tell(telling) {
    const { words } = telling;
    const items = nameOfCase(telling);
    return {
      subject: words.say('mail.cancellation_requested.subject', { items, due: dueOf(telling) }),
      label: words.say('mail.cancellation_requested.label'),
      tone: 'late',
      headline: words.say('mail.cancellation_requested.headline', { items }),
      sentences: [
        words.say('mail.cancellation_requested.yours'),
        words.say('mail.cancellation_requested.until', { due: dueOf(telling) }),
      ],
      sections: deskSections(telling),
    };
  },
  example: [placed(), packingBegun(), asked({ kind: 'cancellation' })],
};
