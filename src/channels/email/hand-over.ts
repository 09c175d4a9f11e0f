import type SMTPPool from 'nodemailer/lib/smtp-pool';
import type { Mailbox } from './mime/mailbox.ts';

type PoolMessage = Parameters<SMTPPool['send']>[0];

/** A message on its way, as nodemailer's pool wants it, and how far it has got. */
export interface HandOver {
  message: PoolMessage;
  /** True once a connection that stands has taken it; false while it waits for one. */
  taken(): boolean;
  /** True from the moment the server has asked for the message (354): an answer that is lost then is lost for good. */
  begun(): boolean;
  /** The pool has answered: nothing is waited for any longer. */
  end(): void;
}

interface Leaving {
  envelope: { from: string; to: Mailbox };
  message_id: string;
  /** The whole message: lines end in CRLF, the last one too, and none begins with a dot. */
  bytes: Buffer;
  /** Ends the waiting for a connection. */
  waiting: AbortSignal;
  /** From the moment a connection takes it to the server's answer. */
  exchange_timeout_ms: number;
}

/**
 * Hands a finished message to nodemailer's pool. Its own composer is left out, and the search for dots to escape: byte
 * by byte in JavaScript that takes 0.2 ms of a mail, and composeMail makes no line that has one. With both left out
 * the pool takes 0.14 ms of ours for a mail.
 *
 * Waiting and exchange have their own times: a message that waited long must not be broken off while its server
 * answers, for then it would go twice.
 */
export function handOver(leaving: Leaving): HandOver {
  const { envelope, message_id, bytes, waiting, exchange_timeout_ms } = leaving;
  const giving_up = new AbortController();
  const giveUp = (): void => giving_up.abort();
  let timer: NodeJS.Timeout | undefined;
  waiting.addEventListener('abort', giveUp);
  if (waiting.aborted) giveUp();

  function take() {
    waiting.removeEventListener('abort', giveUp);
    timer ??= setTimeout(giveUp, exchange_timeout_ms);
    const beyond_ascii = /[^ -~]/.test(envelope.from + envelope.to.address);
    return { from: envelope.from, to: [envelope.to.address], size: bytes.length, use8BitMime: beyond_ascii };
  }

  const stream = {
    /** The pool may send it over another connection as long as this is false (its pool-resource.ts). */
    readableDidRead: false,
    pipe(data: NodeJS.WritableStream & { push(chunk: Buffer): void }) {
      stream.readableDidRead = true;
      // `data` ends the last line, and the message.
      data.push(bytes.subarray(0, -2));
      data.end();
    },
  };
  const message = {
    data: { signal: giving_up.signal },
    message: {
      getEnvelope: take,
      messageId: () => message_id,
      getHeader: () => message_id,
      createReadStream: () => stream,
    },
  };
  return {
    message: message as unknown as PoolMessage,
    taken: () => timer !== undefined,
    begun: () => stream.readableDidRead,
    end() {
      waiting.removeEventListener('abort', giveUp);
      clearTimeout(timer);
    },
  };
}
