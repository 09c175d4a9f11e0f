import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import { openDevInbox } from '../dev-inbox.ts';
import type { MailProvider } from './provider.ts';

const concurrency = 8;

/** Keeps mail to be read at /dev/inbox: the provider as long as no mail server is set. */
export function openInbox(options: { database: Database; clock: Clock; from: string }): MailProvider {
  const inbox = openDevInbox(options);
  return {
    concurrency,
    async deliver({ to, subject, html, text, about, message_id, headers }) {
      const all = { From: options.from, To: to, Subject: subject, 'Message-ID': message_id, ...headers };
      await inbox.keep({
        channel: 'email',
        message_id,
        message: { to, subject, headers: all, html, text },
        about,
      });
      return { kind: 'sent' };
    },
    async close() {},
  };
}
