import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedOrder } from '../../src/api/order-view-schema.ts';
import { aLine, anOrder, type TestApi, testApi } from '../support/api.ts';

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

/** Posts, and holds the answer against the contract: the order view and what was made. */
async function change(path: string, body: unknown, method = 'POST') {
  const told = await api.call(method, path, body);
  if (told.status < 300) expect(changedOrder.parse(told.body)).toEqual(told.body);
  return told;
}

const one = (line: string, quantity = 1) => ({ line, quantity });
const at = '2026-03-02T10:00:00Z';

describe('payments', () => {
  it('count once per method, reference and amount; too little is shown', async () => {
    const order = await placed({ payment: { method: 'transfer', status: 'pending' } });
    expect((await api.call('GET', order)).body.status).toBe('awaiting_payment');
    const payment = { amount: 1000, method: 'transfer', reference: 'E2E', received_at: at };
    const first = await change(`${order}/payments`, payment);
    expect(first).toMatchObject({
      status: 201,
      body: {
        status: 'awaiting_payment',
        payment: { paid: 1000 },
        result: { kind: 'payment', amount: 1000 },
      },
    });
    expect(await change(`${order}/payments`, payment)).toMatchObject({
      status: 200,
      body: { payment: { paid: 1000 } },
    });
    const rest = await change(`${order}/payments`, { ...payment, amount: 1398 });
    expect(rest.body).toMatchObject({ status: 'processing', payment: { status: 'paid', paid: 2398 } });
  });

  it('without a reference are one when they came at the same moment', async () => {
    const order = await placed({ payment: { method: 'cash_on_delivery', status: 'pending' } });
    const payment = { amount: 1000, method: 'cash_on_delivery', received_at: at };
    expect((await change(`${order}/payments`, payment)).status).toBe(201);
    expect((await change(`${order}/payments`, payment)).status).toBe(200);
    const later = await change(`${order}/payments`, { ...payment, received_at: '2026-03-02T10:00:01Z' });
    expect(later).toMatchObject({ status: 201, body: { payment: { paid: 2000 } } });
  });

  it('never stand in the way of dispatch, and cash on delivery awaits none', async () => {
    const order = await placed({ payment: { method: 'cash_on_delivery', status: 'pending' } });
    expect((await api.call('GET', order)).body.status).toBe('processing');
    const shipped = await change(`${order}/shipments`, { lines: [one('1')], dispatched_at: at });
    expect(shipped.status).toBe(201);
  });

  it.each([0, -1, 1.5, 1e13, '5'])('refuses the amount %s', async (amount) => {
    const order = await placed();
    const payment = { amount, method: 'card', received_at: at };
    expect((await change(`${order}/payments`, payment)).status).toBe(422);
  });
});

describe('the warehouse', () => {
  it('is handed the order, which leaves it cancelable; a packing does not', async () => {
    const order = await placed();
    expect((await change(`${order}/handoffs`, { at, note: null })).body.status).toBe('awaiting_packing');
    expect((await change(`${order}/handoffs`, { at, note: null })).status).toBe(200);
    expect((await change(`${order}/packings`, { lines: ['1'], at })).status).toBe(201);
    expect((await change(`${order}/packings`, { lines: ['1'], at })).status).toBe(200);
    const packed = await change(`${order}/packings`, { lines: [one('2')], at });
    expect(packed.body.lines[0].can_cancel).toEqual({ quantity: 0, why_not: 'line_being_packed' });
    expect(packed.body.lines[1].can_cancel).toEqual({ quantity: 1, why_not: null });
    const refused = await change(`${order}/cancellations`, { lines: [one('2', 2)], by: 'customer' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'line_being_packed' } });
    const rest = await change(`${order}/cancellations`, { lines: [one('2')], by: 'customer' });
    expect(rest.status).toBe(201);
  });

  it('gets an invoice recorded once', async () => {
    const order = await placed();
    const invoice = { number: 'FV/1', url: 'https://shop.example.com/1.pdf', issued_at: at };
    expect((await change(`${order}/invoices`, invoice)).body).toMatchObject({
      status: 'invoiced',
      invoices: [invoice],
      result: { kind: 'invoice', id: 'FV/1' },
    });
    expect((await change(`${order}/invoices`, invoice)).status).toBe(200);
    expect((await change(`${order}/invoices`, { ...invoice, url: null })).status).toBe(409);
    for (const url of ['javascript:alert(1)', 'ftp://x.example', 'x']) {
      expect((await change(`${order}/invoices`, { ...invoice, number: 'FV/2', url })).status).toBe(422);
    }
  });
});

