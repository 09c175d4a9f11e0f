import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ringAlarms } from '../../src/jobs/alarms.ts';
import { noticeLateOrders } from '../../src/jobs/lateness.ts';
import { remindSellers } from '../../src/jobs/reminders.ts';
import type { AnyCommand } from '../../src/modules/commands.ts';
import type { State } from '../../src/modules/state.ts';
import type { Ledger } from '../../src/story/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { anotherPool, expectSoundStories, ledgerOn, placeAll } from '../support/ledgers.ts';
import { command, HANDLING, NOON, place, scan, shop } from '../support/stories.ts';

/** Two processes with connections of their own: whichever of them a job was given to, the other may still be at it. */
let database: TestDatabase;
let second: ReturnType<typeof anotherPool>;
let ledgers: [Ledger<State>, Ledger<State>];
beforeAll(async () => {
  database = await testDatabase();
  second = anotherPool(database.url);
  ledgers = [ledgerOn(database.pool), ledgerOn(second)];
});
afterAll(async () => {
  await second.end();
  await database.close();
});

type Job = (pool: TestDatabase['pool'], ledger: Ledger<State>, now_ms: number) => Promise<number>;
const inBoth = (job: Job, at: string) =>
  Promise.all([job(database.pool, ledgers[0], Date.parse(at)), job(second, ledgers[1], Date.parse(at))]);
const days_later = '2026-07-20T12:00:00Z';
const ringLate = () => inBoth(ringAlarms, days_later);

const lines = [
  {
    id: '1',
    ship_by: '2026-03-09',
    promise: { earliest: '2026-03-05', latest: '2026-03-09', source: 'given' as const },
  },
];
/** Beyond what silence agrees to: without an answer it is canceled. */
const late = { earliest: '2026-05-20', latest: '2026-05-20' };
const delayed = (order: string) =>
  command('RevisePromise', order, { lines: ['1'], to: late, reason: 'reprint', note: null });
const answer = (order: string) =>
  command(
    'DecideOnDelay',
    order,
    { lines: ['1'], decision: 'wait', by: 'customer', cancellation: `x-${order}`, refund: `r-${order}` },
    '2026-03-10T03:59:59Z',
  );

async function given(order: string, ...commands: AnyCommand[]): Promise<void> {
  await placeAll(ledgers[0], [place({ number: order, lines, handling: HANDLING })]);
  for (const one of commands) expect((await ledgers[0].execute(one)).refusal).toBeUndefined();
}

async function factsOf(order: string): Promise<string[]> {
  const { rows } = await database.pool.query(
    'select type from facts where order_number = $1 order by version',
    [order],
  );
  return rows.map(({ type }) => type);
}

async function alarmsOf(order: string): Promise<string[]> {
  const { rows } = await database.pool.query('select name from alarms where order_number = $1 order by 1', [
    order,
  ]);
  return rows.map(({ name }) => name);
}

const many = (name: string) => Array.from({ length: 40 }, (_, index) => `${name}-${index}`);

describe('rung by two processes at once', () => {
  test('a question that nobody answered has one outcome, and its clock stops', async () => {
    const orders = many('twice');
    for (const order of orders) await given(order, delayed(order));
    await inBoth(ringAlarms, '2026-03-10T04:00:00Z');
    for (const order of orders) {
      const [, , asked, ...then] = await factsOf(order);
      expect([asked, ...then]).toEqual(['DecisionAsked', 'DelayDecided', 'LinesCanceled', 'RefundIssued']);
      expect(await alarmsOf(order)).toEqual([]);
    }
  });

  test('while it is answered: one of the two outcomes', async () => {
    const orders = many('answered');
    for (const order of orders) await given(order, delayed(order));
    await Promise.all([
      inBoth(ringAlarms, '2026-03-10T04:00:00Z'),
      ...orders.map((order, index) => ledgers[index % 2]!.execute(answer(order))),
    ]);
    for (const order of orders) {
      expect((await factsOf(order)).filter((type) => type === 'DelayDecided')).toHaveLength(1);
    }
    await expectSoundStories(database.pool);
  });

  test('a promise that passed is said once; a seller is reminded once', async () => {
    const orders = many('passed');
    for (const order of orders) await given(order);
    await inBoth(remindSellers, '2026-03-09T12:00:00Z');
    await inBoth(noticeLateOrders, days_later);
    for (const order of orders) {
      const facts = await factsOf(order);
      for (const type of ['ShipByNeared', 'PromisePassed']) {
        expect(
          facts.filter((fact) => fact === type),
          `${order}: ${type}`,
        ).toHaveLength(1);
      }
    }
  });
});

