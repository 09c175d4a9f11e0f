import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openAddresses } from '../../src/modules/addresses/index.ts';
import { openTellPerson } from '../../src/modules/notifications/personal/index.ts';
import {
  askErasure,
  eraseLateArrivals,
  erasePeople,
  readErasure,
} from '../../src/modules/privacy/erasure/index.ts';
import { readPerson } from '../../src/modules/privacy/person.ts';
import type { State } from '../../src/modules/state.ts';
import type { Ledger } from '../../src/story/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { notificationsModule } from '../support/notifications.ts';
import { place, scan, shop } from '../support/stories.ts';

const asked_at_ms = Date.parse('2026-04-01T10:00:00Z');
const minute_ms = 60_000;
const day_ms = 24 * 60 * minute_ms;

let database: TestDatabase;
let ledger: Ledger<State>;

beforeAll(async () => {
  database = await testDatabase();
  ledger = ledgerOn(database.pool, [notificationsModule]);
});
afterAll(() => database.close());
// A database for each test would take most of the time.
beforeEach(() =>
  database.pool.query(`truncate stories, facts, contacts, listed_orders, order_sellers, scans, tracking_numbers,
    notifications, deliveries, personal_messages, erasures, erased_orders`),
);

const lines = [{ id: '1', quantity: 1, unit_price: 1000 }];

/** An order of a customer, unpaid; over when it was canceled. */
async function order(
  number: string,
  { customer = 'c-1' as string | null, over = true, placed_at = '2026-03-02T09:00:00Z', email = '' } = {},
): Promise<void> {
  const command = place({ number, customer, payment_status: 'pending', lines, placed_at });
  if (email !== '') command.body.contact = { ...command.body.contact, email };
  await ledger.execute(command);
  if (over) await ledger.execute(shop(number).cancel({ '1': 1 }));
}

async function ask(subject = 'customer:c-1', { keep_open = true, after_ms = 0 } = {}): Promise<string> {
  const person = (await readPerson(database.pool, subject))!;
  return askErasure(database.pool, {
    ...{ person: { ...person, email: person.email ?? 'buyer@example.com' }, locale: 'en', time_zone: 'UTC' },
    ...{ asked_by: 'person', keep_open, now_ms: asked_at_ms + after_ms },
  });
}

const tellPerson: Parameters<typeof erasePeople>[0]['tellPerson'] = (notice) =>
  openTellPerson(database.pool, () => {})(notice);

const run = (after_ms: number, by = ledger) =>
  erasePeople({ database: database.pool, ledger: by, tellPerson }, asked_at_ms + after_ms);

const query = async (text: string, values: unknown[] = []) => (await database.pool.query(text, values)).rows;
const contacts = async () =>
  (await query('select order_number from contacts order by 1')).map(({ order_number }) => order_number);

/** The last message leaves. */
const mailLeaves = () =>
  query(`update deliveries set status = 'sent', sent_at = now() where subject_key like 'erasure:%'`);

describe('an erasure', () => {
  test('is done when its last message has left, and then says no word about whom', async () => {
    await order('E-1');
    const id = await ask();
    await run(0);
    expect(await query('select email from personal_messages')).toEqual([{ email: 'buyer@example.com' }]);
    expect((await readErasure(database.pool, id))!.done_at).toBeNull();
    await mailLeaves();
    await run(2 * minute_ms);
    expect(await readErasure(database.pool, id)).toMatchObject({
      done_at: '2026-04-01T10:02:00Z',
      orders: { total: 1, erased: 1 },
    });
    expect(await query('select subject, email, emails from erasures')).toEqual([
      { subject: null, email: null, emails: [] },
    ]);
    expect(await query('select * from personal_messages')).toEqual([]);
  });

  test('does not wait for ever for a mail server that is away', async () => {
    await order('E-1');
    const id = await ask();
    await run(0);
    await run(2 * day_ms);
    expect((await readErasure(database.pool, id))!.done_at).toBeNull();
    await run(4 * day_ms);
    expect((await readErasure(database.pool, id))!.done_at).not.toBeNull();
    expect(await query('select * from personal_messages')).toEqual([]);
  });

  test('asked for twice is one', async () => {
    await order('E-1');
    expect(await ask()).toBe(await ask());
  });

  test('that dies halfway is gone on with by the next worker', async () => {
    for (let number = 0; number < 120; number++) await order(`E-${String(number).padStart(3, '0')}`);
    const id = await ask();
    let pages = 0;
    const dying: typeof ledger = {
      ...ledger,
      executeAll(commands) {
        pages += 1;
        if (pages === 2) throw new Error('the process died');
        return ledger.executeAll(commands);
      },
    };
    await expect(run(0, dying)).rejects.toThrow('the process died');
    expect(await readErasure(database.pool, id)).toMatchObject({ orders: { total: 120, erased: 100 } });
    await run(minute_ms);
    expect(await contacts()).toHaveLength(20);
    await run(6 * minute_ms);
    expect(await contacts()).toEqual([]);
    expect(await query(`select distinct customer from stories`)).toHaveLength(1);
    expect(await query(`select from facts where data like '%"c-1"%'`)).toEqual([]);
  });
});

