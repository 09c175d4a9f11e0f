import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../outbox/line.ts';
import { anOrder, type TestApi, testApi } from '../support/api.ts';
import { answers, type Receiver, startReceiver, verified } from './receiver.ts';
import { openSender } from './telling.ts';

let api: TestApi;
let receiver: Receiver;
beforeAll(async () => {
  api = await testApi({ PRIVATE_HOSTS: '1' });
  // Receivers' libraries refuse what is older than five minutes.
  api.clock.set(Date.now());
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver.goDown();
  await api.close();
});

const path = '/v1/webhook-endpoints';
const make = async (at: string, options: { key?: string; body?: object } = {}) => {
  const body = { url: receiver.url + at, types: ['*'], ...options.body };
  return api.call('POST', path, body, options.key === undefined ? {} : { key: options.key });
};

/** Runs a sender until the endpoint has nothing waiting. */
async function send(endpoint: string): Promise<void> {
  const sender = openSender({ database: api.database.pool, clock: api.clock });
  await until('nothing waits', async () => {
    const { rows } = await api.database.pool.query(
      `select 1 from webhook_deliveries where endpoint = $1 and
       (status = 'sending' or status = 'waiting' and due_at <= $2)`,
      [endpoint, new Date(api.clock.now())],
    );
    return rows.length === 0;
  });
  await sender.close();
}

test('shows its secret once, and messages verify with it', async () => {
  const made = await make('/once');
  expect(made).toMatchObject({
    status: 201,
    body: { url: `${receiver.url}/once`, types: ['*'], seller: null, status: 'enabled', description: null },
  });
  const { id, secret } = made.body;
  expect(secret).toMatch(/^whsec_/);
  const read = await api.call('GET', `${path}/${id}`);
  expect(read.status).toBe(200);
  expect(read.body).toEqual({ ...made.body, secret: undefined });
  expect(JSON.stringify((await api.call('GET', path)).body)).not.toContain(secret);
  await api.call('POST', '/v1/orders', anOrder({ number: 'W-1' }));
  await send(id);
  const [arrival] = receiver.at('/once');
  expect(verified(secret, arrival!)).toMatchObject({ type: 'order.placed', data: { order: 'W-1' } });
  expect(() => verified(secret, { ...arrival!, body: `${arrival!.body} ` })).toThrow();
  expect((await api.call('DELETE', `${path}/${id}`)).status).toBe(204);
  expect((await api.call('GET', `${path}/${id}`)).status).toBe(404);
  expect((await api.call('DELETE', `${path}/${id}`)).body.code).toBe('webhook_endpoint_not_found');
});

test('a call that is repeated with its key makes one endpoint, and shows the same secret', async () => {
  const body = { url: 'https://shop.example.com/', types: ['order.placed', 'order.placed'] };
  const headers = { 'idempotency-key': 'make-one' };
  const first = await api.call('POST', path, body, { headers });
  const second = await api.call('POST', path, body, { headers });
  expect(second.body).toEqual(first.body);
  expect(first.body.types).toEqual(['order.placed']);
});

test('the old secret signs beside the new one for a day', async () => {
  const made = await make('/rotated');
  const { id, secret: old } = made.body;
  const rotated = await api.call('POST', `${path}/${id}/secret`);
  expect(rotated.status).toBe(201);
  expect(rotated.body.secret).not.toBe(old);
  await api.call('POST', `${path}/${id}/test`);
  const [both] = receiver.at('/rotated');
  verified(old, both!);
  verified(rotated.body.secret, both!);

  const day_ms = 24 * 3_600_000;
  const now_ms = api.clock.now();
  await api.database.pool.query(
    `update webhook_secrets set expires_at = expires_at - interval '24 hours' where endpoint = $1`,
    [id],
  );
  await api.call('POST', `${path}/${id}/test`);
  const after = receiver.at('/rotated')[1]!;
  verified(rotated.body.secret, after);
  expect(() => verified(old, after)).toThrow();
  const expires_ms = Date.parse(rotated.body.old_secret_expires_at);
  expect(Math.abs(expires_ms - now_ms - day_ms)).toBeLessThan(1_000);
  await api.call('DELETE', `${path}/${id}`);
});

