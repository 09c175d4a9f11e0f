import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server that takes everything, in a process of its own: it remembers whose mail it took when. Says its port;
 * asked by any message, answers with what has arrived since it was asked before, and one message whole.
 */
export interface Arrivals {
  /** Recipient and moment, milliseconds since 1970, in order of arrival. */
  mails: [to: string, at_ms: number][];
  example: string;
}

let mails: Arrivals['mails'] = [];
let example = '';

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, session, done) {
    if (example === '') stream.on('data', (part: Buffer) => (example += part.toString('latin1')));
    else stream.resume();
    stream.on('end', () => {
      mails.push([session.envelope.rcptTo[0]!.address, performance.timeOrigin + performance.now()]);
      done();
    });
  },
});
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');
process.send!((server.server.address() as AddressInfo).port);
process.on('message', () => {
  process.send!({ mails, example } satisfies Arrivals);
  mails = [];
});
process.on('disconnect', () => process.exit());
