import { decisionAsked, placed, promisePassed } from '../example-facts.ts';
import { datesOf, widest } from '../telling/dates.ts';
import {
  choiceInBrief,
  choiceSections,
  choiceSentences,
  type Delay,
  delayOf,
  needsConsent,
  waitingUnits,
} from '../telling/delay.ts';
import { itemsSection, nameItems } from '../telling/items.ts';
import { actionsSection } from '../telling/shipment.ts';
import type { NotificationType } from '../type.ts';

/** The promised day is over and it has not left: said once, before the buyer has to ask. */
export const promiseMissed: NotificationType<'PromisePassed', Delay> = {
  name: 'promise_missed',
  facts: ['PromisePassed'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['sms', 'push'],
  timing: 'waking_hours',
  importance: 2,
  plan(fact, state) {
    const delay = delayOf(fact, state);
    return needsConsent(delay) ? null : delay;
  },
  // It has left, was canceled, or has another date: each is told by itself.
  overtaken: ({ lines }, order) =>
    lines.every(({ line: id, from }) => {
      const line = order.lines.find((candidate) => candidate.id === id);
      return !line || line.quantity.open === 0 || line.promise?.latest !== from?.latest;
    }),
  tell(telling) {
    const { words, data } = telling;
    const units = waitingUnits(telling);
    const from = widest(data.lines.map((line) => line.from));
    const values = { dated: from ? 'yes' : 'no', dates: from ? datesOf(telling, from) : '' };
    return {
      subject: words.say('mail.promise_missed.subject', { items: nameItems(telling, units) }),
      label: words.say('mail.promise_missed.label'),
      tone: 'late',
      headline: words.say('mail.promise_missed.headline'),
      sentences: [
        words.say('mail.promise_missed.before', values),
        words.say('mail.promise_revised.sorry'),
        ...choiceSentences(telling),
      ],
      sections: [
        ...choiceSections(telling),
        itemsSection(telling, words.say('mail.promise_revised.items', { count: units.length }), units),
        actionsSection(telling),
      ],
      brief: choiceInBrief(telling),
    };
  },
  example: [
    placed(),
    promisePassed(),
    decisionAsked(2, { rule: 'eu', until: '2008-07-26', new_latest: null }),
  ],
};
