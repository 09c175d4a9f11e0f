import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderView } from '../../src/api/order-view-schema.ts';
import { aLine, anOrder, type TestApi, testApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

async function placed(changes: Record<string, unknown> = {}) {
  const order = anOrder(changes);
  await api.call('POST', '/v1/orders', order);
  return { number: order.number, path: `/v1/orders/${order.number}` };
}

const at = '2026-03-02T10:00:00Z';

describe('keys', () => {
  it('are needed, and must be right', async () => {
    for (const key of [null, 'wrong', '', 'x y']) {
      const told = await api.call('GET', '/v1/orders', undefined, { key });
      expect(told).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
      expect(told.headers.get('www-authenticate')).toBe('Bearer');
    }
    const basic = await api.call('GET', '/v1/orders', undefined, {
      key: null,
      headers: { authorization: 'Basic dXNlcjpwYXNz' },
    });
    expect(basic.status).toBe(401);
  });

  it('show their secret once and are stored as a hash', async () => {
    const made = await api.call('POST', '/v1/api-keys', { label: 'Till', scopes: ['orders:read'] });
    expect(made.status).toBe(201);
    const { id, secret } = made.body;
    const listed = await api.call('GET', '/v1/api-keys');
    expect(listed.body.items.find((key: { id: string }) => key.id === id)).toEqual({
      id,
      label: 'Till',
      scopes: ['orders:read'],
      created_at: '2026-03-02T12:00:00Z',
    });
    const { rows } = await api.database.pool.query('select row_to_json(k)::text as row from api_keys k');
    expect(rows.some(({ row }) => row.includes(secret))).toBe(false);
  });

  it('end at once when revoked', async () => {
    const made = await api.call('POST', '/v1/api-keys', { label: 'Till', scopes: ['orders:read'] });
    const key = made.body.secret;
    expect((await api.call('GET', '/v1/orders', undefined, { key })).status).toBe(200);
    expect((await api.call('DELETE', `/v1/api-keys/${made.body.id}`)).status).toBe(204);
    expect((await api.call('GET', '/v1/orders', undefined, { key })).status).toBe(401);
    expect((await api.call('DELETE', `/v1/api-keys/${made.body.id}`)).status).toBe(204);
    expect((await api.call('DELETE', '/v1/api-keys/none')).status).toBe(404);
  });

  it.each([
    [['orders:read'], 'GET', '/v1/orders', 200],
    [['orders:read'], 'POST', '/v1/orders', 403],
    [['orders:write'], 'GET', '/v1/orders', 200],
    [['carriers:write'], 'POST', '/v1/tracking-events', 202],
    [['carriers:write'], 'GET', '/v1/orders', 403],
    [['orders:write'], 'POST', '/v1/tracking-events', 403],
    [['orders:write'], 'POST', '/v1/api-keys', 403],
    [['orders:write'], 'GET', '/v1/listings', 200],
    [['seller:s-1'], 'GET', '/v1/orders', 200],
    [['seller:s-1'], 'POST', '/v1/orders', 403],
    [['seller:s-1'], 'POST', '/v1/batch/orders', 403],
    [['seller:s-1'], 'POST', '/v1/tracking-events', 403],
    [['admin'], 'GET', '/v1/api-keys', 200],
  ])('with %j may %s %s: %i', async (scopes, method, path, status) => {
    const key = await api.key(...scopes);
    const body = method === 'POST' ? [] : undefined;
    expect((await api.call(method, path, body, { key })).status).toBe(status);
  });

  it.each([[[]], [['everything']], [['seller:']], [['seller:a', 'seller:b']], [['seller:a', 'admin']]])(
    'cannot have the scopes %j',
    async (scopes) => {
      expect((await api.call('POST', '/v1/api-keys', { label: 'x', scopes })).status).toBe(422);
    },
  );
});

describe('a key of one seller', () => {
  it('sees its lines, its shipments, its money, and no address to write to', async () => {
    const key = await api.key('seller:s-2');
    const { path } = await placed({ tax: 100, discount: 50 });
    await api.call('POST', `${path}/shipments`, {
      id: 'a',
      lines: [{ line: '1', quantity: 1 }],
      dispatched_at: at,
    });
    await api.call('POST', `${path}/shipments`, {
      id: 'b',
      lines: [{ line: '2', quantity: 1 }],
      dispatched_at: at,
    });
    await api.call('POST', `${path}/cancellations`, { lines: [{ line: '2', quantity: 1 }], by: 'shop' });
    const { status, body } = await api.call('GET', path, undefined, { key });
    expect(status).toBe(200);
    expect(orderView.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      status: 'shipped',
      totals: { items: 1000, shipping: 0, tax: 0, discount: 0, total: 1000 },
      payment: { paid: 1000 },
      customer: { email: 'b***@example.com' },
      lines: [{ id: '2' }],
      shipments: [{ id: 'b' }],
      adjustments: [
        { kind: 'cancellation', amount: -500 },
        { kind: 'refund', lines: [{ line: '2', quantity: 1 }] },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('buyer@');
    expect(JSON.stringify(body)).not.toContain('"s-1"');
  });

  it('reads its part of the story', async () => {
    const key = await api.key('seller:s-2');
    const { path } = await placed();
    await api.call('POST', `${path}/shipments`, {
      id: 'a',
      lines: [{ line: '1', quantity: 1 }],
      dispatched_at: at,
    });
    await api.call('POST', `${path}/payments`, { amount: 5, method: 'card', received_at: at });
    await api.call('POST', `${path}/shipments`, {
      id: 'b',
      lines: [{ line: '2', quantity: 2 }],
      dispatched_at: at,
    });
    const { body } = await api.call('GET', `${path}/story`, undefined, { key });
    expect(body.items.map((fact: { type: string }) => fact.type)).toEqual([
      'OrderPlaced',
      'ShipmentDispatched',
    ]);
    expect(body.items[0].data.lines.map((line: { id: string }) => line.id)).toEqual(['2']);
    expect(JSON.stringify(body)).not.toContain('"s-1"');
  });

  it('gets 404 for an order without a line of its own, as for none at all', async () => {
    const key = await api.key('seller:nobody');
    const { path } = await placed();
    const reads = [path, `${path}/story`, '/v1/orders/none'];
    const told = await Promise.all(reads.map((each) => api.call('GET', each, undefined, { key })));
    for (const each of told) expect(each).toMatchObject({ status: 404, body: told[2]!.body });
    expect((await api.call('GET', '/v1/orders', undefined, { key })).body.items).toEqual([]);
    const cancel = { lines: [{ line: '1', quantity: 1 }], by: 'seller' };
    expect((await api.call('POST', `${path}/cancellations`, cancel, { key })).status).toBe(404);
  });

  it('lists and finds its own orders only, and none by an e-mail address it may not see', async () => {
    const key = await api.key('seller:lister');
    const customer = { email: 'secret@example.com', name: 'Sybil Secret' };
    const own = await placed({ customer, lines: [aLine({ seller: 'lister' })] });
    await placed({ customer });
    const find = async (query: string) =>
      (await api.call('GET', `/v1/orders?${query}`, undefined, { key })).body.items.map(
        (item: { number: string }) => item.number,
      );
    expect(await find('')).toEqual([own.number]);
    expect(await find('q=sybil')).toEqual([own.number]);
    expect(await find('q=secret@example.com')).toEqual([]);
    expect(await find('seller=s-1')).toEqual([]);
  });

  it('changes its own lines and shipments only', async () => {
    const key = await api.key('seller:s-2');
    const { path } = await placed();
    await api.call('POST', `${path}/shipments`, {
      id: 'a',
      lines: [{ line: '1', quantity: 1 }],
      dispatched_at: at,
    });
    const lines = (line: string) => [{ line, quantity: 1 }];
    const promise = { earliest: '2026-03-20', latest: '2026-03-22', reason: 'other' };
    const attempts: [string, string, unknown, number][] = [
      ['POST', 'packings', { lines: lines('1'), at }, 422],
      ['POST', 'promises', { ...promise, lines: ['1'] }, 422],
      ['POST', 'shipments', { lines: lines('1'), dispatched_at: at }, 422],
      ['POST', 'cancellations', { lines: lines('1'), by: 'seller' }, 422],
      ['POST', 'refunds', { amount: 1, lines: lines('1') }, 422],
      ['POST', 'refunds', { amount: 1 }, 422],
      ['PATCH', 'shipments/a', { carrier: 'ups' }, 404],
      ['POST', 'shipments/a/void', { reason: 'x' }, 404],
      ['POST', 'shipments/a/corrections', { stage: 'delivered', occurred_at: at, reason: 'x' }, 404],
      ['POST', 'payments', { amount: 1, method: 'card', received_at: at }, 403],
      ['POST', 'handoffs', { at }, 403],
      ['POST', 'invoices', { number: '1', issued_at: at }, 403],
      ['POST', 'promises', { ...promise, lines: ['2'] }, 201],
      ['POST', 'shipments', { id: 'b', lines: lines('2'), dispatched_at: at }, 201],
      ['PATCH', 'shipments/b', { carrier: 'ups' }, 200],
      ['POST', 'refunds', { amount: 1, lines: lines('2') }, 201],
      ['POST', 'cancellations', { lines: lines('2'), by: 'seller', preview: true }, 200],
    ];
    for (const [method, part, body, status] of attempts) {
      const told = await api.call(method, `${path}/${part}`, body, { key });
      expect([part, told.status]).toEqual([part, status]);
      if (status < 300) expect(told.body.lines.map((line: { id: string }) => line.id)).toEqual(['2']);
    }
    const { items } = (await api.call('GET', `${path}/story`)).body;
    expect(items.at(-1).actor).toBe('seller:s-2');
  });

  it('describes itself and its listings, and no others', async () => {
    const key = await api.key('seller:me');
    const body = { name: 'Me', country: 'PL' };
    expect((await api.call('PUT', '/v1/sellers/me', body, { key })).status).toBe(201);
    expect((await api.call('PUT', '/v1/sellers/you', body, { key })).status).toBe(404);
    expect((await api.call('GET', '/v1/sellers/you', undefined, { key })).status).toBe(404);
    const listing = { seller: 'me', title: 'T', price: 1, currency: 'PLN', availability: 'in_stock' };
    expect((await api.call('PUT', '/v1/listings/mine', listing, { key })).status).toBe(201);
    expect((await api.call('PUT', '/v1/listings/x', { ...listing, seller: 'you' }, { key })).status).toBe(
      403,
    );
    await api.call('PUT', '/v1/listings/yours', { ...listing, seller: 'you' });
    expect((await api.call('PUT', '/v1/listings/yours', listing, { key })).status).toBe(403);
    expect((await api.call('GET', '/v1/listings/yours')).body.seller).toBe('you');
  });

  it('that may only read, only reads', async () => {
    const key = await api.key('seller:s-2', 'orders:read');
    const { path } = await placed();
    expect((await api.call('GET', path, undefined, { key })).status).toBe(200);
    const packing = { lines: [{ line: '2', quantity: 1 }], at };
    expect((await api.call('POST', `${path}/packings`, packing, { key })).status).toBe(403);
  });
});
