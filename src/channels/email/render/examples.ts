import { offeredLocales, wordsFor } from '../../../lib/words.ts';
import {
  type ExampleOrder,
  exampleOf,
  type Links,
  NOTIFICATION_TYPES,
  type Shop,
  tell,
  typeNamed,
} from '../../../modules/notifications/index.ts';
import type { ExampleFact } from '../../../modules/notifications/type.ts';
import type { Contact } from '../../../modules/order-view/index.ts';
import { type Retelling, type Told, withShortTitles } from '../../teller.ts';
import { type RenderedEmail, renderEmail } from './render-email.ts';

export interface Example {
  type: string;
  locale: string;
  email: RenderedEmail;
}

export const exampleShop: Shop = {
  name: 'Harbour Books',
  public_url: 'https://orders.harbour.example',
  mail_from: 'Harbour Books <orders@harbour.example>',
  forward_to: 'verify@harbour.example',
};

export const exampleLinks: Links = {
  order: 'https://orders.harbour.example/o/7hK2mW',
  cancel: (line) => `https://orders.harbour.example/o/7hK2mW?cancel=${encodeURIComponent(line)}`,
  delay: (lines, answer) =>
    `https://orders.harbour.example/o/7hK2mW?${new URLSearchParams([...lines.map((line) => ['delay', line]), ['answer', answer]])}`,
  withdraw: 'https://orders.harbour.example/o/7hK2mW?withdraw',
};

/** Every type in every locale from its example: a preview, and what the tests read. */
export function renderExamples(): Example[] {
  return NOTIFICATION_TYPES.flatMap((type) =>
    offeredLocales().map((locale) => ({
      type: type.name,
      locale,
      email: renderStory(type.name, type.example, { locale }),
    })),
  );
}

export interface StoryReader {
  locale?: string;
  contact?: Contact;
}

/** The mail of a type about any story: the type's fact is the last one of its kind in `facts`. */
export function renderStory(
  type: string,
  facts: readonly ExampleFact[],
  reader: StoryReader = {},
): RenderedEmail {
  const { notification, told } = tellStory(type, facts, reader);
  return renderEmail(notification, told);
}

/** The same before it has a shape: what every channel makes its own of. */
export function tellStory(
  type: string,
  facts: readonly ExampleFact[],
  { locale = 'en', contact }: StoryReader = {},
): { notification: ExampleOrder['notification']; told: Told & Retelling } {
  const { notification, audience, order } = exampleOf(typeNamed(type), locale, facts, contact);
  const words = wordsFor(locale);
  const links = audience === 'buyer' ? exampleLinks : null;
  const { email, phone } = order.customer;
  const reader = { order, words, links, shop: exampleShop };
  const message = tell(notification, reader);
  const inShort = (title_length_max: number) =>
    tell(notification, { ...reader, order: withShortTitles(order, title_length_max) });
  return { notification, told: { audience, message, ...reader, to: { email, phone }, inShort } };
}
