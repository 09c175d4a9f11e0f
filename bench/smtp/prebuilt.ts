import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What any sender could reach at most: messages that are finished, over sockets that do nothing but hand them over. */
export async function sendPrebuilt(
  port: number,
  { message, count, connections }: { message: string; count: number; connections: number },
): Promise<void> {
  const bytes = Buffer.from(`${message.replace(/^\./gm, '..')}\r\n.\r\n`, 'latin1');
  let left = count;
  const worker = async () => {
    const session = await openSession(port);
    while (left-- > 0) await session.send(bytes);
    session.socket.end('QUIT\r\n');
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

async function openSession(port: number): Promise<{ socket: Socket; send(bytes: Buffer): Promise<void> }> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1');
  let said = '';
  let replies = 0;
  let news = Promise.withResolvers<void>();
  socket.on('data', (text: string) => {
    const lines = (said + text).split('\r\n');
    said = lines.pop()!;
    replies += lines.filter((line) => line[3] === ' ').length;
    const refused = lines.find((line) => /^[45]/.test(line));
    if (refused) news.reject(new Error(refused));
    else news.resolve();
    news = Promise.withResolvers();
  });
  const replied = async (count: number) => {
    while (replies < count) await news.promise;
    replies -= count;
  };
  await once(socket, 'connect');
  await replied(1);
  socket.write('EHLO bench\r\n');
  await replied(1);
  return {
    socket,
    async send(bytes) {
      socket.write('MAIL FROM:<shop@bench.example>\r\nRCPT TO:<limit@bench.example>\r\nDATA\r\n');
      await replied(3);
      socket.write(bytes);
      await replied(1);
    },
  };
}
