import { afterAll, beforeAll, expect, test } from 'vitest';
import type { State } from '../../src/modules/state.ts';
import type { Ledger } from '../../src/story/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { anotherPool, expectSoundStories, ledgerOn, placeAll } from '../support/ledgers.ts';
import { place, shop } from '../support/stories.ts';

let database: TestDatabase;
let second: ReturnType<typeof anotherPool>;
beforeAll(async () => {
  database = await testDatabase();
  second = anotherPool(database.url);
});
afterAll(async () => {
  await second.end();
  await database.close();
});

const rounds = 40;
const races_a_round = 50;

/** Two wishes for the only unit of an order, at the same instant, thousands of times. */
async function race(name: string, dispatching: Ledger<State>, canceling: Ledger<State>): Promise<number> {
  const refusals = new Map<string, string[]>();
  for (let round = 0; round < rounds; round++) {
    const orders = Array.from({ length: races_a_round }, (_, index) => `${name}-${round}-${index}`);
    await placeAll(
      dispatching,
      orders.map((number) => place({ number, lines: [{ id: '1' }] })),
    );
    const wishes = shuffled([
      ...orders.map((number) => ({
        number,
        ledger: dispatching,
        command: shop(number).dispatch('p', { '1': 1 }),
      })),
      ...orders.map((number) => ({ number, ledger: canceling, command: shop(number).cancel({ '1': 1 }) })),
    ]).map(({ number, ledger, command }) => ({ number, outcome: ledger.execute(command) }));
    for (const { number, outcome } of wishes) {
      const { refusal } = await outcome;
      if (refusal) refusals.set(number, [...(refusals.get(number) ?? []), refusal.code]);
    }
  }
  const states = await expectSoundStories(database.pool);
  return expectOneWinnerEach(
    [...states].filter(([number]) => number.startsWith(`${name}-`)),
    refusals,
  );
}

function expectOneWinnerEach(orders: [string, State][], refusals: ReadonlyMap<string, string[]>): number {
  expect(orders).toHaveLength(rounds * races_a_round);
  let dispatches = 0;
  for (const [number, { order }] of orders) {
    const { shipped, canceled } = order!.lines[0]!.quantity;
    expect(shipped + canceled, number).toBe(1);
    expect(refusals.get(number), number).toEqual([
      shipped ? 'line_already_shipped' : 'line_already_canceled',
    ]);
    dispatches += shipped;
  }
  return dispatches;
}

function shuffled<Value>(values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

test('in one process exactly one of the two wins, always', { timeout: 60_000 }, async () => {
  const ledger = ledgerOn(database.pool);
  const dispatches = await race('one', ledger, ledger);
  // It was a race: now the one won, now the other. (Between processes the one that commits first may win them all.)
  expect(dispatches).toBeGreaterThan(0);
  expect(dispatches).toBeLessThan(rounds * races_a_round);
});

test('in two processes exactly one of the two wins, always', { timeout: 60_000 }, async () => {
  await race('two', ledgerOn(database.pool), ledgerOn(second));
});
