import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AnyCommand } from '../../src/modules/commands.ts';
import type { State } from '../../src/modules/state.ts';
import type { Ledger, Outcome } from '../../src/story/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { anotherPool, expectSoundStories, factsByCommand, ledgerOn, placeAll } from '../support/ledgers.ts';
import { command, place, shop } from '../support/stories.ts';

// Many runs, on machines that do other things too.
vi.setConfig({ testTimeout: 90_000 });

let database: TestDatabase;
let second: ReturnType<typeof anotherPool>;
let one: Ledger<State>;
let other: Ledger<State>;

beforeAll(async () => {
  database = await testDatabase();
  second = anotherPool(database.url);
  one = ledgerOn(database.pool);
  other = ledgerOn(second);
});
afterAll(async () => {
  await second.end();
  await database.close();
});

/** Numbers nobody else in this file uses. */
const numbers = (count: number) => Array.from({ length: count }, () => `n-${randomUUID()}`);

test('an order that is placed can be read back as it was decided', async () => {
  const [number] = numbers(1);
  const placing = place({ number: number! });
  const outcome = await one.execute(placing);
  expect(outcome).toMatchObject({
    order: number,
    version: 1,
    changed: true,
    result: { kind: 'order', id: number },
  });
  const again = await one.execute(place({ number: number! }));
  expect(again).toMatchObject({ version: 1, changed: false });
  expect(again.state).toEqual(outcome.state);
  const { rows } = await database.pool.query('select email, ship_to from contacts where order_number = $1', [
    number,
  ]);
  expect(rows).toMatchObject([{ email: 'buyer@example.com', ship_to: { city: 'Boston' } }]);
});

test('a command about no order is refused and stores nothing', async () => {
  const [number] = numbers(1);
  const outcome = await one.execute(shop(number).handOff());
  expect(outcome).toMatchObject({ version: 0, state: null, refusal: { code: 'order_not_found' } });
  expect((await expectSoundStories(database.pool)).has(number!)).toBe(false);
});

test('a preview stores nothing', async () => {
  const [number] = numbers(1);
  await one.execute(place({ number: number! }));
  const { decision, version } = await one.preview(shop(number).cancel({ '1': 1 }));
  expect(decision).toMatchObject({ facts: [{ type: 'LinesCanceled' }, { type: 'RefundIssued' }] });
  expect(version).toBe(1);
  expect((await one.execute(shop(number).handOff())).version).toBe(2);
});

test('commands about one order in one batch see each other, and each gets the state after itself', async () => {
  const [number] = numbers(1);
  const to = shop(number);
  const [placed, canceled, refused, shipped] = await Promise.all(
    [
      place({ number: number! }),
      to.cancel({ '1': 2 }),
      to.cancel({ '1': 2 }),
      to.dispatch('p', { '1': 1 }),
    ].map((wish) => one.execute(wish)),
  );
  expect(placed!.state!.order!.lines[0]!.quantity).toMatchObject({ canceled: 0, shipped: 0 });
  expect(canceled!.state!.order!.lines[0]!.quantity).toMatchObject({ canceled: 2, shipped: 0 });
  expect(refused!.refusal!.code).toBe('quantity_not_open');
  expect(shipped!.state!.order!.lines[0]!.quantity).toMatchObject({ canceled: 2, shipped: 1 });
  expect([placed, canceled, refused, shipped].map((outcome) => outcome!.version)).toEqual([1, 3, 3, 5]);
});

