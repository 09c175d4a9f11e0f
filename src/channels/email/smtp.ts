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
/** Claimed ahead: a connection finds its next message written, and one look at the line serves many. */
const concurrency = 6 * connections_max;
/** Some servers close after so many; the pool then loses a tenth of a second. */
const messages_per_connection_max = 1_000;
const connect_timeout_ms = 5_000;
const greeting_timeout_ms = 10_000;
/** Silence, in the middle of a session. */
const socket_timeout_ms = 20_000;
/** With the time a message may wait for a connection (outbox_limits.send_timeout_ms) this stays below its lease. */
const exchange_timeout_max_ms = 25_000;
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
  /** From the moment a connection takes a message to the server's answer. */
  exchange_timeout_ms?: number;
}

/** Sends over SMTP with a pool of connections that are kept open. */
export function openSmtp(options: SmtpOptions): MailProvider {
  const { url, from, clock, dkim, exchange_timeout_ms = exchange_timeout_max_ms } = options;
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
    const envelope = { from: mail.return_path ?? sender.address, to };
    const leaving = { envelope, message_id: mail.message_id, bytes, waiting: signal, exchange_timeout_ms };
    const { message, taken, begun, end } = handOver(leaving);
    const failure = await new Promise<SmtpFailure | null>((resolve) => pool.send(message, resolve));
    end();
    if (!failure) return { kind: 'sent' };
    // A slow server is not an absent one: what found no connection in its time says nothing about it.
    if (signal.aborted && !taken()) return { kind: 'unready', error: 'connections_busy' };
    return outcomeOfFailure(failure, begun(), mail.to);
  }

  return {
    concurrency,
    deliver,
    async close() {
      pool.close();
    },
  };
}
