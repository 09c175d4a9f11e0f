import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import { openDevInbox } from '../dev-inbox.ts';
import type { TextProvider } from './provider.ts';
import { measure } from './segments.ts';

const concurrency = 8;

/** Keeps texts to be read at /dev/inbox: the provider as long as neither a mail server nor a gateway is set. */
export function openSmsInbox(options: { database: Database; clock: Clock; from: string }): TextProvider {
  const inbox = openDevInbox(options);
  return {
    concurrency,
    repeats_safely: true,
    async deliver({ to, body, message_id, about }) {
      const { subject, ...others } = about;
      const { alphabet, segments } = measure(body);
      const headers = {
        ...{ From: options.from, To: to, 'Message-ID': message_id },
        ...{ Alphabet: alphabet, Segments: String(segments) },
      };
      const message = { to, subject, headers, html: '', text: body };
      await inbox.keep({ channel: 'sms', message_id, message, about: others });
      return { kind: 'sent', provider_id: null };
    },
    async close() {},
  };
}
