import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** How the server behaves towards one message or towards everybody. Absent: it takes everything at once. */
export interface Manners {
  /** What the greeting is answered with instead of 220. */
  greet?(): SmtpReply | null;
  /** Whether a user with this password may send. */
  password?: string;
  /** What `RCPT TO` is answered with. */
  recipient?(address: string): SmtpReply | null;
  /** Whether the connection is cut while the message comes in: nothing is kept. */
  interrupt?(address: string): boolean;
  /** What is answered after the last byte; `hang_up`: nothing, the connection is cut, though the message is kept. */
  message?(raw: string, address: string): SmtpReply | 'hang_up' | null;
  /** How long the server thinks before it answers a message. */
  think_ms?: number | ((address: string) => number);
}

export interface SmtpReply {
  code: number;
  text: string;
}

/** A real SMTP server on a port of its own that remembers what reached it. */
export interface MailServer {
  url: string;
  /** Message-IDs in the order they arrived, repeats included. */
  arrived: string[];
  /** Raw messages, in the same order. */
  messages: string[];
  /** Message-IDs of those that arrived though their sender may never have read the answer: it was cut off. */
  unanswered: Set<string>;
  manners: Manners;
  /** Connections that were opened. */
  connections: number;
  /** Nobody listens any more; open connections are cut. */
  goDown(): Promise<void>;
  /** Listens again, on the same port. */
  comeBack(): Promise<void>;
}

/** An answer this young may still be on its way when its connection ends. */
const unread_ms = 1_000;

/** Keeps raw messages too; without, only their ids (a sink for thousands). */
export async function startMailServer(manners: Manners = {}, keep_messages = true): Promise<MailServer> {
  const sockets = new Set<{ destroy(): void }>();
  const state: MailServer = {
    url: '',
    arrived: [],
    messages: [],
    unanswered: new Set(),
    manners,
    connections: 0,
    goDown,
    comeBack,
  };
  let server: SMTPServer | null = null;
  let port = 0;

  const options: SMTPServerOptions = {
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onConnect(_session, done) {
      state.connections++;
      done(errorOf(state.manners.greet?.() ?? null));
    },
    onAuth({ username, password }, _session, done) {
      const right = password === state.manners.password;
      done(
        right ? null : errorOf({ code: 535, text: '5.7.8 wrong password' }),
        right ? { user: username } : undefined,
      );
    },
    onRcptTo({ address }, _session, done) {
      done(errorOf(state.manners.recipient?.(address) ?? null));
    },
    onData(stream, session, done) {
      const { address } = session.envelope.rcptTo[0]!;
      const { think_ms = 0, interrupt } = state.manners;
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => {
        parts.push(part);
        if (interrupt?.(address)) cut(session.id);
      });
      stream.on('end', () => setTimeout(answer, typeof think_ms === 'number' ? think_ms : think_ms(address)));
      const answer = (): void => {
        const raw = Buffer.concat(parts).toString();
        const reply = state.manners.message?.(raw, address) ?? null;
        if (reply === null || reply === 'hang_up') keep(raw, session.id);
        if (reply === 'hang_up') cut(session.id);
        else done(errorOf(reply));
      };
    },
  };

  function keep(raw: string, session_id: string): void {
    const message_id = /^message-id:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? 'none';
    state.arrived.push(message_id);
    if (keep_messages) state.messages.push(raw);
    if (bySession.get(session_id)?.destroyed !== false) state.unanswered.add(message_id);
    lastKept.set(session_id, { message_id, at_ms: performance.now() });
  }

  const bySession = new Map<string, Cuttable>();
  const lastKept = new Map<string, { message_id: string; at_ms: number }>();
  function cut(session_id: string): void {
    bySession.get(session_id)?.destroy();
  }
  function doubtLast(session_id: string): void {
    const last = lastKept.get(session_id);
    if (last && performance.now() - last.at_ms < unread_ms) state.unanswered.add(last.message_id);
  }

  async function comeBack(): Promise<void> {
    server = new SMTPServer(options);
    server.on('error', () => {});
    // smtp-server has no public way to a session's socket; its connections carry both.
    server.server.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      setImmediate(() => {
        for (const { session, _socket } of (server as unknown as { connections: Set<SmtpConnection> })
          .connections) {
          if (bySession.has(session.id)) continue;
          bySession.set(session.id, _socket);
          _socket.once('close', () => doubtLast(session.id));
        }
      });
    });
    await new Promise<void>((resolve) => server!.listen(port, '127.0.0.1', () => resolve()));
    port = (server.server.address() as AddressInfo).port;
    state.url = `smtp://127.0.0.1:${port}`;
  }

  async function goDown(): Promise<void> {
    const stopping = new Promise<void>((resolve) => server!.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await stopping;
  }

  await comeBack();
  return state;
}

interface Cuttable {
  destroy(): void;
  destroyed: boolean;
  once(event: 'close', told: () => void): void;
}

interface SmtpConnection {
  session: { id: string };
  _socket: Cuttable;
}

function errorOf(reply: SmtpReply | null): Error | null {
  return reply && Object.assign(new Error(reply.text), { responseCode: reply.code });
}
