import { connect, type Socket } from 'node:net';

/** A conversation with an SMTP server, line by line: a test says what it sends and sees what is answered. */
export interface Conversation {
  /** Sends a line and waits for the answer to it. */
  say(line: string): Promise<string>;
  /** Sends bytes and waits for nothing. */
  send(bytes: string | Buffer): void;
  /** The next answer. */
  hear(): Promise<string>;
  /** Cuts the line. */
  cut(): void;
}

/** Opens one, and has heard its greeting. */
export async function talkTo(port: number): Promise<Conversation & { greeting: string }> {
  const socket = connect(port, '127.0.0.1');
  const hear = answersOf(socket);
  const conversation: Conversation = {
    hear,
    send: (bytes) => void socket.write(bytes),
    say: (line) => {
      socket.write(`${line}\r\n`);
      return hear();
    },
    cut: () => void socket.destroy(),
  };
  return { ...conversation, greeting: await hear() };
}

function answersOf(socket: Socket): () => Promise<string> {
  let text = '';
  let ended = false;
  const waiting: PromiseWithResolvers<string>[] = [];
  const look = (): void => {
    // `250-...` goes on, `250 ...` is the last line.
    const whole = /^(?:\d{3}-[^\n]*\n)*\d{3} [^\n]*\n/.exec(text)?.[0];
    if (whole === undefined) {
      if (ended) for (const one of waiting.splice(0)) one.resolve('closed');
      return;
    }
    const next = waiting.shift();
    if (!next) return;
    text = text.slice(whole.length);
    next.resolve(whole.trim());
    look();
  };
  const end = (): void => {
    ended = true;
    look();
  };
  socket.on('data', (part) => {
    text += part.toString();
    look();
  });
  socket.on('close', end);
  socket.on('error', end);
  return () => {
    const next = Promise.withResolvers<string>();
    waiting.push(next);
    look();
    return next.promise;
  };
}

/** A whole delivery. @returns what was answered to each recipient, and to the message when it was asked for */
export async function post(
  port: number,
  mail: { from: string; to: string | readonly string[]; raw: string | Uint8Array },
): Promise<{ recipients: string[]; message: string | null }> {
  const talk = await talkTo(port);
  if (!talk.greeting.startsWith('220')) return { recipients: [], message: talk.greeting };
  await talk.say('EHLO mail.test');
  await talk.say(`MAIL FROM:<${mail.from}>`);
  const recipients: string[] = [];
  for (const to of [mail.to].flat()) recipients.push(await talk.say(`RCPT TO:<${to}>`));
  const asked = await talk.say('DATA');
  if (!asked.startsWith('354')) return { recipients, message: null };
  const text = Buffer.from(mail.raw).toString('latin1').replace(/\r?\n/g, '\r\n');
  talk.send(Buffer.from(text.replace(/^\./gm, '..'), 'latin1'));
  const message = await talk.say('\r\n.');
  talk.send('QUIT\r\n');
  talk.cut();
  return { recipients, message };
}