describe('concurrent commands end as if they had come one at a time', () => {
  const wishes: ((to: ReturnType<typeof shop>, index: number) => AnyCommand)[] = [
    (to) => to.cancel({ '1': 1 }),
    (to, index) => to.dispatch(`p-${index}`, { '1': 1 }),
    (to, index) => to.pay(100, `tr-${index % 3}`),
    (to) => to.refund(500, { '1': 1 }),
    (to, index) => to.invoice(`FV/${index % 4}`),
    (to) => to.handOff(),
    (to) => to.promise('2026-03-10', '2026-03-12', ['2']),
    (to, index) => to.voidShipment(`p-${index - 1}`),
  ];

  async function tell(ledgers: Ledger<State>[], choices: readonly number[]): Promise<void> {
    const orders = numbers(8);
    await placeAll(
      one,
      orders.map((number) => place({ number })),
    );
    const commands = choices.map((choice, index) => {
      const order = orders[choice % orders.length]!;
      return wishes[Math.floor(choice / orders.length) % wishes.length]!(shop(order), index);
    });
    const outcomes = await Promise.all(
      commands.map((wish, index) => ledgers[index % ledgers.length]!.execute(wish)),
    );
    const stored = await factsByCommand(database.pool);
    for (const [index, outcome] of outcomes.entries()) expectStored(outcome, stored.get(commands[index]!.id));
  }

  function expectStored(outcome: Outcome<State>, types: string[] | undefined): void {
    if (outcome.refusal || !outcome.changed) expect(types).toBeUndefined();
    else expect(types!.length).toBeGreaterThan(0);
  }

  test.each([
    ['through one ledger', () => [one]],
    ['through two ledgers on one database', () => [one, other]],
  ])('%s', { timeout: 60_000 }, async (_, ledgers) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(8 * 8 - 1), { minLength: 50, maxLength: 150 }), (choices) =>
        tell(ledgers(), choices),
      ),
      { numRuns: 15, endOnFailure: true },
    );
    const states = await expectSoundStories(database.pool);
    for (const { order, payments } of states.values()) {
      const references = payments.payments.map((payment) => payment.reference);
      expect(new Set(references).size).toBe(references.length);
      for (const { quantity } of order!.lines)
        expect(quantity.canceled + quantity.shipped).toBeLessThanOrEqual(quantity.ordered);
    }
  });
});

test('many processes may place the same order: one does, the others find it placed', async () => {
  const orders = numbers(200);
  const both = [one, other].map((ledger) =>
    Promise.all(orders.map((number) => ledger.execute(place({ number })))),
  );
  const [here, there] = await Promise.all(both);
  for (const index of orders.keys()) {
    const changed = [here![index]!, there![index]!].filter((outcome) => outcome.changed);
    expect(changed).toHaveLength(1);
    expect(here![index]!.refusal ?? there![index]!.refusal).toBeUndefined();
  }
});

test('an older snapshot is folded anew from its facts', async () => {
  const [number] = numbers(1);
  await one.execute(place({ number: number! }));
  await database.pool.query(`update stories set state_version = 0, state = '{}' where order_number = $1`, [
    number,
  ]);
  expect((await one.execute(shop(number).handOff())).state!.order!.handoffs).toHaveLength(1);
  await expectSoundStories(database.pool);
});

test('a queue of thousands in the slow lane lets a single command pass', async () => {
  const orders = numbers(3000);
  let arrived = 0;
  const bulk = one.executeAll(orders.map((number) => place({ number })));
  const watched = bulk.then((outcomes) => {
    arrived = outcomes.length;
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  const [number] = numbers(1);
  await one.execute(place({ number: number! }));
  expect(arrived, 'the bulk was already through').toBe(0);
  const { rows } = await database.pool.query(
    'select count(*)::int from stories where order_number = any($1)',
    [orders],
  );
  expect(rows[0].count).toBeLessThan(orders.length / 2);
  await watched;
  expect(arrived).toBe(orders.length);
});

test('a command no module knows fails alone', async () => {
  const [a, b] = numbers(2);
  const unknown = { ...command('HandOffOrder', a!, { note: null }), type: 'Sing' } as unknown as AnyCommand;
  const results = await Promise.allSettled(
    [place({ number: a! }), unknown, place({ number: b! })].map((wish) => one.execute(wish)),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
