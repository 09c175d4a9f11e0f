import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Listener, listen } from './server.ts';

let listener: Listener;
beforeEach(async () => {
  listener = await listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => listener.close());

/** Sends bytes as they are and answers with all that came back. */
function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(listener.url).port), '127.0.0.1', () => socket.write(bytes));
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk));
  return new Promise((resolve) => socket.on('close', () => resolve(answer)));
}

test('until there is something to serve, every request is answered 503', async () => {
  const early = await fetch(`${listener.url}/status`);
  expect(early.status).toBe(503);
  expect(early.headers.get('content-type')).toBe('application/problem+json');
  expect(early.headers.get('retry-after')).toBe('1');
  expect(await early.json()).toMatchObject({ status: 503, code: 'starting' });
  listener.serve(() => new Response('here'));
  expect(await (await fetch(`${listener.url}/status`)).text()).toBe('here');
});

test.each([
  ['400 Bad Request', 'hello\r\n\r\n'],
  ['400 Bad Request', 'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n\r\n'],
  [
    '431 Request Header Fields Too Large',
    `GET / HTTP/1.1\r\nHost: a\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`,
  ],
])('what is not HTTP is a problem document: %s', async (status, bytes) => {
  const [head, body] = (await raw(bytes)).split('\r\n\r\n');
  expect(head).toContain(`HTTP/1.1 ${status}`);
  expect(head).toContain('application/problem+json');
  expect(JSON.parse(body!)).toMatchObject({
    status: Number.parseInt(status, 10),
    code: 'unreadable_request',
  });
});

test('a close waits for the request under way, and not for connections that only might ask again', async () => {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { promise: answer, resolve: respond } = Promise.withResolvers<Response>();
  listener.serve(() => {
    ask();
    return answer;
  });
  const agent = new Agent({ keepAlive: true });
  const text = new Promise<string>((resolve) => {
    get(listener.url, { agent }, (response) => response.setEncoding('utf8').on('data', resolve));
  });
  await asked;
  const closed = listener.close().then(() => 'closed');
  expect(await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 100, 'waiting'))])).toBe(
    'waiting',
  );
  respond(new Response('done'));
  expect(await text).toBe('done');
  expect(await closed).toBe('closed');
  agent.destroy();
});
