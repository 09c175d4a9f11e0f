import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server that takes everything, in a process of its own: it remembers whose mail it took when. Says its port;
 * asked by any message, answers with what has arrived since it was asked before, and one message whole.
 */
export interface Arrivals {
  /** Recipient, Message-ID, and moment (milliseconds since 1970), in order of arrival. */
  mails: [to: string, message_id: string, at_ms: number][];
  example: string;
}

let mails: Arrivals['mails'] = [];
/** Of the first message, whole. */
let example = '';
let example_bytes = Number.POSITIVE_INFINITY;
/** Its headers are in there. */
const head_bytes = 2_048;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, session, done) {
    let head = '';
    stream.on('data', (part: Buffer) => {
      head ||= part.toString('latin1', 0, head_bytes);
      if (example.length < example_bytes) example += part.toString('latin1');
    });
    stream.on('end', () => {
      const message_id = /^message-id:\s*(\S+)/im.exec(head)?.[1] ?? '';
      mails.push([
        session.envelope.rcptTo[0]!.address,
        message_id,
        performance.timeOrigin + performance.now(),
      ]);
      example_bytes = 0;
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
