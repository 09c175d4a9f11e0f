import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder, type TestApi, testApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

async function placed(changes: Record<string, unknown> = {}): Promise<string> {
  const order = anOrder(changes);
  expect((await api.call('POST', '/v1/orders', order)).status).toBe(201);
  return `/v1/orders/${order.number}`;
}

const path = ({ body }: { body: { errors: { path: string }[] } }) => body.errors[0]!.path;

describe('an address', () => {
  it.each(['name', 'line1', 'city'])('is not left without its %s', async (part) => {
    const order = await placed();
    const told = await api.call('POST', `${order}/changes`, { ship_to: { [part]: null } });
    expect(told).toMatchObject({ status: 422, body: { code: 'address_incomplete' } });
    expect(path(told)).toBe(`ship_to.${part}`);
    expect((await api.call('GET', order)).body.changes).toEqual([]);
  });

  it('loses what is not needed, and what a pickup point has instead', async () => {
    const order = await placed();
    expect((await api.call('POST', `${order}/changes`, { ship_to: { line2: 'Flat 2' } })).status).toBe(201);
    expect((await api.call('POST', `${order}/changes`, { ship_to: { line2: null } })).status).toBe(201);
    await api.call('PUT', '/v1/delivery-prices/USD', { standard: 398, pickup_point: 198 });
    const there = { ship_to: { line1: null, city: null }, pickup_point: 'Locker 7' };
    expect((await api.call('POST', `${order}/changes`, there)).status).toBe(201);
  });

  it('that was placed without a street is changed without one: refusing would lose the order', async () => {
    const order = await placed({ ship_to: { city: 'Boston', country: 'US' } });
    const told = await api.call('POST', `${order}/changes`, { ship_to: { postal_code: '02101' } });
    expect(told.status).toBe(201);
  });

  it.each([' ', '\u00a0', '\u200b\u200f', '\t'])('is not blank: %j', async (line1) => {
    const order = await placed();
    const told = await api.call('POST', `${order}/changes`, { ship_to: { line1 } });
    expect([told.status, path(told)]).toEqual([422, 'ship_to.line1']);
    const blank = anOrder({ ship_to: { line1, country: 'US' } });
    expect((await api.call('POST', '/v1/orders', blank)).status).toBe(422);
    const asked = { kind: 'question', lines: ['1'], message: line1 };
    expect((await api.call('POST', `${order}/cases`, asked)).status).toBe(422);
  });
});

describe('leaving a pickup point', () => {
  it('says the whole address: no street of one town in another', async () => {
    const prices = { standard: 398, pickup_point: 198 };
    await api.call('PUT', '/v1/delivery-prices/USD', prices);
    const order = await placed({
      delivery_option: 'pickup_point',
      ship_to: {
        ...{ name: 'Ann', line1: 'Dock 4', city: 'Salem', region: 'MA', postal_code: '01970' },
        ...{ country: 'US', pickup_point: 'Locker 7' },
      },
    });
    const leave = (ship_to: object) =>
      api.call('POST', `${order}/changes`, { delivery_option: 'standard', ship_to });
    const half = await leave({ line1: '1 Main St' });
    expect([half.status, half.body.code, path(half)]).toEqual([422, 'address_incomplete', 'ship_to.city']);
    const home = await leave({ line1: '1 Main St', city: 'Boston' });
    expect(home.body.ship_to).toMatchObject({ name: 'Ann', city: 'Boston', region: null, postal_code: null });
  });
});

describe('what is said to have happened before the order was placed', () => {
  const early = '2026-03-01T09:54:59Z';
  it.each([
    ['promises', { lines: ['1'], earliest: '2026-03-10', latest: '2026-03-12', reason: 'reprint' }],
    ['cancellations', { lines: [{ line: '1', quantity: 1 }], by: 'customer' }],
    ['cancellations', { lines: [{ line: '1', quantity: 1 }], by: 'customer', preview: true }],
    ['delay-decisions', { lines: ['1'], decision: 'wait' }],
    ['withdrawals', { name: 'Ann', email: 'ann@example.com', confirm: true }],
    ['packings', { lines: ['1'] }],
    ['handoffs', {}],
  ])('is refused: %s', async (what, body) => {
    const order = await placed();
    const told = await api.call('POST', `${order}/${what}`, { ...body, at: early });
    expect(told).toMatchObject({ status: 422, body: { code: 'instant_before_order' } });
    expect(path(told)).toBe('at');
    expect((await api.call('GET', `${order}/story`)).body.items).toHaveLength(1);
  });

  it('is believed when clocks may differ so much; past dates are taken as given', async () => {
    const order = await placed();
    const dates = { lines: ['1'], earliest: '2026-02-01', latest: '2026-02-02', reason: 'reprint' };
    const told = await api.call('POST', `${order}/promises`, { ...dates, at: '2026-03-01T09:55:00Z' });
    expect(told.status).toBe(201);
  });
});

