import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ringAlarms } from '../../src/jobs/alarms.ts';
import { remindSellers } from '../../src/jobs/reminders.ts';
import { aLine, anOrder, type TestApi, testApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  const seller = { name: 'Book cellar', time_zone: 'America/New_York', country: 'US', handling_days: 2 };
  await api.call('PUT', '/v1/sellers/s-1', { ...seller, email: 'cellar@example.com', locale: 'en' });
});
afterAll(() => api.close());

/** What happens on a clock, at a moment: every task that looks at orders. */
async function runWhatIsDue(at: string): Promise<void> {
  const { database, ledger } = api.deps;
  await ringAlarms(database, ledger, Date.parse(at));
  await remindSellers(database, ledger, Date.parse(at));
}

/** Everything people were told about an order by now, oldest first. */
async function told(number: string): Promise<string[]> {
  const { body } = await api.call('GET', `/v1/notifications?order=${number}&limit=100`);
  return body.items.map(({ type }: { type: string }) => type).reverse();
}

async function count(table: 'alarms' | 'order_sellers', number: string): Promise<number> {
  const set = table === 'alarms' ? "name = 'pickup_expiry'" : 'remind_at is not null';
  const { rows } = await api.database.pool.query(
    `select count(*) as n from ${table} where order_number = $1 and ${set}`,
    [number],
  );
  return Number(rows[0].n);
}

