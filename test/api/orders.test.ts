import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedOrder, orderView } from '../../src/api/order-view-schema.ts';
import { aLine, anOrder, type TestApi, testApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

describe('placing an order', () => {
  it('answers 201 with the order as the contract shows it', async () => {
    const order = anOrder();
    const placed = await api.call('POST', '/v1/orders', order);
    expect(placed.status).toBe(201);
    expect(changedOrder.parse(placed.body)).toEqual(placed.body);
    expect(placed.body).toMatchObject({
      number: order.number,
      status: 'processing',
      status_label: 'Processing',
      delayed: false,
      placed_at: '2026-03-01T10:00:00Z',
      payment: { status: 'paid', method: 'card', paid: 2398, refunded: 0 },
      totals: { items: 2000, shipping: 398, tax: 0, discount: 0, total: 2398 },
      customer: order.customer,
      shipments: [],
      adjustments: [],
      result: { kind: 'order', id: order.number },
    });
    expect(placed.body.lines[1].quantity).toEqual({
      ordered: 2,
      open: 2,
      canceled: 0,
      shipped: 0,
      delivered: 0,
      returned: 0,
    });
    const read = await api.call('GET', `/v1/orders/${order.number}`);
    expect(read.status).toBe(200);
    const { result: _result, ...view } = placed.body;
    expect(read.body).toEqual(view);
  });

  it('does nothing twice: the same content is 200, other content 409', async () => {
    const order = anOrder();
    await api.call('POST', '/v1/orders', order);
    expect((await api.call('POST', '/v1/orders', order)).status).toBe(200);
    const other = await api.call('POST', '/v1/orders', { ...order, tax: 1 });
    expect(other).toMatchObject({ status: 409, body: { code: 'order_number_taken' } });
    expect((await api.call('GET', `/v1/orders/${order.number}/story`)).body.items).toHaveLength(1);
  });

  it('compares content after defaults: absent is null, and an instant is the same in every offset', async () => {
    const order = anOrder({ locale: undefined });
    await api.call('POST', '/v1/orders', order);
    const again = { ...order, locale: null, tax: null, placed_at: '2026-03-01T11:00:00.250+01:00' };
    expect((await api.call('POST', '/v1/orders', again)).status).toBe(200);
  });

  it('accepts a guest, a seller and a SKU nobody has described, and computes the promise', async () => {
    const order = anOrder({
      customer: { email: 'guest@example.com' },
      lines: [aLine({ sku: 'unheard', seller: 'nobody', promise: null })],
    });
    const { status, body } = await api.call('POST', '/v1/orders', order);
    expect(status).toBe(201);
    expect(body.customer.id).toBeNull();
    const [line] = body.lines;
    expect(line.promise.first_latest).toBe(line.promise.latest);
    expect(line.promise.earliest > '2026-03-01').toBe(true);
  });

  it('never invents a date for a backorder or what is out of stock', async () => {
    for (const availability of ['backorder', 'out_of_stock']) {
      const order = anOrder({ lines: [aLine({ availability, promise: null })] });
      expect((await api.call('POST', '/v1/orders', order)).body.lines[0].promise).toBeNull();
    }
  });

  it('uses the handling days of a seller that was described', async () => {
    const latest = async (seller: string) => {
      const order = anOrder({ lines: [aLine({ seller, promise: null })] });
      return (await api.call('POST', '/v1/orders', order)).body.lines[0].promise.latest;
    };
    const before = await latest('slow');
    await api.call('PUT', '/v1/sellers/slow', { name: 'Slow', country: 'US', handling_days: 20 });
    expect((await latest('slow')) > before).toBe(true);
  });

  it.each([
    ['en-US', 'en-US'],
    ['pl-PL', 'pl-PL'],
    ['PL', 'pl'],
    ['xx', 'en'],
  ])(
    'keeps the locale %s as %s: with its region, or the shop’s when we cannot write it',
    async (locale, kept) => {
      expect((await api.call('POST', '/v1/orders', anOrder({ locale }))).body.locale).toBe(kept);
    },
  );

  it.each<[string, Record<string, unknown>, string]>([
    ['a number with a space', { number: 'a b' }, 'number'],
    ['a number too long', { number: 'x'.repeat(65) }, 'number'],
    ['no real day', { placed_at: '2026-02-30T00:00:00Z' }, 'placed_at'],
    ['an instant without offset', { placed_at: '2026-02-28T00:00:00' }, 'placed_at'],
    ['placing in the future', { placed_at: '2026-03-02T12:05:01Z' }, 'placed_at'],
    ['no currency', { currency: 'XXY' }, 'currency'],
    ['no zone', { time_zone: 'Mars/Olympus' }, 'time_zone'],
    ['no e-mail', { customer: { email: 'ann' } }, 'customer.email'],
    ['NUL', { customer: { email: 'a@b.example', name: 'A\u0000' } }, 'customer.name'],
    ['half a surrogate pair', { lines: [aLine({ title: '\ud800' })] }, 'lines.0.title'],
    ['no country', { ship_to: { country: 'XX' } }, 'ship_to.country'],
    ['no lines', { lines: [] }, 'lines'],
    ['a line twice', { lines: [aLine(), aLine()] }, 'lines.1.id'],
    ['no quantity', { lines: [aLine({ quantity: 0 })] }, 'lines.0.quantity'],
    ['a broken quantity', { lines: [aLine({ quantity: 1.5 })] }, 'lines.0.quantity'],
    ['a negative price', { lines: [aLine({ unit_price: -1 })] }, 'lines.0.unit_price'],
    ['too much money', { lines: [aLine({ unit_price: 1e12, quantity: 1000 })] }, 'lines.0.unit_price'],
    ['a discount above the cost', { discount: 2399 }, 'discount'],
    ['a claim code', { claim_codes: ['HTCB-AD73TB-L2M1TF'] }, 'claim_codes.0'],
    [
      'a promise reversed',
      { lines: [aLine({ promise: { earliest: '2026-03-09', latest: '2026-03-05' } })] },
      'lines.0.promise.earliest',
    ],
  ])('refuses %s with 422 and the path', async (_what, changes, path) => {
    const order = anOrder(changes);
    const { status, body } = await api.call('POST', '/v1/orders', order);
    expect(status).toBe(422);
    expect(body.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect(body).toMatchObject({ status: 422, type: expect.any(String), title: expect.any(String) });
    const missing = await api.call('GET', `/v1/orders/${encodeURIComponent(order.number as string)}`);
    expect(missing.status).toBe(404);
  });
});

describe('reading', () => {
  it('takes an order number with a slash in every route', async () => {
    const order = anOrder({ number: 'A/1:2_3.4-5' });
    await api.call('POST', '/v1/orders', order);
    const path = '/v1/orders/A%2F1%3A2_3.4-5';
    expect((await api.call('GET', path)).body.number).toBe(order.number);
    expect((await api.call('GET', `${path}/story`)).status).toBe(200);
    const handoff = { at: '2026-03-02T10:00:00Z' };
    expect((await api.call('POST', `${path}/handoffs`, handoff)).status).toBe(201);
  });

  it('speaks another language when asked', async () => {
    const order = anOrder();
    await api.call('POST', '/v1/orders', order);
    const { body } = await api.call('GET', `/v1/orders/${order.number}?locale=pl-PL`);
    expect(body.status_label).toBe('W trakcie realizacji');
    expect(body.locale).toBe('en');
  });

  it('tells the story, oldest first, page by page', async () => {
    const order = anOrder();
    await api.call('POST', '/v1/orders', order);
    await api.call('POST', `/v1/orders/${order.number}/handoffs`, {
      at: '2026-03-02T10:00:00Z',
      note: 'now',
    });
    const first = await api.call('GET', `/v1/orders/${order.number}/story?limit=1`);
    expect(first.body.items).toMatchObject([{ version: 1, type: 'OrderPlaced', actor: 'key:bootstrap' }]);
    const second = await api.call(
      'GET',
      `/v1/orders/${order.number}/story?limit=1&cursor=${first.body.next_cursor}`,
    );
    expect(second.body).toMatchObject({
      items: [{ version: 2, type: 'OrderHandedOff', at: '2026-03-02T10:00:00Z', note: 'now' }],
      next_cursor: null,
    });
  });
});

describe('importing many', () => {
  it('judges each by itself, in the order given', async () => {
    const [first, second] = [anOrder(), anOrder()];
    await api.call('POST', '/v1/orders', first);
    const sent = [second, { ...first, tax: 5 }, first, { number: 'bad' }, 7];
    const { status, body } = await api.call('POST', '/v1/batch/orders?notify=false', sent);
    expect(status).toBe(200);
    expect(body.results.map((result: { status: number }) => result.status)).toEqual([
      201, 409, 200, 422, 422,
    ]);
    expect(body.results[1].problem.code).toBe('order_number_taken');
    expect(body.results[3]).toMatchObject({ number: 'bad', problem: { errors: expect.any(Array) } });
    expect(body.results[4].number).toBeNull();
    const { items } = (await api.call('GET', `/v1/orders/${second.number}/story`)).body;
    expect(items[0].data.notify).toBe(false);
  });

  it('refuses more than a thousand with 413', async () => {
    const { status, body } = await api.call('POST', '/v1/batch/orders', Array(1001).fill(1));
    expect({ status, code: body.code }).toEqual({ status: 413, code: 'too_many_items' });
  });
});

describe('listing', () => {
  it('goes on from page to page, newest first, without a gap or a repeat', async () => {
    const customer = { id: 'pager', email: 'pager@example.com', name: 'Zenobia Pager-Quist' };
    const placed: string[] = [];
    for (let minute = 0; minute < 7; minute++) {
      // Two of each minute: the number decides between them.
      const placed_at = `2026-02-01T10:0${Math.floor(minute / 2)}:00Z`;
      const order = anOrder({ customer, placed_at });
      placed.push(order.number);
      await api.call('POST', '/v1/orders', order);
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor ? `&cursor=${cursor}` : '';
      const { status, body } = await api.call('GET', `/v1/orders?customer=pager&limit=2${after}`);
      expect(status).toBe(200);
      for (const item of body.items) expect(orderView.parse(item)).toEqual(item);
      seen.push(...body.items.map((item: { number: string }) => item.number));
      cursor = body.next_cursor;
    }
    expect(new Set(seen)).toEqual(new Set(placed));
    expect(seen).toHaveLength(placed.length);
    expect(seen[0]).toBe(placed.at(-1));
  });

  it('finds by number, address, tracking number and name', async () => {
    const customer = { email: 'Ursula@Example.com', name: 'Ursula Kroeber Le Guin' };
    const order = anOrder({ number: 'FIND-ME-1', customer });
    await api.call('POST', '/v1/orders', order);
    await api.call('POST', '/v1/orders/FIND-ME-1/shipments', {
      lines: [{ line: '1', quantity: 1 }],
      carrier: 'UPS',
      tracking_number: '1z 999',
      dispatched_at: '2026-03-02T10:00:00Z',
    });
    for (const q of ['FIND-ME', 'ursula@example.com', '1Z999', 'kroeber', 'guin ursula']) {
      const { body } = await api.call('GET', `/v1/orders?q=${encodeURIComponent(q)}`);
      expect(body.items.map((item: { number: string }) => item.number)).toEqual(['FIND-ME-1']);
    }
    for (const q of ['FIND%', 'ME-1', '%', 'ursul', '1Z99']) {
      const { body } = await api.call('GET', `/v1/orders?q=${encodeURIComponent(q)}`);
      expect(body.items).toEqual([]);
    }
  });

  it('narrows by status, seller and time', async () => {
    const order = anOrder({
      placed_at: '2019-05-05T10:00:00Z',
      payment: { method: 'transfer', status: 'pending' },
      lines: [aLine({ seller: 'narrow' })],
    });
    await api.call('POST', '/v1/orders', order);
    const window = 'placed_after=2019-05-05T10:00:00Z&placed_before=2019-05-05T10:00:01Z';
    for (const query of [window, 'seller=narrow', `status=awaiting_payment&seller=narrow&${window}`]) {
      const { body } = await api.call('GET', `/v1/orders?${query}`);
      expect(body.items.map((item: { number: string }) => item.number)).toEqual([order.number]);
    }
    expect((await api.call('GET', '/v1/orders?status=delivered&seller=narrow')).body.items).toEqual([]);
    expect((await api.call('GET', '/v1/orders?cursor=nonsense')).status).toBe(422);
    expect((await api.call('GET', '/v1/orders?limit=101')).status).toBe(422);
    expect((await api.call('GET', '/v1/orders?status=lost')).status).toBe(422);
  });
});
