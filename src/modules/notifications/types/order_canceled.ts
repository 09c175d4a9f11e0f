import { canceled, placed, refunded } from '../example-facts.ts';
import {
  type Canceled,
  cancellationSections,
  cancellationSentences,
  planCancellation,
} from '../telling/cancellation.ts';
import { nameItems } from '../telling/items.ts';
import { actionsSection } from '../telling/shipment.ts';
import type { NotificationType } from '../type.ts';

/** Nothing of the order remains. */
export const orderCanceled: NotificationType<'LinesCanceled', Canceled> = {
  name: 'order_canceled',
  facts: ['LinesCanceled'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['sms', 'push'],
  timing: 'waking_hours',
  importance: 3,
  plan: (fact, state) => (fact.data.everything ? planCancellation(fact, state) : null),
  tell(telling) {
    const { words, data } = telling;
    return {
      subject: words.say('mail.order_canceled.subject', { items: nameItems(telling, data.lines) }),
      label: words.say('mail.order_canceled.label'),
      tone: 'quiet',
      headline: words.say('mail.order_canceled.headline'),
      sentences: cancellationSentences(telling),
      sections: [actionsSection(telling), ...cancellationSections(telling)],
    };
  },
  example: [placed(), canceled(['1', '2']), refunded(5397)],
};