async function post(path: string, body: unknown): Promise<void> {
  const answer = await api.call('POST', path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
}

/** Placed on Monday the 2nd at 11 in New York: to be sent by Wednesday, reminded of on Tuesday at 8. */
async function placed(changes: Record<string, unknown> = {}): Promise<string> {
  const lines = [aLine({ id: '1', seller: 's-1' }), aLine({ id: '2', seller: 's-1' })];
  const order = anOrder({ placed_at: '2026-03-02T16:00:00Z', lines, ...changes });
  api.clock.set('2026-03-02T16:00:00Z');
  await post('/v1/orders', order);
  return order.number;
}

let parcels = 0;
async function dispatched(number: string, lines: string[]): Promise<string> {
  parcels += 1;
  const tracking_number = `CLOCK${parcels}`;
  const quantities = lines.map((line) => ({ line, quantity: 1 }));
  const parcel = {
    lines: quantities,
    carrier: 'ups',
    tracking_number,
    dispatched_at: '2026-03-02T16:30:00Z',
  };
  api.clock.set('2026-03-02T16:30:00Z');
  await post(`/v1/orders/${number}/shipments`, parcel);
  return tracking_number;
}

async function scanned(tracking_number: string, stage: string, at: string, pickup_until?: string) {
  api.clock.set(at);
  await post('/v1/tracking-events', [
    { carrier: 'ups', tracking_number, stage, occurred_at: at, ...(pickup_until && { pickup_until }) },
  ]);
}

describe('the day of shipping', () => {
  const before = '2026-03-03T12:59:59Z';
  const due = '2026-03-03T13:00:00Z';

  test('is told with the order and reminded of once, in time', async () => {
    const number = await placed();
    expect((await api.call('GET', `/v1/orders/${number}`)).body.lines[0].ship_by).toBe('2026-03-04');
    await runWhatIsDue(before);
    expect(await told(number)).not.toContain('ship_by_near');
    await runWhatIsDue(due);
    await runWhatIsDue(due);
    await runWhatIsDue('2026-03-03T18:00:00Z');
    expect((await told(number)).filter((type) => type === 'ship_by_near')).toHaveLength(1);
    expect(await count('order_sellers', number)).toBe(0);
  });

  test('is late rather than never, and never once it has passed', async () => {
    const [slow, stopped] = [await placed(), await placed()];
    await api.database.pool.query(
      `update order_sellers set remind_at = '2026-03-09T13:00:00Z' where order_number = $1`,
      [stopped],
    );
    await runWhatIsDue('2026-03-04T22:00:00Z');
    expect(await told(slow)).toContain('ship_by_near');
    await runWhatIsDue('2026-03-09T13:00:00Z');
    expect(await told(stopped)).not.toContain('ship_by_near');
    expect(await count('order_sellers', stopped)).toBe(0);
  });

  test('is of no concern once everything has left, or is off', async () => {
    const [sent, off] = [await placed(), await placed()];
    await dispatched(sent, ['1', '2']);
    const lines = [
      { line: '1', quantity: 1 },
      { line: '2', quantity: 1 },
    ];
    await post(`/v1/orders/${off}/cancellations`, { lines, reason: 'changed my mind', by: 'customer' });
    await runWhatIsDue(due);
    for (const number of [sent, off]) {
      expect(await told(number)).not.toContain('ship_by_near');
      expect(await count('order_sellers', number)).toBe(0);
    }
  });

  test('is of concern while a part is here, and again when a parcel was registered by mistake', async () => {
    const number = await placed();
    await dispatched(number, ['1']);
    api.clock.set('2026-03-02T17:00:00Z');
    await post(`/v1/orders/${number}/shipments`, {
      ...{ id: 'wrong', lines: [{ line: '2', quantity: 1 }], dispatched_at: '2026-03-02T17:00:00Z' },
    });
    await runWhatIsDue(due);
    expect(await told(number)).not.toContain('ship_by_near');
    api.clock.set('2026-03-03T15:00:00Z');
    await post(`/v1/orders/${number}/shipments/wrong/void`, { reason: 'the wrong order' });
    await runWhatIsDue('2026-03-03T15:01:00Z');
    expect(await told(number)).toContain('ship_by_near');
  });

  test('counts from the payment that was awaited, and the seller hears of the order with it', async () => {
    const payment = { method: 'transfer', status: 'pending', reference: null };
    const number = await placed({ payment });
    expect(await told(number)).not.toContain('order_received');
    api.clock.set('2026-03-04T15:00:00Z');
    const paid = { amount: 2398, method: 'transfer', reference: 'tr-1', received_at: '2026-03-04T15:00:00Z' };
    await post(`/v1/orders/${number}/payments`, paid);
    expect(await told(number)).toContain('order_received');
    await runWhatIsDue(due);
    expect(await told(number)).not.toContain('ship_by_near');
    await runWhatIsDue('2026-03-05T13:00:00Z');
    expect(await told(number)).toContain('ship_by_near');
  });

  test('is nobody else’s: of two sellers each is reminded of their own', async () => {
    const lines = [aLine({ id: '1', seller: 's-1' }), aLine({ id: '2', seller: 's-unknown' })];
    const number = await placed({ lines });
    await dispatched(number, ['1']);
    // Of a seller nobody described it is counted where the shop is.
    await runWhatIsDue('2026-03-04T08:00:00Z');
    const { body } = await api.call('GET', `/v1/notifications?order=${number}&type=ship_by_near`);
    expect(body.items).toMatchObject([{ audience: 'seller', recipient: 's-unknown' }]);
  });

  test('is not said of an order that was imported silently', async () => {
    const number = await placed({ notify: false });
    expect(await count('order_sellers', number)).toBe(0);
    await runWhatIsDue(due);
    expect(await told(number)).toEqual([]);
  });
});

describe('a parcel that waits to be collected', () => {
  const arrives = '2026-03-05T15:00:00Z';
  const until = '2026-03-08T18:00:00Z';
  const day_before = '2026-03-07T18:00:00Z';
  const warnings = async (number: string) =>
    (await told(number)).filter((type) => type === 'pickup_expiring').length;

  async function waiting(): Promise<[order: string, parcel: string]> {
    const number = await placed();
    const parcel = await dispatched(number, ['1', '2']);
    await scanned(parcel, 'available_for_pickup', arrives, until);
    return [number, parcel];
  }

  test('is warned of once, a day before', async () => {
    const [number] = await waiting();
    await runWhatIsDue('2026-03-07T17:59:59Z');
    expect(await warnings(number)).toBe(0);
    await runWhatIsDue(day_before);
    await runWhatIsDue(day_before);
    expect(await warnings(number)).toBe(1);
    expect(await count('alarms', number)).toBe(0);
  });

  test('not once it was collected, and the alarm is forgotten', async () => {
    const [number, parcel] = await waiting();
    await scanned(parcel, 'delivered', '2026-03-06T10:00:00Z');
    await runWhatIsDue(day_before);
    expect(await warnings(number)).toBe(0);
    expect(await count('alarms', number)).toBe(0);
  });

  test('at its new time when it waits longer', async () => {
    const [number, parcel] = await waiting();
    await scanned(parcel, 'available_for_pickup', '2026-03-06T15:00:00Z', '2026-03-10T18:00:00Z');
    await runWhatIsDue(day_before);
    expect(await warnings(number)).toBe(0);
    await runWhatIsDue('2026-03-09T18:00:00Z');
    expect(await warnings(number)).toBe(1);
  });

  test('late rather than never, and never when it has gone back', async () => {
    const [late] = await waiting();
    await runWhatIsDue('2026-03-08T17:59:00Z');
    expect(await warnings(late)).toBe(1);
    const [gone] = await waiting();
    await runWhatIsDue(until);
    expect(await warnings(gone)).toBe(0);
  });

  test('a bell whose order is gone is forgotten, and keeps no other from ringing', async () => {
    await api.database.pool.query(
      `insert into alarms (order_number, name, subject, due_at)
       values ('no such order', 'pickup_expiry', 's', '2026-03-01T00:00:00Z')`,
    );
    const [number] = await waiting();
    await runWhatIsDue(day_before);
    expect(await warnings(number)).toBe(1);
    expect(await count('alarms', 'no such order')).toBe(0);
  });

  test('more alarms at once than fit a page all ring', async () => {
    const [number] = await waiting();
    await api.database.pool.query(
      `insert into alarms (order_number, name, subject, due_at)
       select 'crowd-' || n, 'pickup_expiry', 's', '2026-03-01T00:00:00Z' from generate_series(1, 1200) as n`,
    );
    await runWhatIsDue(day_before);
    expect(await warnings(number)).toBe(1);
    const { rows } = await api.database.pool.query(`select from alarms where order_number like 'crowd-%'`);
    expect(rows).toHaveLength(0);
  });
});

test('while the database is away nothing is lost: it rings again', async () => {
  const number = await placed();
  const broken = {
    ...api.deps.ledger,
    executeAll: () => Promise.reject(new Error('the database is away')),
  };
  const due_ms = Date.parse('2026-03-03T13:00:00Z');
  expect(await remindSellers(api.deps.database, broken, due_ms)).toBe(0);
  expect(await count('order_sellers', number)).toBe(1);
  await runWhatIsDue('2026-03-03T13:01:00Z');
  expect(await told(number)).toContain('ship_by_near');
});
