import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import { packMessage } from '../../modules/notifications/deliveries/index.ts';
import type { MailProvider } from './provider.ts';

/** Older mail makes room: a replay of a shop's year must not fill a laptop. */
const messages_kept = 5_000;
/** How many arrive between two looks at the limit. */
const trim_every = 500;
const concurrency = 8;

/** Keeps mail in the database to be read at /dev/inbox: the provider as long as no mail server is set. */
export function openInbox(options: { database: Database; clock: Clock; from: string }): MailProvider {
  const { database, clock, from } = options;
  let arrived = 0;
  return {
    concurrency,
    async deliver(mail) {
      const { to, subject, html, text, about } = mail;
      const headers = {
        From: from,
        To: to,
        Subject: subject,
        'Message-ID': mail.message_id,
        ...mail.headers,
      };
      await database.query({
        name: 'inbox_arrival',
        // The same Message-ID again is the same mail again: here it can be told, so it arrives once.
        text: `insert into dev_inbox (message_id, subject_key, order_number, type, recipient, subject, body,
                 received_at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (message_id) do nothing`,
        values: [
          mail.message_id,
          about.subject_key,
          about.order_number,
          about.type,
          to,
          subject,
          packMessage({ to, subject, headers, html, text }),
          new Date(clock.now()),
        ],
      });
      if (++arrived % trim_every === 0) {
        await database.query('delete from dev_inbox where id <= (select max(id) from dev_inbox) - $1', [
          messages_kept,
        ]);
      }
      return { kind: 'sent' };
    },
    async close() {},
  };
}