describe('promises', () => {
  it('remember the first; later is a delay, the same again nothing', async () => {
    const order = await placed();
    const later = { lines: ['1'], earliest: '2026-03-20', latest: '2026-03-30', reason: 'reprint' };
    const { status, body } = await change(`${order}/promises`, later);
    expect(status).toBe(201);
    expect(body.delayed).toBe(true);
    expect(body.lines[0].promise).toEqual({
      earliest: '2026-03-20',
      latest: '2026-03-30',
      first_latest: '2026-03-09',
      revisions: 1,
    });
    expect((await change(`${order}/promises`, later)).status).toBe(200);
  });

  it.each([
    [{ earliest: '2026-03-30', latest: '2026-03-20' }, 'earliest'],
    [{ earliest: '2026-02-29' }, 'earliest'],
    [{ lines: ['9'] }, 'lines'],
    [{ reason: 'bored' }, 'reason'],
    [{ at: '2026-03-02T12:06:00Z' }, 'at'],
  ])('refuse %j with 422', async (changes, path) => {
    const order = await placed();
    const good = { lines: ['1'], earliest: '2026-03-20', latest: '2026-03-30', reason: 'other' };
    const { status, body } = await change(`${order}/promises`, { ...good, ...changes });
    expect(status).toBe(422);
    expect(body.errors[0].path).toBe(path);
  });

  it('are not for what was canceled', async () => {
    const order = await placed();
    await change(`${order}/cancellations`, { lines: [one('1')], by: 'shop' });
    const late = { lines: ['1'], earliest: '2026-03-20', latest: '2026-03-30', reason: 'other' };
    expect(await change(`${order}/promises`, late)).toMatchObject({
      status: 409,
      body: { code: 'line_already_canceled' },
    });
  });
});

describe('shipments', () => {
  it('split an order once, without touching its totals', async () => {
    const order = await placed();
    const first = await change(`${order}/shipments`, {
      id: 'a',
      lines: [one('2')],
      carrier: 'United Parcel Service',
      tracking_number: ' 1z 42-7 ',
      dispatched_at: at,
    });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      status: 'partially_shipped',
      totals: { total: 2398 },
      shipments: [{ id: 'a', seller: 's-2', carrier: 'ups', tracking_number: '1Z427', stage: 'announced' }],
      result: { kind: 'shipment', id: 'a' },
    });
    await change(`${order}/shipments`, { lines: [one('2')], dispatched_at: at });
    await change(`${order}/shipments`, { lines: [one('1')], dispatched_at: at });
    expect((await api.call('GET', order)).body.status).toBe('shipped');
    const { items } = (await api.call('GET', `${order}/story`)).body;
    expect(items.filter((fact: { type: string }) => fact.type === 'OrderSplit')).toHaveLength(1);
  });

  it('hold one seller’s lines, as many as are open, and their id once', async () => {
    const order = await placed();
    const dispatched_at = at;
    const mixed = await change(`${order}/shipments`, { lines: [one('1'), one('2')], dispatched_at });
    expect(mixed).toMatchObject({ status: 422, body: { code: 'several_sellers' } });
    const many = await change(`${order}/shipments`, { lines: [one('2', 3)], dispatched_at });
    expect(many).toMatchObject({ status: 409, body: { code: 'quantity_not_open' } });
    const good = { id: 'x', lines: [one('2')], dispatched_at };
    expect((await change(`${order}/shipments`, good)).status).toBe(201);
    expect((await change(`${order}/shipments`, good)).status).toBe(200);
    expect(await change(`${order}/shipments`, { ...good, carrier: 'dhl' })).toMatchObject({
      status: 409,
      body: { code: 'shipment_id_taken' },
    });
  });

  it('can be changed, corrected and voided', async () => {
    const order = await placed();
    await change(`${order}/shipments`, { id: 'x', lines: [one('2')], dispatched_at: at });
    const changed = await change(`${order}/shipments/x`, { carrier: 'dhl', lines: [one('2', 2)] }, 'PATCH');
    expect(changed).toMatchObject({
      status: 200,
      body: { shipments: [{ carrier: 'dhl', lines: [one('2', 2)], tracking_number: null }] },
    });
    const corrections = `${order}/shipments/x/corrections`;
    const delivered = { stage: 'delivered', occurred_at: at, reason: 'the buyer says so' };
    expect((await change(corrections, delivered)).body.lines[1].status).toBe('delivered');
    const back = { stage: 'in_transit', occurred_at: at, reason: 'another house' };
    expect((await change(corrections, back)).body.lines[1].status).toBe('shipped');
    const voided = await change(`${order}/shipments/x/void`, { reason: 'never sent' });
    expect(voided.body).toMatchObject({ shipments: [], status: 'processing' });
    expect((await change(`${order}/shipments/x/void`, { reason: 'never sent' })).status).toBe(200);
    const { items } = (await api.call('GET', `${order}/story`)).body;
    expect(items.at(-1)).toMatchObject({ type: 'ShipmentVoided', note: 'never sent' });
    expect(await change(`${order}/shipments/y`, { carrier: 'dhl' }, 'PATCH')).toMatchObject({
      status: 404,
      body: {
        code: 'shipment_not_found',
        detail: 'The order has no such shipment, or it is not yours.',
      },
    });
  });
});