describe('rung days late, when it is about nothing any more', () => {
  const dispatched = (order: string) => shop(order).dispatch('p', { '1': 1 });
  const arrived = (order: string) => shop(order).scans('p', scan('delivered', '2026-03-04T12:00:00Z'));
  const erased = (order: string) => command('EraseBuyer', order, { pseudonym: 'erased-1', at_last: true });
  const waits = (order: string) =>
    shop(order).scans('p', {
      ...scan('available_for_pickup', '2026-03-04T12:00:00Z'),
      pickup_until: '2026-03-10T12:00:00Z',
    });

  test.each([
    ['a question whose line has left', [delayed, dispatched, arrived]],
    ['a question whose line was canceled', [delayed, (order: string) => shop(order).cancel({ '1': 1 })]],
    ['a question that was answered', [delayed, answer]],
    ['a parcel that has arrived', [dispatched, arrived]],
    ['a parcel that was collected', [dispatched, waits, arrived]],
    ['a parcel that was never sent', [dispatched, (order: string) => shop(order).voidShipment('p')]],
    [
      'a request that was settled',
      [
        (order: string) => shop(order).ask('question', { units: { '1': 1 }, seller: 's-1' }),
        (order: string) => shop(order).close('buyer'),
      ],
    ],
    ['a question of a buyer who was erased since', [delayed, answer, erased]],
  ])('%s', async (name, commands) => {
    const order = name.replaceAll(' ', '-');
    await given(order, ...commands.map((make) => make(order)));
    const before = await factsOf(order);
    await ringLate();
    expect(await factsOf(order)).toEqual(before);
    expect(await alarmsOf(order)).toEqual([]);
  });
});

test('an order that was to be looked at too early says when to look again', async () => {
  await given('early');
  await given('gone', shop('gone').dispatch('p', { '1': 1 }));
  const late_at = async () =>
    (
      await database.pool.query(
        `select late_at from stories where order_number in ('early', 'gone') order by order_number`,
      )
    ).rows.map((row) => row.late_at?.toISOString() ?? null);
  const [exact, none] = await late_at();
  expect([exact, none]).toEqual(['2026-03-10T04:00:00.000Z', null]);
  // As 0029_late_orders_of_before.sql leaves orders that nobody has touched since.
  await database.pool.query(
    `update stories set late_at = '2026-03-03' where order_number in ('early', 'gone')`,
  );
  expect(await inBoth(noticeLateOrders, '2026-03-03T12:00:00Z')).toEqual([0, 0]);
  expect(await late_at()).toEqual([exact, none]);
});

test('what slept for days says what happened when it was due, and not when it woke', async () => {
  await given('slept', delayed('slept'));
  await ringLate();
  const { rows } = await database.pool.query(
    `select at, recorded_at from facts where order_number = 'slept' and type = 'DelayDecided'`,
  );
  expect(rows.map(({ at, recorded_at }) => [at.toISOString(), recorded_at.toISOString()])).toEqual([
    ['2026-03-10T04:00:00.000Z', new Date(days_later).toISOString()],
  ]);
});

test('an older program and a newer one on the same orders: each reads what the other wrote', async () => {
  const older = ledgerOn(second, [], 2);
  await given('versions');
  const wishes = shop('versions');
  const turns: [Ledger<State>, AnyCommand][] = [
    [older, delayed('versions')],
    [ledgers[0], answer('versions')],
    [older, wishes.dispatch('p', { '1': 1 })],
    [ledgers[0], wishes.scans('p', scan('in_transit', NOON))],
  ];
  for (const [ledger, wish] of turns) expect((await ledger.execute(wish)).refusal).toBeUndefined();
  const scans = Array.from({ length: 20 }, (_, minute) =>
    wishes.scans('p', scan('in_transit', `2026-03-03T12:${String(minute + 10)}:00Z`)),
  );
  await Promise.all(scans.map((wish, index) => (index % 2 ? older : ledgers[0]).execute(wish)));
  const states = await expectSoundStories(database.pool);
  expect(states.get('versions')!.shipments.shipments[0]!.scans).toBe(21);
});
