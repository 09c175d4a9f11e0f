import { wordsFor } from '../lib/words.ts';
import { digest_type, digestId, digestMessage } from '../modules/notifications/digest/index.ts';
import {
  NOTIFICATION_TYPES,
  type NotificationType,
  nameExample,
  typeNamed,
} from '../modules/notifications/index.ts';
import {
  PERSONAL_TYPES,
  type PersonalType,
  personalId,
  personalTypeNamed,
} from '../modules/notifications/personal/index.ts';
import { exampleShop, tellStory } from './email/render/examples.ts';
import type { EmailTold } from './email/render/letter.ts';
import { type RenderedEmail, renderEmail } from './email/render/render-email.ts';
import { writePayload } from './push/payload.ts';
import { writeText } from './sms/text.ts';

/** A message as people see it on each channel; null: that channel does not carry it. */
export interface ExampleMessages {
  email: RenderedEmail;
  sms: string | null;
  push: { title: string; body: string } | null;
}

/** Everything there is an example of: the types, and the digest that gathers them. */
export const EXAMPLE_TYPES: readonly Pick<NotificationType, 'name' | 'audience' | 'class'>[] = [
  ...NOTIFICATION_TYPES,
  { name: digest_type, audience: 'buyer', class: 'operational' },
  ...PERSONAL_TYPES,
];

/** What the example of a type looks like in a language, by the code and the templates that write real messages. */
export function exampleMessages(name: string, locale: string): ExampleMessages {
  const example = tellExample(name, locale);
  const email = renderEmail(example.notification, example.told);
  if (name === digest_type || personalTypeNamed(name)) return { email, sms: null, push: null };
  const { also, example: facts } = typeNamed(name);
  const { notification, told } = tellStory(name, facts, { locale });
  return {
    email,
    sms: also.includes('sms') ? writeText(told, null) : null,
    push: also.includes('push') ? writePayload(notification, told, '') : null,
  };
}

/** What a mail about it is made of. */
export function tellExample(
  name: string,
  locale: string,
): { notification: Parameters<typeof renderEmail>[0]; told: EmailTold } {
  if (name === digest_type) return tellDigest(locale);
  const personal = personalTypeNamed(name);
  return personal ? tellPersonal(personal, locale) : tellStory(name, typeNamed(name).example, { locale });
}

/** A message about no order, from the example of its type. */
function tellPersonal(type: PersonalType, locale: string) {
  const words = wordsFor(locale);
  const message = type.tell({ data: type.example, words, shop: exampleShop, time_zone: 'Europe/Warsaw' });
  const told: EmailTold = {
    ...{ audience: type.audience, message, words },
    ...{ shop: exampleShop, links: null, order: null },
  };
  const id = personalId(type.name, 'example');
  return { notification: { id, type: type.name, data: {}, subject_key: 'account:example' }, told };
}

/** A digest of two pieces of news about one order. */
function tellDigest(locale: string) {
  const words = wordsFor(locale);
  const reader = 'customer:c-1';
  const news = ['shipment_delivered', 'shipment_dispatched'].map((name) => {
    const { notification, told } = tellStory(name, typeNamed(name).example, { locale });
    const { message, order, links } = told;
    const { number, time_zone } = order;
    return {
      message,
      order_number: number,
      at: notification.created_at,
      time_zone,
      url: links?.order ?? null,
    };
  });
  const notification = {
    id: digestId(nameExample, reader, Date.parse(news[0]!.at)),
    type: digest_type,
    data: {},
    subject_key: reader,
  };
  const message = digestMessage(news, words);
  const told: EmailTold = { audience: 'buyer', message, words, shop: exampleShop, links: null, order: null };
  return { notification, told };
}
