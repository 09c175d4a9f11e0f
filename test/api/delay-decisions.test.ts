import { afterAll, beforeAll, expect, test } from 'vitest';
import { aLine, anOrder, type TestApi, testApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi({ DELAY_WITHOUT_ANSWER: 'cancel', DELAY_ANSWER_DAYS: '5' });
});
afterAll(() => api.close());

const day = (days: number) =>
  new Date(api.clock.now() + days * 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** Two lines, promised in ten days; line 2 comes `late` days from now. */
async function delayed(number: string, late: number, country = 'US', at: string | null = null) {
  const promise = { earliest: day(10), latest: day(10) };
  const order = anOrder({ number, lines: [aLine({ id: '1', promise }), aLine({ id: '2', promise })] });
  await api.call('POST', '/v1/orders', { ...order, ship_to: { ...(order.ship_to as object), country } });
  const revision = { lines: ['2'], earliest: day(late), latest: day(late), reason: 'reprint', at };
  return api.call('POST', `/v1/orders/${number}/promises`, revision);
}

const decisions = (body: { lines: { decision: unknown }[] }) => body.lines.map(({ decision }) => decision);
const decide = (number: string, decision: string, more = {}) =>
  api.call('POST', `/v1/orders/${number}/delay-decisions`, { lines: ['2'], decision, ...more });

test('a delayed line carries its decision; waiting takes it away', async () => {
  const { body } = await delayed('D-1', 30);
  const asked = { needed: true, until: day(10), without_answer: 'wait', rule: 'us_ftc_first' };
  expect(decisions(body)).toEqual([null, asked]);
  const waits = await decide('D-1', 'wait');
  expect([waits.status, decisions(waits.body), waits.body.result.kind]).toEqual([
    201,
    [null, null],
    'delay_decision',
  ]);
  expect((await decide('D-1', 'wait')).status).toBe(200);
  const other = await decide('D-1', 'cancel');
  expect([other.status, other.body.code]).toEqual([409, 'delay_already_decided']);
});

test('canceling takes off just that line and refunds it', async () => {
  await delayed('D-2', 60);
  const { status, body } = await decide('D-2', 'cancel');
  expect(status).toBe(201);
  expect(body.lines.map((line: { status: string }) => line.status)).toEqual(['open', 'canceled']);
  expect(body.adjustments.map((one: { kind: string }) => one.kind)).toEqual(['cancellation', 'refund']);
  expect(body.result).toMatchObject({ kind: 'delay_decision', amount: expect.any(Number) });
});

test('elsewhere the shop decides what silence means, and how long there is to answer', async () => {
  const promise = { earliest: day(1), latest: day(1) };
  const order = anOrder({ number: 'D-3', lines: [aLine({ id: '2', promise })] });
  await api.call('POST', '/v1/orders', {
    ...order,
    ship_to: { ...(order.ship_to as object), country: 'JP' },
  });
  const revision = { lines: ['2'], earliest: day(8), latest: day(9), reason: 'reprint' };
  const { body } = await api.call('POST', '/v1/orders/D-3/promises', revision);
  expect(decisions(body)).toEqual([{ needed: true, until: day(5), without_answer: 'cancel', rule: 'shop' }]);
});

test('what is wrong with an answer', async () => {
  await delayed('D-4', 30);
  expect((await decide('D-4', 'perhaps')).status).toBe(422);
  const unknown = await decide('D-4', 'wait', { lines: ['9'] });
  expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown_line']);
  const on_time = await decide('D-4', 'wait', { lines: ['1'] });
  expect([on_time.status, on_time.body.code]).toEqual([409, 'decision_not_needed']);
  const ahead = await decide('D-4', 'wait', { at: `${day(2)}T00:00:00Z` });
  expect(ahead.status).toBe(422);
  expect(
    (await api.call('POST', '/v1/orders/nobody/delay-decisions', { lines: ['1'], decision: 'wait' })).status,
  ).toBe(404);
});

test('the order of July 2008: a notice of the past is carried out at once, silently when imported', async () => {
  const july = { earliest: '2008-07-22', latest: '2008-07-22' };
  for (const [number, notify] of [
    ['J-1', true],
    ['J-2', false],
  ] as const) {
    const lines = [aLine({ id: '1', promise: july }), aLine({ id: '2', promise: july })];
    const order = anOrder({ number, placed_at: '2008-07-14T12:49:00Z', lines, notify });
    await api.call('POST', '/v1/orders', {
      ...order,
      ship_to: { ...(order.ship_to as object), country: 'US' },
    });
    const { body } = await api.call('POST', `/v1/orders/${number}/promises`, {
      ...{ lines: ['2'], earliest: '2008-08-01', latest: '2008-09-10', reason: 'supplier_delay' },
      at: '2008-07-17T12:00:00Z',
    });
    expect(body.lines.map((line: { status: string }) => line.status)).toEqual(['open', 'canceled']);
    expect(decisions(body)).toEqual([null, null]);
    const told = await api.call('GET', `/v1/notifications?order=${number}`);
    const types = told.body.items.map(({ type }: { type: string }) => type);
    expect(types.includes('lines_canceled')).toBe(notify);
    expect(types).not.toContain('consent_needed');
  }
});

test('a forecast beside the promise; beyond it, another promise, once', async () => {
  const promise = { earliest: day(10), latest: day(10) };
  await api.call('POST', '/v1/orders', anOrder({ number: 'F-1', lines: [aLine({ id: '1', promise })] }));
  const number = '1Z5R89390357567127';
  const now = new Date(api.clock.now()).toISOString();
  const sent = {
    lines: [{ line: '1', quantity: 1 }],
    carrier: 'ups',
    tracking_number: number,
    dispatched_at: now,
  };
  await api.call('POST', '/v1/orders/F-1/shipments', sent);
  const scan = (minutes: number, forecast: string) => ({
    ...{ carrier: 'ups', tracking_number: number, stage: 'in_transit', forecast },
    occurred_at: new Date(api.clock.now() + minutes * 60_000).toISOString(),
  });
  const read = async () => (await api.call('GET', '/v1/orders/F-1')).body;
  await api.call('POST', '/v1/tracking-events', [scan(1, day(9))]);
  expect((await read()).shipments[0]).toMatchObject({ forecast: day(9), promise });
  await api.call('POST', '/v1/tracking-events', [scan(2, day(12)), scan(3, day(12))]);
  await api.call('POST', '/v1/tracking-events', [scan(4, day(12))]);
  const order = await read();
  expect(order.shipments[0]).toMatchObject({ forecast: day(12), promise: { latest: day(12) } });
  expect(order.lines[0].promise).toMatchObject({ first_latest: day(10), revisions: 1 });
  const told = await api.call('GET', '/v1/notifications?order=F-1&type=promise_revised');
  expect(told.body.items).toHaveLength(1);
});
