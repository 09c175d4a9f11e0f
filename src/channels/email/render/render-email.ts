import { proofCode } from '../../../modules/notifications/proof/code.ts';
import { withMarkup } from '../schema/index.ts';
import { renderHtml } from './html.ts';
import type { EmailTold, Letter } from './letter.ts';
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
export function renderEmail(
  notification: { id: string; type: string; data?: unknown; subject_key?: string },
  told: EmailTold,
): RenderedEmail {
  const { message, words, shop, order } = told;
  const { id, type, data, subject_key } = notification;
  const letter = letterOf(id, told);
  return {
    subject: message.subject.replace(/\p{Cc}+/gu, ' '),
    html: withMarkup(renderHtml(type, letter, words), data, told),
    text: renderText(letter),
    thread: threadOf(id, order?.number ?? subject_key ?? id, shop.mail_from),
  };
}

/** What stands in the mail, before it has a form. @param id of the notification */
export function letterOf(id: string, told: EmailTold): Letter {
  const { message, words, shop, order } = told;
  const number = order && words.say('mail.order', { number: order.number });
  return { message, shop: shop.name, order: number, footer: footerOf(id, told) };
}

/** The same as a text alone, for who asked in a mail and needs no more than words. @param id of the notification */
export function plainLetter(id: string, told: EmailTold): string {
  return renderText(letterOf(id, told));
}

/** How to tell our mail from a forged one. The address to type is no link: a forger can copy a link's text. */
function footerOf(
  id: string,
  { audience, shop: { public_url, mail_from, forward_to = 'none' }, words }: EmailTold,
): string[] {
  const typed = (path: string) => `${public_url.replace(/^https?:\/\//, '')}${path}`;
  const sender = /<([^<>]+)>\s*$/.exec(mail_from)?.[1] ?? mail_from;
  return [
    words.say('mail.footer.never'),
    words.say('mail.footer.check', { address: typed('/verify'), code: proofCode(id), forward: forward_to }),
    words.say('mail.footer.from', { address: sender }),
    ...(audience === 'buyer' ? [words.say('mail.footer.wishes', { address: typed('/preferences') })] : []),
  ];
}
