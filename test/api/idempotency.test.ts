import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetAnswers } from '../../src/api/index.ts';
import { anOrder, type TestApi, type Told, testApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

let keys = 0;
function aKey(): string {
  keys += 1;
  return `key-${keys}`;
}

const once = (key: string, path: string, body: unknown, bearer?: string) =>
  api.call('POST', path, body, { headers: { 'idempotency-key': key }, ...(bearer ? { key: bearer } : {}) });

const replayed = ({ headers }: Told) => headers.get('idempotency-replayed');

async function placed(): Promise<string> {
  const order = anOrder();
  await api.call('POST', '/v1/orders', order);
  return `/v1/orders/${order.number}`;
}

const refund = { amount: 100 };

describe('an Idempotency-Key', () => {
  it('replays the first answer word for word, whatever happened since', async () => {
    const [order, key] = [await placed(), aKey()];
    const first = await once(key, `${order}/refunds`, refund);
    expect([first.status, replayed(first)]).toEqual([201, null]);
    // What is kept is the order after the command, as it is answered without a key.
    expect(first.body).toMatchObject({ version: 2, payment: { refunded: 100 } });
    await api.call('POST', `${order}/refunds`, refund);
    const again = await once(`"${key}"`, `${order}/refunds`, { reason: null, ...refund, unknown: 1 });
    expect([again.status, replayed(again), again.body]).toEqual([201, 'true', first.body]);
    expect((await api.call('GET', order)).body.payment.refunded).toBe(200);
  });

  it('holds for placing, where repeating is 201 again and not 200', async () => {
    const [order, key] = [anOrder(), aKey()];
    const first = await once(key, '/v1/orders', order);
    const again = await once(key, '/v1/orders', order);
    expect([again.status, replayed(again), again.body]).toEqual([201, 'true', first.body]);
    expect((await once(aKey(), '/v1/orders', order)).status).toBe(200);
  });

  it('is refused for another body', async () => {
    const [order, key] = [await placed(), aKey()];
    await once(key, `${order}/refunds`, refund);
    const other = await once(key, `${order}/refunds`, { amount: 200 });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect((await once(key, '/v1/api-keys', { label: 'x', scopes: ['admin'] })).status).toBe(201);
    const keyed = await once(key, '/v1/api-keys', { label: 'y', scopes: ['admin'] });
    expect(keyed).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it('belongs to one API key, method and path', async () => {
    const [one, two, key] = [await placed(), await placed(), aKey()];
    const bearer = await api.key('orders:write');
    await once(key, `${one}/refunds`, refund);
    for (const told of [
      await once(key, `${two}/refunds`, refund),
      await once(key, `${one}/refunds`, refund, bearer),
    ]) {
      expect([told.status, replayed(told)]).toEqual([201, null]);
    }
  });

  it('keeps refusals of a rule, and nothing that was wrong with the call', async () => {
    const [order, key] = [await placed(), aKey()];
    const body = { lines: [{ line: '1', quantity: 5 }], by: 'shop' };
    const refused = await once(key, `${order}/cancellations`, body);
    const again = await once(key, `${order}/cancellations`, body);
    expect([again.status, replayed(again), again.body]).toEqual([409, 'true', refused.body]);
    const [late, other] = [anOrder(), aKey()];
    expect((await once(other, `/v1/orders/${late.number}/refunds`, refund)).status).toBe(404);
    await api.call('POST', '/v1/orders', late);
    const now = await once(other, `/v1/orders/${late.number}/refunds`, refund);
    expect([now.status, replayed(now)]).toEqual([201, null]);
    expect((await once(key, '/v1/orders', { number: '?' })).status).toBe(422);
    expect((await once(key, '/v1/orders', anOrder())).status).toBe(201);
  });

  it('makes concurrent calls one: each waits for the first and replays it', async () => {
    const [order, key] = [await placed(), aKey()];
    const told = await Promise.all(Array.from({ length: 12 }, () => once(key, `${order}/refunds`, refund)));
    expect(new Set(told.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(told.filter((each) => replayed(each) === null)).toHaveLength(1);
    const label = { label: 'at once', scopes: ['orders:read'] };
    const made = await Promise.all(Array.from({ length: 12 }, () => once(key, '/v1/api-keys', label)));
    expect(new Set(made.map(({ body }) => body.secret)).size).toBe(1);
    expect(made.filter((each) => replayed(each) === null)).toHaveLength(1);
  });

  it('replays what scans and imports answered', async () => {
    const key = aKey();
    const scan = { tracking_number: key, stage: 'in_transit', occurred_at: '2026-03-02T08:00:00Z' };
    const first = await once(key, '/v1/tracking-events', [scan]);
    const again = await once(key, '/v1/tracking-events', [scan]);
    expect(first.body).toEqual({ accepted: 0, duplicates: 0, unmatched: 1 });
    expect([again.status, again.body, replayed(again)]).toEqual([202, first.body, 'true']);
    const order = anOrder();
    await once(key, '/v1/batch/orders', [order]);
    expect((await once(key, '/v1/batch/orders', [order])).body.results[0].status).toBe(201);
  });

  it('keeps no secret where somebody could read it', async () => {
    const { body } = await once(aKey(), '/v1/api-keys', { label: 'x', scopes: ['admin'] });
    const { rows } = await api.database.pool.query('select body from answers');
    expect(rows.some((row) => row.body.includes(body.secret))).toBe(false);
  });

  it('is taken over when the process of the first call died', async () => {
    const key = aKey();
    const body = { label: 'x', scopes: ['admin'] };
    await once(key, '/v1/api-keys', body);
    // As a crash leaves it: begun, never answered.
    await api.database.pool.query(
      `update answers set status = 0, body = '', created_at = created_at - interval '2 minutes'
       where created_at = (select max(created_at) from answers) and order_number is null`,
    );
    const again = await once(key, '/v1/api-keys', body);
    expect([again.status, replayed(again)]).toEqual([201, null]);
  });

  it.each(['', ' ', '""', 'x'.repeat(256), '"unclosed', 'ключ'.normalize()])('cannot be %j', async (key) => {
    const header = Buffer.from(key).toString('latin1');
    expect((await once(header, '/v1/orders', anOrder())).status).toBe(400);
  });

  it('may have 255 characters, and is forgotten after a day', async () => {
    const key = 'x'.repeat(255);
    const order = await placed();
    expect((await once(key, `${order}/refunds`, refund)).status).toBe(201);
    await forgetAnswers(api.database.pool, api.clock.now() + 24 * 3_600_000);
    expect(replayed(await once(key, `${order}/refunds`, refund))).toBe('true');
    await forgetAnswers(api.database.pool, api.clock.now() + 26 * 3_600_000);
    expect(replayed(await once(key, `${order}/refunds`, refund))).toBeNull();
  });
});
