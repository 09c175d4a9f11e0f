import type { Notification, SentMessage } from '../modules/notifications/deliveries/index.ts';
import type { WrittenMail } from './email/index.ts';
import { writePayload } from './push/payload.ts';
import { writeText } from './sms/text.ts';
import type { Teller } from './teller.ts';

/** A message as it would leave now; `to` is null when there is nobody to send it to. */
export type Preview = Omit<SentMessage, 'to'> & { to: string | null };

/** What each channel would send of a notification. */
export type Previews = Record<'email' | 'sms' | 'push', (notification: Notification) => Promise<Preview>>;

export function openPreviews(
  tell: Teller,
  write: (notification: Notification) => Promise<WrittenMail>,
): Previews {
  return {
    async email(notification) {
      const { message_id, headers, ...mail } = await write(notification);
      return { ...mail, headers: { ...headers, 'Message-ID': message_id } };
    },
    async sms(notification) {
      const told = await tell(notification);
      const { to, message } = told;
      return { to: to.phone, subject: message.subject, headers: {}, html: '', text: writeText(told, null) };
    },
    async push(notification) {
      const { title, body, link } = writePayload(notification, await tell(notification), '');
      return { to: null, subject: title, headers: {}, html: '', text: `${body}\n\n${link}`.trim() };
    },
  };
}
