import { wordsFor } from '../../../lib/words.ts';
import {
  digest_type,
  digestId,
  digestMessage,
  type News,
} from '../../../modules/notifications/digest/index.ts';
import { dispatched, placed, refunded, revised } from '../../../modules/notifications/example-facts.ts';
import { nameExample } from '../../../modules/notifications/naming.ts';
import type { ExampleFact } from '../../../modules/notifications/type.ts';
import { exampleLinks, exampleShop, tellStory } from './examples.ts';
import { type RenderedEmail, renderEmail } from './render-email.ts';

/** News of two orders, newest first. */
const gathered: readonly [type: string, story: readonly ExampleFact[]][] = [
  ['refund_issued', [placed(), refunded(500, 'goodwill')]],
  ['promise_revised', [placed(), revised()]],
  ['shipment_dispatched', [placed({ number: '114-6180339-8874989' }), dispatched()]],
];

const person = 'customer:c-1';

/** A digest made of the examples of its news: a preview, and what the tests read. */
export function renderDigestExample(locale: string): RenderedEmail {
  const words = wordsFor(locale);
  const news = gathered.map(([type, story]): News => {
    const { notification, told } = tellStory(type, story, { locale });
    const { number, time_zone } = told.order;
    const { message } = told;
    return { message, order_number: number, at: notification.created_at, time_zone, url: exampleLinks.order };
  });
  const message = digestMessage(news, words);
  const told = {
    audience: 'buyer',
    message,
    words,
    shop: exampleShop,
    links: exampleLinks,
    order: null,
  } as const;
  return renderEmail(
    { id: digestId(nameExample, person, 0), subject_key: person, type: digest_type, data: {} },
    told,
  );
}