describe('of an order whose buyer was erased', () => {
  it('nothing is asked, and nothing said', async () => {
    const order = await placed({ customer: { email: 'gone@example.com' } });
    const asked = { kind: 'question', lines: ['1'], message: 'Is it blue?' };
    const { body } = await api.call('POST', `${order}/cases`, asked);
    expect((await api.call('DELETE', `${order}/buyer`)).status).toBe(202);
    await erased(order);
    const again = await api.call('POST', `${order}/cases`, { ...asked, lines: ['2'] });
    expect(again).toMatchObject({ status: 409, body: { code: 'contact_erased' } });
    const said = await api.call('POST', `/v1/cases/${body.result.id}/messages`, {
      from: 'seller',
      text: 'Yes',
    });
    expect(said).toMatchObject({ status: 409, body: { code: 'contact_erased' } });
  });

  it('a withdrawal is acknowledged all the same, to whom declared it', async () => {
    const order = await placed({ customer: { email: 'gone@example.com' } });
    await erased(order);
    const said = { name: 'Zoe', email: 'zoe@elsewhere.example', confirm: true };
    expect((await api.call('POST', `${order}/withdrawals`, said)).status).toBe(201);
    const about = `order=${order.split('/').at(-1)}&type=withdrawal_acknowledged`;
    const { items } = (await api.call('GET', `/v1/notifications?${about}`)).body;
    expect(items[0].channels[0].to).toBe('z***e@e***.example');
    const { body } = await api.call('GET', `/v1/notifications/${items[0].id}/rendered`);
    expect([body.to, body.text]).toEqual(['zoe@elsewhere.example', expect.stringContaining('Zoe')]);
  });

  /** As the job does it. */
  async function erased(order: string): Promise<void> {
    const number = order.split('/').at(-1)!;
    const body = { pseudonym: 'erased-1', at_last: true };
    const at = '2026-03-02T12:00:00Z';
    const command = { type: 'EraseBuyer', order: number, body, at, recorded_at: at, actor: 'shop' } as const;
    await api.deps.ledger.execute({ ...command, id: crypto.randomUUID() });
  }
});

describe('the list of notifications', () => {
  it('says where the acknowledgement of a withdrawal goes: to whom declared it', async () => {
    const order = await placed();
    const said = { name: 'Zoe', email: 'zoe@elsewhere.example', confirm: true };
    expect((await api.call('POST', `${order}/withdrawals`, said)).status).toBe(201);
    const about = `order=${order.split('/').at(-1)}`;
    const { body } = await api.call('GET', `/v1/notifications?${about}&type=withdrawal_acknowledged`);
    expect(body.items[0].channels[0].to).toBe('z***e@e***.example');
    const { body: other } = await api.call('GET', `/v1/notifications?${about}&type=order_confirmed`);
    expect(other.items[0].channels[0].to).toBe('b***r@e***.com');
  });

  it('says in which language its reader is told', async () => {
    const order = await placed({ customer: { id: 'c-pl', email: 'pl@example.com' } });
    const { body: before } = await api.call('GET', '/v1/customers/c-pl/preferences');
    const wished = { ...before, locale: 'pl' };
    expect((await api.call('PUT', '/v1/customers/c-pl/preferences', wished)).status).toBe(200);
    const { body } = await api.call('GET', `/v1/notifications?order=${order.split('/').at(-1)}`);
    const locales = body.items.map(({ audience, locale }: Record<string, string>) => `${audience} ${locale}`);
    expect(new Set(locales)).toContain('buyer pl');
    expect(new Set(locales)).not.toContain('buyer en');
  });
});

describe('an odd request is told what is odd about it', () => {
  it('a line that is neither an id nor units of one', async () => {
    const order = await placed();
    for (const [what, body] of [
      ['cases', { kind: 'question', message: 'Is it blue?', lines: [1] }],
      ['packings', { lines: [1], at: '2026-03-02T10:00:00Z' }],
    ] as const) {
      const told = await api.call('POST', `${order}/${what}`, body);
      expect(told.status).toBe(422);
      expect(told.body.errors).toEqual([
        { path: 'lines.0', message: 'must be the id of a line, or { line, quantity }' },
      ]);
    }
  });

  it('attachments, which would be lost', async () => {
    const order = await placed();
    const { body } = await api.call('POST', `${order}/cases`, {
      kind: 'question',
      lines: ['1'],
      message: 'Hm',
    });
    const say = (attachments: unknown) =>
      api.call('POST', `/v1/cases/${body.result.id}/messages`, { from: 'seller', text: 'Look', attachments });
    const told = await say([{ url: 'https://shop.example/photo.jpg' }]);
    expect([told.status, path(told)]).toEqual([422, 'attachments']);
    expect((await say([])).status).toBe(201);
  });

  it('a seller who asks in the name of the buyer', async () => {
    const order = await placed();
    const key = await api.key('orders:write', 'seller:s-1');
    const ask = { kind: 'question', message: 'Which color?', from: 'buyer' };
    const told = await api.call('POST', `${order}/cases`, ask, { key });
    expect([told.status, path(told)]).toEqual([422, 'from']);
    const as_seller = await api.call('POST', `${order}/cases`, { ...ask, from: null }, { key });
    expect(as_seller.body.cases[0].from).toBe('seller');
  });

  it.each(['%ZZ', '%FF', '%'])('an address that says nothing: %s', async (id) => {
    expect((await api.call('GET', `/v1/customers/${id}/preferences`)).status).toBe(404);
  });

  it('a time zone in small letters is written as it is called', async () => {
    const order = await placed({ time_zone: 'europe/warsaw' });
    expect((await api.call('GET', order)).body.time_zone).toBe('Europe/Warsaw');
  });
});
