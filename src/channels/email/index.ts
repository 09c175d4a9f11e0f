import type { Notification } from '../../modules/notifications/deliveries/delivery.ts';
import type { Channel, Outcome } from '../outbox/channel.ts';
import { mailbox } from './mime/mailbox.ts';
import type { MailProvider } from './provider.ts';

export { openInbox } from './inbox.ts';
export * from './inbox-mail.ts';
export type { Mail, MailProvider, ProviderOutcome } from './provider.ts';
export { openSmtp } from './smtp.ts';

/** A notification written as a mail, with the address it goes to. */
export interface WrittenMail {
  subject: string;
  /** '': the mail is its text alone. */
  html: string;
  text: string;
  headers: Record<string, string>;
  /** No mail system answers it, and nothing follows when it cannot be delivered (RFC 3834, section 3.3). */
  unreturned?: true;
  /** It opens something, so no copy of it is kept. */
  unkept?: true;
  /** The same for the same notification, whenever it is written. */
  message_id: string;
  /** Null when there is no address, or no longer. */
  to: string | null;
}

export interface EmailOptions {
  provider: MailProvider;
  /** Writes the mail from what is true now; reads address and name. */
  write(notification: Notification): Promise<WrittenMail>;
  /** What stands against sending this to an address (it bounced, it complained); null: nothing. */
  objection?(to: string, type: string): Promise<string | null>;
  /** A mail server refused it for good, in these words. */
  refused?(to: string, error: string): Promise<void>;
  /** Where answers to a notification's mails come back; absent: nobody listens. */
  returns?: ReturnAddresses;
}

/** Addresses of ours; null when there is none for it. */
export interface ReturnAddresses {
  /** For mail systems that cannot deliver it. */
  path(notification: Notification): string | null;
  /** For its reader. */
  reply(notification: Notification): string | null;
}

/** The channel `email`: writes the message at the moment it is sent, and hands it to a provider. */
export function openEmail({ provider, write, objection, refused, returns }: EmailOptions): Channel {
  return {
    name: 'email',
    concurrency: provider.concurrency,
    async send({ notification, message_id, resends }, signal): Promise<Outcome> {
      const { to, unreturned, unkept, ...mail } = await write(notification);
      if (to === null || to === '') return { kind: 'suppressed', error: 'no_address' };
      if (!mailbox(to)) return { kind: 'suppressed', error: 'invalid_address' };
      const objected = await objection?.(to, notification.type);
      if (objected) return { kind: 'suppressed', error: objected };
      const reply_to = returns?.reply(notification);
      if (reply_to) mail.headers = { 'Reply-To': reply_to, ...mail.headers };
      const return_path = unreturned ? '' : (returns?.path(notification) ?? null);
      const id = message_id ?? messageIdOfResend(mail.message_id, resends);
      const { subject_key, order_number, type } = notification;
      const about = { subject_key, order_number, type };
      const outcome = await provider.deliver({ ...mail, to, message_id: id, return_path, about }, signal);
      if (outcome.kind === 'unready') return outcome;
      if (outcome.kind === 'refused') await refused?.(to, outcome.error);
      if (outcome.kind !== 'sent') return { ...outcome, message_id: id };
      if (unkept) return { kind: 'sent', message_id: id, message: null };
      const { subject, html, text, headers } = mail;
      return {
        kind: 'sent',
        message_id: id,
        message: { to, subject, headers: { ...headers, 'Message-ID': id }, html, text },
      };
    },
    close: () => provider.close(),
  };
}

/** `<a@b>` -> `<a.resend-2@b>`: a mail program shows a mail with an id it has seen only once. */
function messageIdOfResend(message_id: string, resends: number): string {
  return resends === 0 ? message_id : message_id.replace('@', `.resend-${resends}@`);
}