describe('an order', () => {
  test('that is not over keeps its buyer until it is', async () => {
    await order('E-1');
    await order('E-2', { over: false });
    const id = await ask();
    await run(0);
    expect(await contacts()).toEqual(['E-2']);
    expect((await readErasure(database.pool, id))!.kept).toEqual([{ number: 'E-2', reason: 'to_send' }]);
    await ledger.execute(shop('E-2').cancel({ '1': 1 }));
    await run(7 * 60 * minute_ms);
    expect(await contacts()).toEqual([]);
  });

  test('that was kept is looked at at once when somebody asks again', async () => {
    await order('E-1', { over: false });
    const id = await ask();
    await run(0);
    await ledger.execute(shop('E-1').cancel({ '1': 1 }));
    await run(10 * minute_ms);
    expect(await contacts()).toEqual(['E-1']);
    expect(await ask('customer:c-1', { after_ms: 20 * minute_ms })).toBe(id);
    await run(20 * minute_ms);
    expect(await contacts()).toEqual([]);
    await mailLeaves();
    await run(22 * minute_ms);
    expect((await readErasure(database.pool, id))!.done_at).not.toBeNull();
  });

  test('that is not over goes at once when its shop wants it so, also if it waited before', async () => {
    await order('E-1', { over: false });
    const id = await ask();
    await run(0);
    expect(await contacts()).toEqual(['E-1']);
    expect(await ask('customer:c-1', { keep_open: false, after_ms: 20 * minute_ms })).toBe(id);
    // A person who asks afterwards does not make it wait again.
    await ask('customer:c-1', { after_ms: 20 * minute_ms });
    await run(20 * minute_ms);
    expect(await contacts()).toEqual([]);
  });

  test('that a worker has in hand is not given to another one', async () => {
    await order('E-1', { over: false });
    const id = await ask();
    const lease_ends = new Date(asked_at_ms + 5 * minute_ms);
    await query('update erasures set due_at = $2 where id = $1', [id, lease_ends]);
    await ask();
    expect(await query('select due_at from erasures')).toEqual([{ due_at: lease_ends }]);
  });

  test('that is never over is erased after half a year', async () => {
    await order('E-1', { over: false });
    await ask();
    await run(179 * day_ms);
    expect(await contacts()).toEqual(['E-1']);
    await run(181 * day_ms);
    expect(await contacts()).toEqual([]);
  });

  test('that is imported meanwhile goes too; one that was placed since is a new one', async () => {
    await order('E-1', { over: false });
    await ask();
    await run(0);
    await order('E-2');
    await order('E-3', { placed_at: '2026-04-02T10:00:00Z' });
    await ledger.execute(shop('E-1').cancel({ '1': 1 }));
    await run(day_ms);
    expect(await contacts()).toEqual(['E-3']);
  });

  test('of the same address and nobody’s id is not touched by an id alone', async () => {
    await order('E-1');
    await order('G-1', { customer: null });
    await ask();
    await run(0);
    expect(await contacts()).toEqual(['G-1']);
  });

  test('of a guest goes alone', async () => {
    await order('G-1', { customer: null });
    await order('G-2', { customer: null });
    await ask('order:G-1');
    await run(0);
    expect(await contacts()).toEqual(['G-2']);
    expect(await query(`select customer from stories where order_number = 'G-1'`)).toEqual([
      { customer: null },
    ]);
  });

  test('posted again by its shop comes to nothing', async () => {
    const again = place({ number: 'E-1', customer: 'c-1', payment_status: 'pending', lines });
    await ledger.execute(again);
    await ledger.execute(shop('E-1').cancel({ '1': 1 }));
    await ask();
    await run(0);
    expect((await ledger.execute({ ...again, id: crypto.randomUUID() })).changed).toBe(false);
    expect(await contacts()).toEqual([]);
  });
});

describe('messages', () => {
  test('that have not left never leave', async () => {
    await order('E-1');
    await ask();
    await run(0);
    const unsent = await query(
      `select distinct status, last_error, person from deliveries where subject_key = 'order:E-1' and person not like 'seller:%'`,
    );
    expect(unsent).toEqual([{ status: 'suppressed', last_error: 'erased', person: 'order:E-1' }]);
  });

  test('that are leaving are waited for: they would be written down afterwards', async () => {
    await order('E-1');
    await query(
      `update deliveries set status = 'sending' where type = 'order_confirmed' and person = 'customer:c-1'`,
    );
    const id = await ask();
    await run(0);
    expect((await readErasure(database.pool, id))!.kept).toEqual([{ number: 'E-1', reason: 'sending' }]);
    await query(`update deliveries set status = 'sent' where status = 'sending'`);
    await run(2 * minute_ms);
    expect(await contacts()).toEqual([]);
  });

  test('about it are no longer planned for its buyer', async () => {
    await order('E-1');
    await ask();
    await run(0);
    const told = async () => (await query(`select from notifications where audience = 'buyer'`)).length;
    const before = await told();
    await ledger.execute(shop('E-1').refund(100));
    expect(await told()).toBe(before);
  });
});

test('what comes in about it afterwards is erased every night', async () => {
  await ledger.execute(place({ number: 'E-1', customer: 'c-1', payment_status: 'pending', lines }));
  await ledger.execute(shop('E-1').dispatch('p-1', { '1': 1 }));
  await ledger.execute(shop('E-1').scans('p-1', scan('delivered', '2026-03-05T10:00:00Z')));
  await ask();
  await run(0);
  const late = scan('delivered', '2026-03-05T10:05:00Z', {
    location: 'Boston',
    description: 'Left with Ann',
  });
  await ledger.execute(shop('E-1').scans('p-1', late));
  await eraseLateArrivals(database.pool, asked_at_ms + day_ms);
  expect(await query(`select from scans where location is not null or description is not null`)).toEqual([]);
});

test('an address that bounced is still left alone', async () => {
  await order('E-1');
  const addresses = openAddresses(database.pool);
  const reason = 'no_such_address' as never;
  await addresses.cameBack('buyer@example.com', { kind: 'hard_bounce', at_ms: 0, reason, status: '5.1.1' });
  await ask();
  await run(0);
  expect((await addresses.standing('buyer@example.com'))!.stopped).not.toBeNull();
});
