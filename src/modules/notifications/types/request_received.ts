import { asked } from '../example-cases.ts';
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

/** The buyer asks something, and by when the seller is to answer. */
export const requestReceived: NotificationType<'CaseOpened', CaseTold> = {
  name: 'request_received',
  facts: ['CaseOpened'],
  audience: 'seller',
  class: 'mandatory',
  also: [],
  timing: 'waking_hours',
  importance: 3,
  sellers: sellerOfCase,
  plan({ data }, state) {
    if (data.from !== 'buyer' || data.kind === 'cancellation') return null;
    return planCase(data.case, data.answer_due, state);
  },
  overtaken: isAnswered,
  with_note: true,
  tell(telling) {
    const { words, order, data } = telling;
    const due = dueOf(telling);
    const kind = words.say(`case.kind.${data.kind}`);
    return {
      subject: words.say('mail.request_received.subject', { kind, items: nameOfCase(telling), due }),
      label: words.say('mail.request_received.label'),
      tone: 'late',
      headline: words.say('mail.request_received.headline', { due }),
      sentences: [
        words.say('mail.request_received.what', { kind, order: order.number }),
        words.say('mail.request_received.clock'),
      ],
      sections: deskSections(telling),
    };
  },
  example: [placed(), asked()],
};