test('a test message says what came back', async () => {
  const { id, secret } = (await make('/test')).body;
  const well = await api.call('POST', `${path}/${id}/test`);
  expect(well).toMatchObject({ status: 200, body: { delivered: true, http_status: 204, error: null } });
  const [arrival] = receiver.at('/test');
  expect(arrival!.id).toBe(well.body.id);
  expect(verified(secret, arrival!)).toMatchObject({ type: 'endpoint.tested', data: { endpoint: id } });
  receiver.behave('/test', answers(401));
  const refused = await api.call('POST', `${path}/${id}/test`);
  expect(refused.body).toMatchObject({ delivered: false, http_status: 401, error: 'http_401' });
  await api.call('DELETE', `${path}/${id}`);
});

test('the log shows every try, and what failed goes again', async () => {
  const { id } = (await make('/log')).body;
  receiver.behave('/log', answers(500));
  await api.call('POST', '/v1/orders', anOrder({ number: 'W-2' }));
  await send(id);
  const listed = await api.call('GET', `${path}/${id}/deliveries`);
  const [delivery] = listed.body.items;
  expect(delivery).toMatchObject({
    type: 'order.placed',
    order: 'W-2',
    version: 1,
    status: 'waiting',
    attempts: 1,
  });
  expect(delivery.tries).toMatchObject([{ http_status: 500, error: 'http_500' }]);
  expect(Date.parse(delivery.next_try_at)).toBeGreaterThan(api.clock.now());
  expect((await api.call('GET', `${path}/${id}`)).body).toMatchObject({ status: 'failing' });

  const replay = `${path}/${id}/deliveries/${delivery.id}/replay`;
  expect((await api.call('POST', replay)).status).toBe(200);
  await api.database.pool.query(`update webhook_deliveries set status = 'failed' where endpoint = $1`, [id]);
  expect((await api.call('GET', `${path}/${id}/deliveries?status=failed`)).body.items).toHaveLength(1);
  expect((await api.call('GET', `${path}/${id}/deliveries?status=delivered`)).body.items).toEqual([]);
  receiver.behave('/log', answers(200));
  expect((await api.call('POST', replay)).status).toBe(202);
  await send(id);
  const [again] = (await api.call('GET', `${path}/${id}/deliveries`)).body.items;
  expect(again).toMatchObject({ id: delivery.id, status: 'delivered', next_try_at: null });
  expect(again.tries).toHaveLength(2);
  expect(new Set(receiver.at('/log').map((arrival) => arrival.id))).toEqual(new Set([delivery.id]));
  expect((await api.call('GET', `${path}/${id}`)).body).toMatchObject({ status: 'enabled' });

  expect((await api.call('POST', replay)).status).toBe(202);
  await send(id);
  expect(receiver.at('/log')).toHaveLength(3);
  expect((await api.call('POST', `${path}/${id}/deliveries/msg_none/replay`)).body.code).toBe(
    'webhook_delivery_not_found',
  );
  expect((await api.call('POST', `${path}/${id}/replays`)).body).toEqual({ replayed: 0 });

  await api.call('PATCH', `${path}/${id}`, { enabled: false });
  expect((await api.call('POST', replay)).body.code).toBe('webhook_endpoint_disabled');
  await api.call('DELETE', `${path}/${id}`);
});

test('the list of deliveries goes on behind a cursor', async () => {
  const { id } = (await make('/pages')).body;
  for (const number of ['P-1', 'P-2', 'P-3']) {
    await api.call('POST', '/v1/orders', anOrder({ number }));
    api.clock.advance(1_000);
  }
  const orders: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await api.call(
      'GET',
      `${path}/${id}/deliveries?limit=1${cursor && `&cursor=${cursor}`}`,
    );
    orders.push(...body.items.map(({ order }: { order: string }) => order));
    cursor = body.next_cursor;
  }
  expect(orders).toEqual(['P-3', 'P-2', 'P-1']);
  await api.call('DELETE', `${path}/${id}`);
});

