import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes everything, and remembers whom it must tell when it cannot deliver. */
export interface Relay {
  url: string;
  taken: { from: string; to: string; raw: string }[];
  /** Whom it refuses at the door. */
  refuses: string | null;
  close(): Promise<void>;
}

export async function startRelay(): Promise<Relay> {
  const relay: Relay = { url: '', taken: [], refuses: null, close };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const refused = address === relay.refuses;
      const error = Object.assign(new Error('5.1.1 user unknown'), { responseCode: 550 });
      done(refused ? error : null);
    },
    onData(stream, { envelope }, done) {
      let raw = '';
      stream.on('data', (part) => {
        raw += part;
      });
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        relay.taken.push({ from, to: envelope.rcptTo[0]!.address, raw });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  relay.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  function close(): Promise<void> {
    return new Promise((resolve) => server.close(() => resolve()));
  }
  return relay;
}