describe('cancellations', () => {
  it('show first what they would do, and store nothing', async () => {
    const order = await placed();
    const before = (await api.call('GET', order)).body;
    const wish = { lines: [one('2', 2)], by: 'customer', reason: 'changed my mind' };
    const preview = await change(`${order}/cancellations`, { ...wish, preview: true });
    expect(preview).toMatchObject({
      status: 200,
      body: {
        lines: [{}, { status: 'canceled' }],
        payment: { refunded: 1000 },
        result: { kind: 'cancellation', amount: -1000, refund: 1000 },
      },
    });
    expect((await api.call('GET', order)).body).toEqual(before);
    const done = await change(`${order}/cancellations`, wish);
    expect(done.status).toBe(201);
    expect(done.body.adjustments).toMatchObject([
      { kind: 'cancellation', amount: -1000, status: null },
      { kind: 'refund', amount: -1000, status: 'to_execute' },
    ]);
    expect(done.body.payment).toEqual(preview.body.payment);
  });

  it('give shipping back only when nothing remains', async () => {
    const order = await placed();
    await change(`${order}/cancellations`, { lines: [one('1')], by: 'seller' });
    const rest = await change(`${order}/cancellations`, { lines: [one('2', 2)], by: 'seller' });
    expect(rest.body).toMatchObject({ status: 'canceled', payment: { status: 'refunded', refunded: 2398 } });
  });

  it('are all or nothing, and say which rule stands against them', async () => {
    const order = await placed();
    await change(`${order}/shipments`, { lines: [one('1')], dispatched_at: at });
    for (const preview of [true, false]) {
      const both = { lines: [one('2'), one('1')], by: 'customer', preview };
      expect(await change(`${order}/cancellations`, both)).toMatchObject({
        status: 409,
        body: { code: 'line_already_shipped' },
      });
    }
    expect((await api.call('GET', order)).body.lines[1].quantity.canceled).toBe(0);
    expect((await change('/v1/orders/none/cancellations', { lines: [one('1')], by: 'shop' })).status).toBe(
      404,
    );
  });

  it('give nothing back that was not paid', async () => {
    const order = await placed({ payment: { method: 'card', status: 'authorized' } });
    const { body } = await change(`${order}/cancellations`, { lines: [one('1')], by: 'shop' });
    expect(body.payment.refunded).toBe(0);
  });
});

describe('refunds', () => {
  it('are recorded, then settled or failed; a failed one is no refund', async () => {
    const order = await placed({ lines: [aLine({ unit_price: 5000 })] });
    const issued = await change(`${order}/refunds`, { amount: 700, reason: 'torn', lines: [one('1')] });
    expect(issued).toMatchObject({ status: 201, body: { payment: { refunded: 700 } } });
    const path = `${order}/refunds/${issued.body.result.id}`;
    const settled = { status: 'settled', reference: 're_1', settled_at: at };
    expect(await change(path, settled, 'PATCH')).toMatchObject({
      status: 200,
      body: { adjustments: [{ kind: 'refund', amount: -700, status: 'settled', reference: 're_1' }] },
    });
    expect((await change(path, { ...settled, status: 'failed' }, 'PATCH')).status).toBe(409);
    const second = await change(`${order}/refunds`, { amount: 100 });
    const failed = await change(
      `${order}/refunds/${second.body.result.id}`,
      { status: 'failed', settled_at: null },
      'PATCH',
    );
    expect(failed.body.payment.refunded).toBe(700);
  });

  it('never exceed what was paid', async () => {
    const order = await placed();
    expect(await change(`${order}/refunds`, { amount: 2399 })).toMatchObject({
      status: 409,
      body: { code: 'refund_exceeds_paid' },
    });
    expect((await change(`${order}/refunds/none`, { status: 'settled' }, 'PATCH')).status).toBe(404);
  });
});
