import type { Words } from '../../../lib/words.ts';
import { type Links, type Shop, tell } from '../../../modules/notifications/index.ts';
import type { OrderView } from '../../../modules/order-view/index.ts';
import { type Letter, renderHtml } from './html.ts';
import { renderText } from './text.ts';
import { type Thread, threadOf } from './thread.ts';

export interface EmailRequest {
  notification: { id: string; type: string; data: unknown; created_at: string };
  order: OrderView;
  links: Links;
  shop: Shop;
  words: Words;
}

export interface RenderedEmail {
  /** One line, whatever the names in it. */
  subject: string;
  html: string;
  /** The same words as plain text, lines ending in LF. */
  text: string;
  thread: Thread;
}

/** Writes the e-mail of a notification about an order. Throws on a type that nobody registered. */
export function renderEmail({ notification, order, links, shop, words }: EmailRequest): RenderedEmail {
  const message = tell(notification, { order, words, links, shop });
  const letter: Letter = {
    message,
    shop: shop.name,
    order: words.say('mail.order', { number: order.number }),
    footer: footerOf(shop, words),
  };
  return {
    subject: message.subject.replace(/\p{Cc}+/gu, ' '),
    html: renderHtml(letter, words),
    text: renderText(letter),
    thread: threadOf(notification.id, order.number, shop.mail_from),
  };
}

/** How to tell our mail from a forged one. The address to type is no link: a forger can copy a link's text. */
function footerOf({ public_url, mail_from }: Shop, words: Words): string[] {
  const typed = `${public_url.replace(/^https?:\/\//, '')}/status`;
  const sender = /<([^<>]+)>\s*$/.exec(mail_from)?.[1] ?? mail_from;
  return [
    words.say('mail.footer.never'),
    words.say('mail.footer.check', { address: typed }),
    words.say('mail.footer.from', { address: sender }),
  ];
}
