import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedOrder } from '../../src/api/order-view-schema.ts';
import { aLine, anOrder, type TestApi, testApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  const prices = { standard: 399, pickup_point: 299, expedited: 999, one_day: 1899 };
  expect((await api.call('PUT', '/v1/delivery-prices/USD', prices)).status).toBe(201);
});
afterAll(() => api.close());

async function placed(changes: Record<string, unknown> = {}): Promise<string> {
  const order = anOrder(changes);
  expect((await api.call('POST', '/v1/orders', order)).status).toBe(201);
  return `/v1/orders/${order.number}`;
}

async function change(order: string, body: unknown, headers: Record<string, string> = {}) {
  const told = await api.call('POST', `${order}/changes`, body, { headers });
  if (told.status < 300) expect(changedOrder.parse(told.body)).toEqual(told.body);
  return told;
}

const dispatch = (order: string, line: string, quantity: number) =>
  api.call('POST', `${order}/shipments`, {
    ...{ lines: [{ line, quantity }], carrier: 'ups', tracking_number: '1Z5R89390357567127' },
    dispatched_at: '2026-03-02T11:00:00Z',
  });
const rows = async (text: string, order: string) =>
  (await api.database.pool.query(text, [order.slice('/v1/orders/'.length)])).rows;

describe('a change', () => {
  it('is seen before it is made, and then costs what was seen', async () => {
    const order = await placed();
    const seen = await change(order, { delivery_option: 'expedited', preview: true });
    expect(seen).toMatchObject({
      status: 200,
      body: { delivery_option: 'expedited', result: { kind: 'change', amount: 600, preview: true } },
    });
    expect((await api.call('GET', order)).body).toMatchObject({ delivery_option: 'standard', changes: [] });
    const other = await change(order, { delivery_option: 'expedited', accepted_surcharge: 500 });
    expect(other).toMatchObject({ status: 409, body: { code: 'surcharge_changed' } });
    const made = await change(order, { delivery_option: 'expedited', accepted_surcharge: 600 });
    expect(made).toMatchObject({
      status: 201,
      body: {
        delivery_option: 'expedited',
        payment: { status: 'paid' },
        changes: [{ kinds: ['delivery_option'], amount: 600, by: 'customer' }],
        adjustments: [{ kind: 'change', amount: 600, status: 'to_execute' }],
      },
    });
    expect(made.body.totals).toEqual(seen.body.totals);
    expect(made.body.lines[0].promise.first_latest).toBe(seen.body.lines[0].promise.first_latest);
  });

  it('that costs more is settled by its payment, and one that costs less by its refund', async () => {
    const order = await placed();
    await change(order, { delivery_option: 'one_day' });
    const payment = { amount: 1500, method: 'card', reference: 'more', received_at: '2026-03-02T11:30:00Z' };
    const paid = await api.call('POST', `${order}/payments`, payment);
    expect(paid.body.adjustments).toMatchObject([{ kind: 'change', status: 'settled' }]);
    const less = await change(order, { delivery_option: 'expedited' });
    expect(less.body.result).toMatchObject({ amount: -900, refund: 900 });
    expect(less.body.adjustments).toMatchObject([
      { kind: 'change', amount: 1500, status: 'settled' },
      { kind: 'change', amount: -900, status: 'to_execute' },
      { kind: 'refund', amount: -900, status: 'to_execute' },
    ]);
  });

  it('that was paid for stays settled when a later one costs more again', async () => {
    const order = await placed();
    await change(order, { delivery_option: 'one_day' });
    await change(order, { delivery_option: 'standard' });
    const { body } = await change(order, { delivery_option: 'expedited' });
    expect(body.adjustments).toMatchObject([
      { kind: 'change', amount: 1500, status: 'settled' },
      { kind: 'change', amount: -1500, status: null },
      { kind: 'change', amount: 600, status: 'to_execute' },
    ]);
  });

  it('to another address leaves what has gone where it went', async () => {
    const order = await placed({ lines: [aLine({ id: '1' }), aLine({ id: '2' })] });
    expect((await dispatch(order, '1', 1)).status).toBe(201);
    const moved = await change(order, { ship_to: { line1: '2 Elm St', line2: null } });
    expect(moved.body.ship_to).toMatchObject({ line1: '2 Elm St', country: 'US' });
    const { shipments } = (await api.call('GET', order)).body;
    expect(shipments).toMatchObject([{ ship_to: { line1: '1 Main St' } }]);
    const story = await api.call('GET', `${order}/story`);
    expect(JSON.stringify(story.body)).not.toMatch(/Elm|Main/);
  });

  it('of the e-mail address closes the links to the old one, and is told there too', async () => {
    const order = await placed({ customer: { email: 'old@example.com', name: 'Ann', phone: null } });
    const number = order.slice('/v1/orders/'.length);
    expect((await change(order, { customer: { email: 'new@example.com' } })).status).toBe(201);
    expect(await rows('select email, access_epoch from contacts where order_number = $1', order)).toEqual([
      { email: 'new@example.com', access_epoch: 2 },
    ]);
    const told = await rows(
      `select n.type, p.email from notifications n left join personal_messages p
         on p.subject_key = n.subject_key and p.notification_id = n.id
       where n.order_number = $1 and n.type like '%changed' order by n.type`,
      order,
    );
    expect(told).toEqual([
      { type: 'contact_changed', email: 'old@example.com' },
      { type: 'order_changed', email: null },
    ]);
    const lookup = (email: string) => api.call('POST', '/v1/lookups', { number, email }, { key: null });
    expect((await lookup('old@example.com')).status).toBe(404);
    expect((await lookup('new@example.com')).status).toBe(200);
  });

  it('is carried out once under one key, and answered the same again', async () => {
    const order = await placed();
    const body = { customer: { phone: '+12025550143' } };
    const first = await change(order, body, { 'Idempotency-Key': 'one' });
    expect(first.body.customer.phone).toBe('+12025550143');
    const again = await change(order, body, { 'Idempotency-Key': 'one' });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    expect(await change(order, body)).toMatchObject({ status: 200, body: { result: { changes: [] } } });
  });

  it('loses nothing of another that is made at the same moment', async () => {
    const order = await placed();
    const wishes = [{ customer: { phone: '+12025550143' } }, { ship_to: { line1: '2 Elm St' } }];
    const answers = await Promise.all(
      wishes.map((wish, index) => change(order, wish, { 'Idempotency-Key': `${index}` })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const { customer, ship_to } = (await api.call('GET', order)).body;
    expect([customer.phone, ship_to.line1]).toEqual(['+12025550143', '2 Elm St']);
  });

  it('names something, of an order that is there, by a key of the shop', async () => {
    const order = await placed();
    expect(await change(order, { ship_to: {} })).toMatchObject({
      status: 422,
      body: { code: 'nothing_asked' },
    });
    expect(await change(order, { ship_to: { country: 'CA' } })).toMatchObject({
      status: 409,
      body: { code: 'country_cannot_change' },
    });
    expect((await change('/v1/orders/none', { delivery_option: 'standard' })).status).toBe(404);
    const key = await api.key('seller:s-1', 'orders:write');
    const told = await api.call('POST', `${order}/changes`, { delivery_option: 'standard' }, { key });
    expect(told).toMatchObject({ status: 403, body: { code: 'not_for_sellers' } });
  });
});

describe('pickup points', () => {
  const locker = { line1: '700 Atlantic Ave', city: 'Boston', postal_code: '02110', country: 'US' };
  beforeAll(async () => {
    const points = [
      ['bos-1', { ...locker, name: 'South Station' }],
      ['bos-2', { ...locker, name: 'Back Bay', postal_code: '02116' }],
      ['nyc-1', { ...locker, name: 'Penn Station', city: 'New York', postal_code: '10001' }],
      ['krk-1', { ...locker, name: 'KRA01M', city: 'Kraków', postal_code: '31-154', country: 'PL' }],
      ['gone', { ...locker, name: 'Closed', active: false }],
    ] as const;
    for (const [id, point] of points) {
      expect((await api.call('PUT', `/v1/pickup-points/${id}`, point)).status).toBe(201);
    }
  });

  const near = async (query: string) =>
    (await api.call('GET', `/v1/pickup-points?${query}`)).body.items.map(({ id }: { id: string }) => id);

  it('are found by code, by town, and by both', async () => {
    expect(await near('near=02116&country=US')).toEqual(['bos-2', 'bos-1']);
    expect(await near('near=krakow')).toEqual(['krk-1']);
    expect(await near('near=31154')).toEqual(['krk-1']);
    expect(await near('near=Penn%20station')).toEqual(['nyc-1']);
    expect(await near('near=%25')).toEqual(['bos-1', 'bos-2', 'krk-1', 'nyc-1']);
  });

  it('go on where the page before ended', async () => {
    const first = (await api.call('GET', '/v1/pickup-points?limit=3')).body;
    const rest = (await api.call('GET', `/v1/pickup-points?limit=3&cursor=${first.next_cursor}`)).body;
    expect([...first.items, ...rest.items]).toHaveLength(4);
    expect(rest.next_cursor).toBeNull();
  });

  it('bring their address and their way of delivery', async () => {
    const order = await placed();
    const there = await change(order, { pickup_point: 'bos-1' });
    expect(there.body).toMatchObject({
      delivery_option: 'pickup_point',
      ship_to: { pickup_point: 'South Station', line1: '700 Atlantic Ave', postal_code: '02110' },
      result: { changes: ['pickup_point', 'delivery_option'], amount: -100 },
    });
    expect(await change(order, { delivery_option: 'standard' })).toMatchObject({
      status: 422,
      body: { code: 'address_needed' },
    });
    const home = await change(order, {
      delivery_option: 'standard',
      ship_to: { city: 'Boston', line1: '1 Main St' },
    });
    expect(home.body).toMatchObject({ delivery_option: 'standard', ship_to: { pickup_point: null } });
    for (const unknown of ['gone', 'nowhere']) {
      expect(await change(order, { pickup_point: unknown })).toMatchObject({
        status: 422,
        body: { code: 'pickup_point_unknown' },
      });
    }
  });

  it('are those of the shop, whichever field names one', async () => {
    const order = await placed();
    const unknown = [
      { pickup_point: 'Any locker 12' },
      { delivery_option: 'pickup_point', ship_to: { pickup_point: 'Any locker 12' } },
      { ship_to: { pickup_point: 'Closed' } },
    ];
    for (const body of unknown) {
      const told = await change(order, body);
      expect(told).toMatchObject({ status: 422, body: { code: 'pickup_point_unknown' } });
    }
    for (const named of ['bos-2', 'Back Bay']) {
      const by = { delivery_option: 'pickup_point', ship_to: { pickup_point: named } };
      const there = await change(await placed(), by);
      expect(there.body.ship_to).toMatchObject({ pickup_point: 'Back Bay', postal_code: '02116' });
      expect((await change(await placed(), { pickup_point: named })).body.ship_to).toEqual(
        there.body.ship_to,
      );
    }
  });

  it('that an order was placed with may be said again with its address', async () => {
    const ship_to = { ...anOrder().ship_to, pickup_point: 'Any locker 12' };
    const order = await placed({ delivery_option: 'pickup_point', ship_to });
    const again = await change(order, { ship_to: { ...ship_to, name: 'Ann Other' } });
    expect(again).toMatchObject({ status: 201, body: { result: { changes: ['address'] } } });
  });
});
