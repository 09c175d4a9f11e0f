import { describe, expect, test } from 'vitest';
import {
  keyed,
  openTidings,
  patiently,
  TidingsProblem,
  verifyWebhook,
} from '../../clients/typescript/src/index.ts';
import { signatureOf } from '../../src/modules/webhooks/index.ts';

/** A server that answers with these, one after the other; null: nobody answers. */
function server(...answers: (Response | null)[]) {
  const asked: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    asked.push(request);
    const answer = answers.shift();
    if (!answer) throw new TypeError('fetch failed');
    return answer;
  };
  return { asked, fetch };
}

const later = (status: number, retry_after: string) =>
  new Response('{}', { status, headers: { 'retry-after': retry_after } });
const fine = () => Response.json({ items: [], next_cursor: null });
const short = { patience_ms: 3_000, attempt_timeout_ms: 1_000 };

describe('patience', () => {
  test('comes back when it is told so, and when nobody answers', async () => {
    const { asked, fetch } = server(later(429, '0'), null, later(503, '0'), fine());
    const answer = await patiently(fetch, short)(new Request('http://x/v1/orders'));
    expect(answer.status).toBe(200);
    expect(asked).toHaveLength(4);
  });

  test('waits as long as it is told, and gives up rather than come too early', async () => {
    const { asked, fetch } = server(later(429, '60'), fine());
    const answer = await patiently(fetch, short)(new Request('http://x/v1/orders'));
    expect([answer.status, asked.length]).toEqual([429, 1]);
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const dated = server(later(503, date), fine());
    expect((await patiently(dated.fetch, short)(new Request('http://x/'))).status).toBe(503);
  });

  test('gives every POST a key of its own, the same at each try, and leaves yours alone', async () => {
    const { asked, fetch } = server(later(503, '0'), fine(), fine(), fine());
    const patient = keyed(patiently(fetch, short));
    const post = (headers = {}) =>
      new Request('http://x/v1/orders', { method: 'POST', body: '{"a":1}', headers });
    await patient(post());
    await patient(post());
    await patient(post({ 'idempotency-key': 'mine' }));
    const keys = asked.map((request) => request.headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(keys[3]).toBe('mine');
    expect(await asked[1]!.text()).toBe('{"a":1}');
  });

  test('does not send again a PATCH that may have arrived', async () => {
    const { asked, fetch } = server(null, fine());
    const patch = new Request('http://x/v1/orders/1/shipments/1', { method: 'PATCH', body: '{}' });
    await expect(patiently(fetch, short)(patch)).rejects.toThrow('fetch failed');
    expect(asked).toHaveLength(1);
  });

  test('ends when its caller has had enough', async () => {
    const { fetch } = server(later(503, '2'), fine());
    const signal = AbortSignal.timeout(50);
    await expect(patiently(fetch, short)(new Request('http://x/', { signal }))).rejects.toThrow(/timeout/);
  });
});

test('what is no problem document is a problem too', async () => {
  const { fetch } = server(new Response('<html>', { status: 502 }));
  const tidings = openTidings({ url: 'http://x', api_key: null, fetch });
  const failed = tidings.get('/v1/orders');
  await expect(failed).rejects.toBeInstanceOf(TidingsProblem);
  await expect(failed).rejects.toMatchObject({ status: 502, code: 'unreadable' });
});

describe('a webhook', () => {
  const secret = `whsec_${Buffer.alloc(24, 5).toString('base64')}`;
  const body = '{"type":"order.placed","timestamp":"2026-11-22T14:00:00Z","data":{}}';

  function signed(at_s: number) {
    const signature = signatureOf({ id: 'msg_1', timestamp_s: at_s, body }, [Buffer.alloc(24, 5)]);
    return { 'Webhook-Id': 'msg_1', 'Webhook-Timestamp': String(at_s), 'Webhook-Signature': signature };
  }

  test('is read when we signed it', () => {
    const headers = signed(Math.floor(Date.now() / 1000));
    expect(verifyWebhook(body, headers, secret).type).toBe('order.placed');
    expect(verifyWebhook(body, new Headers(headers), secret).type).toBe('order.placed');
  });

  test('is refused when somebody else did, or long ago', () => {
    const now_s = Math.floor(Date.now() / 1000);
    expect(() => verifyWebhook(`${body} `, signed(now_s), secret)).toThrow(/signature/i);
    expect(() => verifyWebhook(body, signed(now_s - 3_600), secret)).toThrow(/old/i);
  });
});
