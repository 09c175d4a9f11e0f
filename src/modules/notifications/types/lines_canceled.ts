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

/** Part of the order is off; the rest goes on. When nothing remains, `order_canceled` says so instead. */
export const linesCanceled: NotificationType<'LinesCanceled', Canceled> = {
  name: 'lines_canceled',
  facts: ['LinesCanceled'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['push'],
  timing: 'waking_hours',
  importance: 3,
  plan: (fact, state) => (fact.data.everything ? null : planCancellation(fact, state)),
  tell(telling) {
    const { words, data } = telling;
    const items = nameItems(telling, data.lines);
    return {
      subject: words.say('mail.lines_canceled.subject', { items }),
      label: words.say('mail.lines_canceled.label'),
      tone: 'quiet',
      headline: words.say('mail.lines_canceled.headline', { items }),
      sentences: [...cancellationSentences(telling), words.say('mail.lines_canceled.rest')],
      sections: [actionsSection(telling), ...cancellationSections(telling)],
    };
  },
  example: [placed(), canceled(['2']), refunded(2999)],
};
