import { LOCALES, wordsFor } from '../../../lib/words.ts';
import {
  exampleOf,
  type Links,
  NOTIFICATION_TYPES,
  type NotificationType,
  type Shop,
} from '../../../modules/notifications/index.ts';
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
};

export const exampleLinks: Links = {
  order: 'https://orders.harbour.example/o/7hK2mW',
  cancel: (line) => `https://orders.harbour.example/o/7hK2mW?cancel=${encodeURIComponent(line)}`,
};

/** Every type in every locale from its example: a preview, and what the tests read. */
export function renderExamples(): Example[] {
  return NOTIFICATION_TYPES.flatMap((type) =>
    LOCALES.map((locale) => ({ type: type.name, locale, email: renderExample(type, locale) })),
  );
}

export function renderExample(type: NotificationType, locale: string): RenderedEmail {
  const { notification, order } = exampleOf(type, locale);
  return renderEmail({
    notification,
    order,
    links: exampleLinks,
    shop: exampleShop,
    words: wordsFor(locale),
  });
}
