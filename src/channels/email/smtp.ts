import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Mail, MailProvider, ProviderOutcome } from './provider.ts';
import { outcomeOfFailure, type SmtpFailure } from './smtp-outcome.ts';

/** Enough to hide the round trips to a server nearby; a shop's mail server often refuses more than ten. */
const connections_max = 8;
/** Claimed ahead, so that a connection finds its next message written when it is done with one. */
const concurrency = 3 * connections_max;
/** Some servers close after so many; the pool then loses a tenth of a second. */
const messages_per_connection_max = 1_000;
const connect_timeout_ms = 5_000;
const greeting_timeout_ms = 10_000;
/** Silence, in the middle of a session. */
const socket_timeout_ms = 20_000;
/** A connection the server closed while it was idle is replaced once; more means that nobody is there. */
const replacements_max = 1;

/**
 * Sends over SMTP with a pool of connections that are kept open.
 * @param options.url smtp://, or smtps:// for TLS from the first byte; may hold user and password
 * @param options.from an address or `Name <address>`
 */
export function openSmtp(options: { url: string; from: string }): MailProvider {
  const transport = createTransport({
    pool: true,
    url: options.url,
    maxConnections: connections_max,
    maxMessages: messages_per_connection_max,
    maxRequeues: replacements_max,
    connectionTimeout: connect_timeout_ms,
    greetingTimeout: greeting_timeout_ms,
    socketTimeout: socket_timeout_ms,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  watchHandOver(transport);

  async function deliver(mail: Mail, signal: AbortSignal): Promise<ProviderOutcome> {
    const hand_over: HandOver = { stream: null };
    try {
      await transport.sendMail({
        from: options.from,
        to: { name: '', address: mail.to },
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        headers: mail.headers,
        messageId: mail.message_id,
        signal,
        hand_over,
      } as Parameters<typeof transport.sendMail>[0]);
      return { kind: 'sent' };
    } catch (error) {
      const handed_over = hand_over.stream?.readableDidRead === true;
      return outcomeOfFailure(error as SmtpFailure, handed_over, mail.to);
    }
  }

  return {
    concurrency,
    deliver,
    async close() {
      transport.close();
    },
  };
}

/** The stream a message leaves by. It is read only after the server has asked for the message (354). */
interface HandOver {
  stream: Readable | null;
}

/** Lets `deliver` see whether the connection broke before or after the message began to leave. */
function watchHandOver(transport: ReturnType<typeof createTransport>): void {
  transport.use('stream', (mail, done) => {
    const { hand_over } = mail.data as { hand_over?: HandOver };
    mail.message.processFunc((stream) => {
      if (hand_over) hand_over.stream = stream;
      return stream;
    });
    done();
  });
}