test('is changed in parts, disabled and enabled', async () => {
  const { id } = (await make('/changed', { body: { description: 'The warehouse' } })).body;
  const types = ['order.placed'];
  expect((await api.call('PATCH', `${path}/${id}`, { types })).body).toMatchObject({
    types,
    description: 'The warehouse',
    status: 'enabled',
  });
  const off = await api.call('PATCH', `${path}/${id}`, { enabled: false, description: null });
  expect(off.body).toMatchObject({ status: 'disabled', disabled_reason: 'by_request', description: null });
  const failing = `update webhook_endpoints set failing_since = created_at, failures = 20, next_try_at = created_at
                   where id = $1`;
  await api.database.pool.query(failing, [id]);
  const on = await api.call('PATCH', `${path}/${id}`, { enabled: true });
  expect(on.body).toMatchObject({
    status: 'enabled',
    disabled_reason: null,
    disabled_at: null,
    failing_since: null,
  });
  await api.call('DELETE', `${path}/${id}`);
});

describe('keys', () => {
  test("a seller's key makes, sees and ends its own, and no others", async () => {
    const [mine, theirs] = [await api.key('seller:s-1'), await api.key('seller:s-2')];
    const made = await make('/seller', { key: mine });
    expect(made.body).toMatchObject({ seller: 's-1' });
    const own = `${path}/${made.body.id}`;
    const shops = await make('/shop');
    const read = (key: string) => api.call('GET', path, undefined, { key });
    expect((await read(mine)).body.items.map(({ id }: { id: string }) => id)).toEqual([made.body.id]);
    expect((await read(theirs)).body.items).toEqual([]);
    expect((await make('/x', { key: mine, body: { seller: 's-2' } })).status).toBe(403);

    const tries: [string, string, unknown?][] = [
      ['GET', own],
      ['PATCH', own, { enabled: false }],
      ['DELETE', own],
      ['POST', `${own}/secret`],
      ['POST', `${own}/test`],
      ['POST', `${own}/replays`],
      ['GET', `${own}/deliveries`],
      ['POST', `${own}/deliveries/msg_1/replay`],
    ];
    for (const [method, address, body] of tries) {
      const told = await api.call(method, address, body, { key: theirs });
      expect(told, `${method} ${address}`).toMatchObject({
        status: 404,
        body: { code: 'webhook_endpoint_not_found' },
      });
      const shop = await api.call(method, address.replace(made.body.id, shops.body.id), body, { key: mine });
      expect(shop.status).toBe(404);
    }
    expect((await api.call('GET', own)).status).toBe(200);
    expect((await api.call('DELETE', own, undefined, { key: mine })).status).toBe(204);
    await api.call('DELETE', `${path}/${shops.body.id}`);
  });

  test.each([
    [['orders:write'], 403],
    [['orders:read'], 403],
    [['carriers:write'], 403],
    [['seller:s-1', 'orders:read'], 403],
    [['seller:s-1', 'orders:write'], 200],
    [['admin'], 200],
  ])('with %j: %i', async (scopes, status) => {
    expect((await api.call('GET', path, undefined, { key: await api.key(...scopes) })).status).toBe(status);
  });
});

describe('what cannot be', () => {
  test.each([
    [{ url: 'https://shop.example.com/', types: [] }],
    [{ url: 'https://shop.example.com/', types: ['order.exploded'] }],
    [{ url: 'shop.example.com', types: ['*'] }],
    [{ url: 'https://user:secret@shop.example.com/', types: ['*'] }],
    [{ url: 'javascript:alert(1)', types: ['*'] }],
    [{ types: ['*'] }],
  ])('%j is refused', async (body) => {
    expect((await api.call('POST', path, body)).status).toBe(422);
  });

  test('an address of this machine or its network is refused, when made and when changed', async () => {
    const guarded = await testApi();
    try {
      for (const url of ['https://169.254.169.254/', 'https://localhost/', 'http://shop.example.com/']) {
        const told = await guarded.call('POST', path, { url, types: ['*'] });
        expect(told, url).toMatchObject({ status: 422, body: { code: 'url_not_allowed' } });
      }
      const made = await guarded.call('POST', path, { url: 'https://shop.example.com/', types: ['*'] });
      expect(made.status).toBe(201);
      const changed = await guarded.call('PATCH', `${path}/${made.body.id}`, { url: 'https://[::1]/' });
      expect(changed.status).toBe(422);
    } finally {
      await guarded.close();
    }
  });

  test('an owner has twenty at most', async () => {
    const key = await api.key('seller:many');
    const told = [];
    for (let count = 0; count < 21; count++) told.push((await make('/many', { key })).status);
    expect(told).toEqual([...Array(20).fill(201), 409]);
  });
});
