import type { Clock } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import { packMessage, type SentMessage } from '../modules/notifications/deliveries/index.ts';

/** What a channel would have sent, had it a provider. */
export interface Kept {
  channel: string;
  /** The same again is the same message again: here that can be told, so it arrives once. */
  message_id: string;
  message: SentMessage;
  about: { subject_key: string; order_number: string | null; type: string };
}

/** Keeps messages in the database to be read at /dev/inbox: for every channel that has no provider. */
export interface DevInbox {
  keep(kept: Kept): Promise<void>;
}

/** Older messages make room: a replay of a shop's year must not fill a laptop. */
const messages_kept = 5_000;
/** How many arrive between two looks at the limit. */
const trim_every = 500;

export function openDevInbox({ database, clock }: { database: Database; clock: Clock }): DevInbox {
  let arrived = 0;
  return {
    async keep({ channel, message_id, message, about }) {
      await database.query({
        name: 'inbox_arrival',
        text: `insert into dev_inbox (channel, message_id, subject_key, order_number, type, recipient, subject,
                 body, received_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (message_id) do nothing`,
        values: [
          ...[channel, message_id, about.subject_key, about.order_number, about.type],
          ...[message.to, message.subject, packMessage(message), new Date(clock.now())],
        ],
      });
      if (++arrived % trim_every === 0) {
        await database.query('delete from dev_inbox where id <= (select max(id) from dev_inbox) - $1', [
          messages_kept,
        ]);
      }
    },
  };
}
