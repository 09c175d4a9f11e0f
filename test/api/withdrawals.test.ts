import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOrder, type TestApi, testApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi({ WITHDRAWAL_COUNTRIES: 'GB' });
});
afterAll(() => api.close());

const said = { name: 'Ann B.', email: 'ann@elsewhere.example', confirm: true };
const to = (country: string, time_zone: string) => ({
  time_zone,
  ship_to: { name: 'Ann Buyer', line1: '1 Main St', city: 'Town', country },
});

async function ordered(changes: Record<string, unknown> = to('PL', 'Europe/Warsaw')): Promise<string> {
  const order = anOrder(changes);
  expect((await api.call('POST', '/v1/orders', order)).status).toBe(201);
  return order.number;
}

const withdraw = (number: string, body: object = said, headers: Record<string, string> = {}) =>
  api.call('POST', `/v1/orders/${number}/withdrawals`, body, { headers });

async function dispatched(number: string): Promise<void> {
  const shipment = {
    id: `p-${number}`,
    lines: [{ line: '2', quantity: 2 }],
    dispatched_at: '2026-03-02T08:00:00Z',
  };
  expect((await api.call('POST', `/v1/orders/${number}/shipments`, shipment)).status).toBe(201);
}

describe('a declaration', () => {
  test('is answered with its acknowledgement, the refund, and what is to come back', async () => {
    const number = await ordered();
    await dispatched(number);
    const { status, body } = await withdraw(number);
    expect(status).toBe(201);
    expect(body.result.acknowledgement).toEqual({
      ...{ order: number, name: 'Ann B.', email: 'ann@elsewhere.example' },
      lines: [
        { line: '1', quantity: 1 },
        { line: '2', quantity: 2 },
      ],
      ...{
        declared_at: '2026-03-02T12:00:00Z',
        time_zone: 'Europe/Warsaw',
        within_period: true,
        until: null,
      },
    });
    expect(body.withdrawals).toEqual([
      {
        ...{ id: body.result.id, declared_at: '2026-03-02T12:00:00Z', within_period: true, until: null },
        lines: body.result.acknowledgement.lines,
        canceled: [{ line: '1', quantity: 1 }],
        awaited: [{ line: '2', quantity: 2 }],
        // Line 2 is still on the road: fourteen days begin when it arrives.
        ...{ refunded: 1000, send_back_by: null, refund_by: '2026-03-16' },
      },
    ]);
    expect(body.payment.refunded).toBe(1000);
  });

  test('is told to the address it names, at once, and to nobody twice', async () => {
    const number = await ordered();
    await dispatched(number);
    const { body } = await withdraw(number);
    const told = await api.call('GET', `/v1/notifications?order=${number}`);
    const types = told.body.items.map(({ type }: { type: string }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['withdrawal_acknowledged', 'goods_withdrawn', 'sale_canceled']),
    );
    expect(types).not.toContain('lines_canceled');
    const { id } = told.body.items.find(({ type }: { type: string }) => type === 'withdrawal_acknowledged');
    const mail = await api.call('GET', `/v1/notifications/${id}/rendered?channel=email`);
    expect(mail.body.to).toBe('ann@elsewhere.example');
    for (const part of [
      number,
      'Ann B.',
      'ann@elsewhere.example',
      '2 March 2026, 13:00 (Europe/Warsaw, UTC+01:00)',
    ])
      expect(mail.body.text.replace(/\n/g, ' ')).toContain(part);
    expect(body.result.id).toMatch(/^wdr_/);
    // Another address than the order's: answered, and let into nothing.
    expect(mail.body.text).not.toContain('/o/');
    const own = await ordered();
    await withdraw(own, { ...said, email: 'Buyer@example.com' });
    const { body: list } = await api.call(
      'GET',
      `/v1/notifications?order=${own}&type=withdrawal_acknowledged`,
    );
    const opened = await api.call('GET', `/v1/notifications/${list.items[0].id}/rendered?channel=email`);
    expect(opened.body.text).toContain('/o/');
  });

  test('leaves no name and no address in the story', async () => {
    const number = await ordered();
    await withdraw(number);
    const story = await api.call('GET', `/v1/orders/${number}/story`);
    expect(JSON.stringify(story.body)).not.toMatch(/Ann|elsewhere/);
  });

  test('with the same Idempotency-Key is made once and answered twice', async () => {
    const number = await ordered();
    const [first, second] = [
      await withdraw(number, said, { 'idempotency-key': number }),
      await withdraw(number, said, { 'idempotency-key': number }),
    ];
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(second.body).toEqual(first.body);
  });

  test('may come late, or from where no law gives the right, and says so', async () => {
    const late = await ordered(to('US', 'America/New_York'));
    expect((await withdraw(late)).body.result.acknowledgement).toMatchObject({
      within_period: false,
      until: null,
    });
    const given = await ordered(to('GB', 'Europe/London'));
    expect((await withdraw(given)).body.result.acknowledgement.within_period).toBe(true);
  });
});

describe('is refused', () => {
  test('unconfirmed, unnamed, or without a way to answer', async () => {
    const number = await ordered();
    for (const wrong of [
      { confirm: false },
      { confirm: undefined },
      { name: '' },
      { email: 'nobody' },
      { lines: [] },
    ])
      expect((await withdraw(number, { ...said, ...wrong })).status).toBe(422);
  });

  test('when nothing is left to withdraw from', async () => {
    const number = await ordered();
    await withdraw(number);
    const again = await withdraw(number);
    expect([again.status, again.body.code]).toEqual([409, 'nothing_to_withdraw']);
  });

  test('of an order there is none of, and by a seller', async () => {
    expect((await withdraw('nothing')).status).toBe(404);
    const number = await ordered();
    const key = await api.key('orders:write', 'seller:s-1');
    const answer = await api.call('POST', `/v1/orders/${number}/withdrawals`, said, { key });
    expect([answer.status, answer.body.code]).toEqual([403, 'not_for_sellers']);
  });
});

test('a seller sees what of a withdrawal is theirs', async () => {
  const number = await ordered();
  await dispatched(number);
  await withdraw(number);
  const key = await api.key('orders:read', 'seller:s-2');
  const { body } = await api.call('GET', `/v1/orders/${number}`, undefined, { key });
  expect(body.withdrawals).toMatchObject([
    { lines: [{ line: '2', quantity: 2 }], canceled: [], awaited: [{ line: '2', quantity: 2 }], refunded: 0 },
  ]);
  expect(JSON.stringify(body)).not.toContain('elsewhere');
});
