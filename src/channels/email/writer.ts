import type { Secrets } from '../../lib/secrets.ts';
import { personOf } from '../../modules/buyers/index.ts';
import type { Notification } from '../../modules/notifications/deliveries/index.ts';
import { type NotificationType, typeNamed } from '../../modules/notifications/index.ts';
import type { Teller, Told } from '../teller.ts';
import type { WrittenMail } from './index.ts';
import { senderMailbox } from './mime/mailbox.ts';
import { type RenderedEmail, renderEmail } from './render/index.ts';
import { type Unsubscription, unsubscribeHeaders, unsubscribePath } from './unsubscribe.ts';

/** Writes the mail of a notification. Throws when it cannot be told now; the delivery is then tried again. */
export type Writer = (notification: Notification) => Promise<WrittenMail>;

export interface WriterOptions {
  teller: Teller;
  secrets: Secrets;
  /** Of the type with this name. Default: that of the registry. */
  classOf?(type: string): NotificationType['class'];
}

export function openWriter({ teller, secrets, classOf = classNamed }: WriterOptions): Writer {
  return async (notification) => {
    const told = await teller(notification);
    const { public_url, mail_from } = told.shop;
    const type_class = classOf(notification.type);
    const wish = { type: notification.type, person: readerOf(notification, told) };
    const offered =
      type_class === 'promotional' ? withEnd(told, public_url + unsubscribePath(secrets, wish)) : told;
    const mail = mailOf(renderEmail(notification, offered), told.to.email);
    const { address } = senderMailbox(mail_from);
    const ends = unsubscribeHeaders(type_class, { secrets, wish, public_url, address });
    return { ...mail, headers: { ...mail.headers, ...ends } };
  };
}

function classNamed(type: string): NotificationType['class'] {
  return typeNamed(type).class;
}

/** Whose wishes count. */
function readerOf({ audience, recipient }: Notification, { order }: Told): Unsubscription['person'] {
  if (audience !== 'buyer') return `seller:${recipient}`;
  return personOf({ customer: order.customer.id, number: order.number });
}

/** The same with a way to have no more of it, for readers whose program offers none. */
function withEnd(told: Told, url: string): Told {
  const action = { label: told.words.say('mail.unsubscribe'), url };
  const end = { kind: 'actions' as const, actions: [action], even: true };
  return { ...told, message: { ...told.message, sections: [...told.message.sections, end] } };
}

/** @param to null when there is no address, or no longer */
export function mailOf({ thread, ...mail }: RenderedEmail, to: string | null): WrittenMail {
  const { message_id, in_reply_to, references, headers } = thread;
  return {
    ...mail,
    headers: { ...headers, 'In-Reply-To': in_reply_to, References: references },
    message_id,
    to,
  };
}
