import type { Notification } from '../../modules/notifications/deliveries/index.ts';
import type { Teller } from '../teller.ts';
import type { WrittenMail } from './index.ts';
import { renderEmail } from './render/index.ts';

/** Writes the mail of a notification. Throws when it cannot be told now; the delivery is then tried again. */
export function openWriter(teller: Teller) {
  return async (notification: Notification): Promise<WrittenMail> => {
    const told = await teller(notification);
    const { thread, ...mail } = renderEmail(notification, told);
    const { message_id, in_reply_to, references, headers } = thread;
    return {
      ...mail,
      headers: { ...headers, 'In-Reply-To': in_reply_to, References: references },
      message_id,
      to: told.to.email,
    };
  };
}
