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
  /** What is answered after the last byte; `hang_up`: nothing, the connection is cut, though the message is kept. */
  message?(raw: string): SmtpReply | 'hang_up' | null;
  /** How long the server thinks before it answers a message. */
  think_ms?: number;
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
  manners: Manners;
  /** Connections that were opened. */
  connections: number;
  /** Nobody listens any more; open connections are cut. */
  goDown(): Promise<void>;
  /** Listens again, on the same port. */
  comeBack(): Promise<void>;
}

/** Keeps raw messages too; without, only their ids (a sink for thousands). */
export async function startMailServer(manners: Manners = {}, keep_messages = true): Promise<MailServer> {
  const sockets = new Set<{ destroy(): void }>();
  const state: MailServer = {
    url: '',
    arrived: [],
    messages: [],
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
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => setTimeout(answer, state.manners.think_ms ?? 0));
      const answer = (): void => {
        const raw = Buffer.concat(parts).toString();
        const reply = state.manners.message?.(raw) ?? null;
        if (reply === null || reply === 'hang_up') {
          state.arrived.push(/^message-id:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? 'none');
          if (keep_messages) state.messages.push(raw);
        }
        if (reply === 'hang_up') cut(session.id);
        else done(errorOf(reply));
      };
    },
  };

  const bySession = new Map<string, { destroy(): void }>();
  function cut(session_id: string): void {
    bySession.get(session_id)?.destroy();
  }

  async function comeBack(): Promise<void> {
    server = new SMTPServer(options);
    server.on('error', () => {});
    // smtp-server has no public way to a session's socket; its connections carry both.
    server.server.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      setImmediate(() => {
        for (const connection of (server as unknown as { connections: Set<SmtpConnection> }).connections) {
          bySession.set(connection.session.id, connection._socket);
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

interface SmtpConnection {
  session: { id: string };
  _socket: { destroy(): void };
}

function errorOf(reply: SmtpReply | null): Error | null {
  return reply && Object.assign(new Error(reply.text), { responseCode: reply.code });
}
