import type { Notification } from '../../modules/notifications/deliveries/index.ts';
import type { Teller } from '../teller.ts';
import type { WrittenMail } from './index.ts';
import { type RenderedEmail, renderEmail } from './render/index.ts';

/** Writes the mail of a notification. Throws when it cannot be told now; the delivery is then tried again. */
export type Writer = (notification: Notification) => Promise<WrittenMail>;

export function openWriter(teller: Teller): Writer {
  return async (notification) => {
    const told = await teller(notification);
    return mailOf(renderEmail(notification, told), told.to.email);
  };
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
