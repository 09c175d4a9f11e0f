import { proofCode } from '../../../modules/notifications/proof/code.ts';
import type { Told } from '../../teller.ts';
import { type Letter, renderHtml } from './html.ts';
import { renderText } from './text.ts';
import { type Thread, threadOf } from './thread.ts';

export interface RenderedEmail {
  /** One line, whatever the names in it. */
  subject: string;
  html: string;
  /** The same words as plain text, lines ending in LF. */
  text: string;
  thread: Thread;
}

/** Gives what is told the shape of an e-mail. */
export function renderEmail(notification: { id: string }, told: Omit<Told, 'to'>): RenderedEmail {
  const { message, words, shop, order } = told;
  const letter: Letter = {
    message,
    shop: shop.name,
    order: words.say('mail.order', { number: order.number }),
    footer: footerOf(notification.id, told),
  };
  return {
    subject: message.subject.replace(/\p{Cc}+/gu, ' '),
    html: renderHtml(letter, words),
    text: renderText(letter),
    thread: threadOf(notification.id, order.number, shop.mail_from),
  };
}

/** How to tell our mail from a forged one. The address to type is no link: a forger can copy a link's text. */
function footerOf(id: string, { shop: { public_url, mail_from }, words }: Omit<Told, 'to'>): string[] {
  const typed = `${public_url.replace(/^https?:\/\//, '')}/verify`;
  const sender = /<([^<>]+)>\s*$/.exec(mail_from)?.[1] ?? mail_from;
  return [
    words.say('mail.footer.never'),
    words.say('mail.footer.check', { address: typed, code: proofCode(id) }),
    words.say('mail.footer.from', { address: sender }),
  ];
}
