import SMTPPool from 'nodemailer/lib/smtp-pool';
import type { Clock } from '../../lib/clock.ts';
import { type DkimKey, openSigner } from './dkim/index.ts';
import { handOver } from './hand-over.ts';
import { composeMail } from './mime/compose.ts';
import { type Mailbox, mailbox, senderMailbox } from './mime/mailbox.ts';
import type { Mail, MailProvider, ProviderOutcome } from './provider.ts';
import { outcomeOfFailure, type SmtpFailure } from './smtp-outcome.ts';

/** Enough to hide the round trips to a server nearby; a shop's mail server often refuses more than ten. */
const connections_max = 8;
/** Claimed ahead, so that a connection finds its next message written when it is done with one. */
const concurrency = 6 * connections_max;
/** Some servers close after so many; the pool then loses a tenth of a second. */
const messages_per_connection_max = 1_000;
const connect_timeout_ms = 5_000;
const greeting_timeout_ms = 10_000;
/** Silence, in the middle of a session. */
const socket_timeout_ms = 20_000;
/** A connection the server closed while it was idle is replaced once; more means that nobody is there. */
const replacements_max = 1;

export interface SmtpOptions {
  /** smtp://, or smtps:// for TLS from the first byte; may hold user and password. */
  url: string;
  /** An address or `Name <address>`. */
  from: string;
  clock: Clock;
  /** Each signs every mail; empty: mails go unsigned. */
  dkim: readonly DkimKey[];
}

/** Sends over SMTP with a pool of connections that are kept open. */
export function openSmtp({ url, from, clock, dkim }: SmtpOptions): MailProvider {
  const sender = senderMailbox(from);
  const sign = dkim.length > 0 ? openSigner(dkim) : null;
  const pool = new SMTPPool({
    url,
    maxConnections: connections_max,
    maxMessages: messages_per_connection_max,
    maxRequeues: replacements_max,
    connectionTimeout: connect_timeout_ms,
    greetingTimeout: greeting_timeout_ms,
    socketTimeout: socket_timeout_ms,
  });

  /** The message as it travels: signatures, headers, body. */
  async function write({ subject, html, text, headers, message_id }: Mail, to: Mailbox): Promise<Buffer> {
    const date_ms = clock.now();
    const composed = composeMail({ from: sender, to, subject, html, text, headers, message_id, date_ms });
    const signatures = sign ? await sign(composed) : [];
    return Buffer.from(`${[...signatures, ...composed.headers].join('\r\n')}\r\n\r\n${composed.body}`);
  }

  async function deliver(mail: Mail, signal: AbortSignal): Promise<ProviderOutcome> {
    const to = mailbox(mail.to);
    if (!to) return { kind: 'refused', error: 'invalid_address' };
    const bytes = await write(mail, to);
    const { message, begun } = handOver({
      ...{
        envelope: { from: mail.return_path ?? sender.address, to },
        message_id: mail.message_id,
        bytes,
        signal,
      },
    });
    const failure = await new Promise<SmtpFailure | null>((resolve) => pool.send(message, resolve));
    return failure ? outcomeOfFailure(failure, begun(), mail.to) : { kind: 'sent' };
  }

  return {
    concurrency,
    deliver,
    async close() {
      pool.close();
    },
  };
}
