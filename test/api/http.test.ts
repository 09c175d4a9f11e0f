import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listener, listen } from '../../src/server.ts';
import { admin_key, anOrder, type TestApi, testApi } from '../support/api.ts';

/** What only a real socket can show: chunked bodies, lengths, bytes, addresses. */
let api: TestApi;
let listener: Listener;
beforeAll(async () => {
  api = await testApi({ LOOKUP_LIMIT: '3', TRUST_PROXY: '1' });
  listener = await listen({ host: '127.0.0.1', port: 0 });
  listener.serve(api.app.fetch);
});
afterAll(async () => {
  await listener.close();
  await api.close();
});

interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  /** Several chunks are sent without a length. */
  chunks: (string | Buffer)[];
}

async function send({ method = 'POST', path, headers = {}, chunks }: Sent) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number;
    headers: Record<string, unknown>;
    // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of an answer
    body: any;
  }>();
  const [only] = chunks;
  const length = chunks.length === 1 ? { 'content-length': String(Buffer.byteLength(only!)) } : {};
  const outgoing = request(`${listener.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${admin_key}`,
      'content-type': 'application/json',
      ...length,
      ...headers,
    },
  });
  outgoing.on('error', reject);
  outgoing.on('response', async (incoming) => {
    const parts = await Array.fromAsync(incoming);
    const body = JSON.parse(Buffer.concat(parts).toString() || 'null');
    resolve({ status: incoming.statusCode!, headers: incoming.headers, body });
  });
  for (const chunk of chunks) outgoing.write(chunk);
  outgoing.end();
  return promise;
}

const mebibyte = 1024 * 1024;

describe('a body', () => {
  it('is read whole, with a length and in chunks', async () => {
    const [one, two] = [JSON.stringify(anOrder()), JSON.stringify(anOrder())];
    expect((await send({ path: '/v1/orders', chunks: [one] })).status).toBe(201);
    expect((await send({ path: '/v1/orders', chunks: [two.slice(0, 50), two.slice(50)] })).status).toBe(201);
  });

  it.each([
    ['/v1/orders', 1],
    ['/v1/batch/orders', 8],
    ['/v1/tracking-events', 8],
  ])('of %s has at most %i MiB, however it is sent', async (path, mebibytes) => {
    const most = Buffer.alloc(mebibytes * mebibyte, ' ');
    for (const [chunks, status] of [
      [[most], 400],
      [[most, ''], 400],
      [[Buffer.concat([most, Buffer.from(' ')])], 413],
      [[most, ' ', ' '], 413],
    ] as const) {
      const told = await send({ path, chunks: [...chunks] });
      expect([told.status, told.headers['content-type']]).toEqual([status, 'application/problem+json']);
    }
  });

  it.each([
    ['nothing', ''],
    ['half an object', '{"number":'],
    ['two values', '{}{}'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['a very deep array', '['.repeat(500_000)],
    ['a comment', '{/* */}'],
  ])('that is %s is 400', async (_what, body) => {
    const told = await send({ path: '/v1/orders', chunks: [body] });
    expect(told).toMatchObject({ status: 400, body: { code: 'malformed', status: 400 } });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'json', ''])(
    'of type %j is 415',
    async (type) => {
      const told = await send({ path: '/v1/orders', chunks: ['{}'], headers: { 'content-type': type } });
      expect(told).toMatchObject({ status: 415, body: { code: 'not_json' } });
    },
  );

  it.each(['application/json; charset=utf-8', 'Application/JSON', 'application/merge-patch+json'])(
    'of type %j is JSON',
    async (type) => {
      const told = await send({ path: '/v1/orders', chunks: ['{}'], headers: { 'content-type': type } });
      expect(told.status).toBe(422);
    },
  );

  it('that stays "too deep" inside is only a wrong field', async () => {
    const deep = `{"number":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect((await send({ path: '/v1/orders', chunks: [deep] })).status).toBe(422);
  });
});

describe('an address', () => {
  it.each([
    ['GET', '/v1/nowhere'],
    ['GET', '/v1/orders/'],
    ['DELETE', '/v1/orders'],
    ['PUT', '/v1/orders/x'],
    ['PROPFIND', '/v1/orders'],
    ['OPTIONS', '/v1/orders'],
    ['GET', '/v1/orders/%zz'],
    ['GET', '/v1/orders/%00'],
    ['GET', '/v1/orders/%ff%fe'],
    ['GET', '/v1/orders/a%20b'],
    ['GET', `/v1/orders/${'x'.repeat(5000)}`],
    ['GET', '/v1/orders/x/../../etc/passwd'],
  ])('%s %s is a problem document with 404', async (method, path) => {
    const told = await send({ method, path, chunks: [''], headers: { 'content-length': '0' } });
    expect(told).toMatchObject({ status: 404, body: { status: 404, code: expect.any(String) } });
    expect(told.headers['content-type']).toBe('application/problem+json');
  });
});

describe('a look-up', () => {
  const look = (body: unknown, address: string) =>
    send({
      path: '/v1/lookups',
      chunks: [JSON.stringify(body)],
      headers: { authorization: '', 'x-forwarded-for': address },
    });

  it('shows the buyer the order, for its number and address in any spelling', async () => {
    const order = anOrder();
    await api.call('POST', '/v1/orders', order);
    const told = await look({ number: ` #${order.number} `, email: ' BUYER@example.com' }, '192.0.2.1');
    expect(told).toMatchObject({
      status: 200,
      body: {
        number: order.number,
        customer: { id: null, email: 'buyer@example.com' },
        totals: { total: 2398 },
      },
    });
  });

  it('answers a wrong number, a wrong address and no order in the same words', async () => {
    const order = anOrder();
    await api.call('POST', '/v1/orders', order);
    const wrongs = [
      { number: order.number, email: 'other@example.com' },
      { number: 'none', email: 'buyer@example.com' },
      { number: 'can not be', email: 'nobody' },
    ];
    const told = await Promise.all(wrongs.map((wrong) => look(wrong, '192.0.2.2')));
    for (const each of told) expect([each.status, each.body]).toEqual([404, told[0]!.body]);
  });

  it('is limited per address, and says when to come back', async () => {
    const wrong = (number: number) => ({ number: `none-${number}`, email: 'a@b.example' });
    for (let times = 0; times < 3; times++) expect((await look(wrong(times), '192.0.2.3')).status).toBe(404);
    const told = await look(wrong(4), '192.0.2.3');
    expect(told).toMatchObject({ status: 429, body: { code: 'too_many_lookups' } });
    expect(Number(told.headers['retry-after'])).toBeGreaterThan(0);
    expect((await look(wrong(5), '192.0.2.4')).status).toBe(404);
  });
});
