import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { addressGroup } from '../../../lib/client-address.ts';
import { type Clock, instant } from '../../../lib/clock.ts';
import { type Database, databaseIsAway } from '../../../lib/database.ts';
import type { Log } from '../../../lib/log.ts';
import { RateLimiter } from '../../../lib/rate-limit.ts';
import type { Addresses } from '../../../modules/addresses/index.ts';
import { keepMail } from './inbox.ts';
import { type InboundLimits, inbound_limits } from './limits.ts';
import type { InboundMetrics } from './metrics.ts';
import { NotReceived, type Room, receive } from './receive.ts';
import { type OurAddresses, recipientOf } from './recipient.ts';

export interface ListenerOptions {
  host: string;
  /** 0: the system chooses. */
  port: number;
  ours: OurAddresses;
  database: Database;
  addresses: Addresses;
  clock: Clock;
  log: Log;
  metrics: InboundMetrics;
  /** A mail was stored: it is time to read it. */
  arrived(id: string): void;
  limits?: Partial<InboundLimits>;
}

export interface Listener {
  port: number;
  /** Lets the conversations under way end, for a moment. */
  close(): Promise<void>;
}

const minute_ms = 60_000;

/** An answer that says: not now. */
const later = (text: string) => Object.assign(new Error(text), { responseCode: 451 });
const never = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });

/**
 * Takes in what comes back: bounces, complaints, automatic answers, people's replies. It accepts mail for addresses of
 * ours and nothing else, stores it before it says 250, and says 451 while it cannot: the other side keeps it and comes
 * again.
 */
export async function listenForMail(options: ListenerOptions): Promise<Listener> {
  const { ours, database, addresses, clock, log, metrics, arrived } = options;
  const limits = { ...inbound_limits, ...options.limits };
  const room: Room = { bytes: 0, bytes_max: limits.bytes_under_way_max };
  const connections = new RateLimiter({ limit: limits.connections_per_minute, window_ms: minute_ms });
  const messages = new RateLimiter({ limit: limits.messages_per_minute, window_ms: minute_ms });

  const group = (session: SMTPServerSession) => addressGroup(session.remoteAddress);

  async function take(
    stream: Parameters<Required<SMTPServerOptions>['onData']>[0],
    session: SMTPServerSession,
  ) {
    const raw = await receive(stream, room, {
      bytes_max: limits.message_bytes_max,
      timeout_ms: limits.message_timeout_ms,
    });
    const { mailFrom, rcptTo } = session.envelope;
    const envelope_sender = mailFrom === false ? '' : mailFrom.address;
    const received_at = instant(clock.now());
    for (const { address } of rcptTo) {
      const id = await keepMail(database, addresses, {
        received_at,
        recipient: address,
        envelope_sender,
        raw,
      });
      metrics.answered(id === null ? 'repeated' : 'stored');
      if (id !== null) arrived(id);
    }
  }

  const server = new SMTPServer({
    banner: 'Tidings: answers to our own mails only',
    size: limits.message_bytes_max,
    maxClients: limits.connections_max,
    socketTimeout: limits.socket_timeout_ms,
    closeTimeout: limits.close_timeout_ms,
    authOptional: true,
    // Without a certificate of its own encryption would be a show: smtp-server's key is published.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onConnect(session, done) {
      const refused = connections.take(group(session), clock.now());
      if (refused) metrics.answered('limited');
      done(refused ? never(421, 'Too many connections from you, come again in a minute') : null);
    },
    onRcptTo({ address }, session, done) {
      const { rcptTo } = session.envelope;
      if (rcptTo.length >= limits.recipients_max) return done(never(452, 'Too many recipients'));
      if (recipientOf(ours, address)) return done();
      metrics.answered('nobody');
      return done(never(550, '5.1.1 There is nobody of that name here'));
    },
    onData(stream, session, done) {
      if (messages.take(group(session), clock.now())) {
        metrics.answered('limited');
        stream.resume();
        stream.once('end', () => done(later('Too many messages from you, come again in a minute')));
        return;
      }
      take(stream, session).then(
        () => done(null, 'Stored'),
        (error) => done(answerTo(error)),
      );
    },
  });
  server.on('error', (error) => log.debug({ err: error }, 'A conversation with the mail listener broke'));

  function answerTo(error: unknown): Error {
    if (error instanceof NotReceived) {
      metrics.answered(error.reason);
      return error.reason === 'too_large' ? never(552, '5.3.4 Too large') : later('Not received, try again');
    }
    metrics.answered('unavailable');
    const level = databaseIsAway(error) ? 'warn' : 'error';
    log[level]({ err: error }, 'A mail could not be stored; its sender keeps it and comes again');
    return later('4.3.0 It cannot be stored now, try again later');
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
