import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { noteRow } from '../../src/modules/orders/rows.ts';
import type { State } from '../../src/modules/state.ts';
import type { StoryModule } from '../../src/story/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { expectSoundStories, factsByCommand, ledgerOn } from '../support/ledgers.ts';
import { place, shop } from '../support/stories.ts';

// Many runs, on machines that do other things too.
vi.setConfig({ testTimeout: 90_000 });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const numbers = (count: number) => Array.from({ length: count }, () => `n-${randomUUID()}`);
/** An order's customer says what goes wrong with it. */
const troubled = (number: string, customer: string) => place({ number, customer });

/** Modules that break, each at another place, on orders of a certain customer. */
const BREAKING: StoryModule<State>[] = [
  module('breaks_evolve', () => {
    throw new Error('evolve broke');
  }),
  {
    ...module('breaks_react'),
    react(_fact, state) {
      if (state.order!.customer === 'breaks_react') throw new Error('react broke');
    },
  },
  {
    ...module('writes_nul'),
    react(fact, state, effects) {
      if (state.order!.customer !== 'writes_nul') return;
      effects.rows.push(noteRow(state.order!.number, fact.command_id, 'a NUL \u0000 in a text'));
    },
  },
  {
    ...module('writes_no_date'),
    react(_fact, state, effects) {
      if (state.order!.customer !== 'writes_no_date') return;
      effects.jobs.push({ task: 'ring', key: state.order!.number, payload: {}, run_at: 'not a time' });
    },
  },
];

function module(customer: string, evolve?: () => void): StoryModule<State> {
  return {
    name: customer,
    commands: [],
    decide: () => ({ facts: [] }),
    evolve: (state) => {
      if (state.order?.customer === customer) evolve?.();
    },
  };
}

const TROUBLES = ['breaks_evolve', 'breaks_react', 'writes_nul', 'writes_no_date'];

describe.each(TROUBLES)('a command that %s', (trouble) => {
  test('fails alone in its batch', async () => {
    const ledger = ledgerOn(database.pool, BREAKING);
    const orders = numbers(40);
    const commands = orders.map((number, index) => troubled(number, index % 13 === 5 ? trouble : 'c-1'));
    const results = await Promise.allSettled(commands.map((command) => ledger.execute(command)));
    const stored = await factsByCommand(database.pool);
    for (const [index, result] of results.entries()) {
      expect(result.status).toBe(index % 13 === 5 ? 'rejected' : 'fulfilled');
      expect(stored.get(commands[index]!.id)).toEqual(index % 13 === 5 ? undefined : ['OrderPlaced']);
    }
  });

  test('leaves the other commands on its own order as they would have been without it', async () => {
    const ledger = ledgerOn(database.pool, BREAKING);
    const [number] = numbers(1);
    const bad = troubled(number!, trouble);
    const wishes = [bad, place({ number: number! }), shop(number).handOff()];
    const results = await Promise.allSettled(wishes.map((command) => ledger.execute(command)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(results[2]).toMatchObject({ value: { version: 2 } });
  });
});

test('more poisoned commands than races are tried still fail one by one', async () => {
  const ledger = ledgerOn(database.pool, BREAKING);
  const commands = numbers(60).map((number, index) => troubled(number, index % 2 ? 'breaks_react' : 'c-1'));
  const results = await Promise.allSettled(commands.map((command) => ledger.execute(command)));
  for (const [index, result] of results.entries()) {
    if (index % 2) expect(result).toMatchObject({ status: 'rejected', reason: { message: 'react broke' } });
    else expect(result).toMatchObject({ status: 'fulfilled', value: { version: 1 } });
  }
});

test('refusals in a batch harm nobody', async () => {
  const ledger = ledgerOn(database.pool);
  const orders = numbers(30);
  const wishes = orders.map((number, index) => (index % 2 ? place({ number }) : shop(number).handOff()));
  const outcomes = await Promise.all(wishes.map((wish) => ledger.execute(wish)));
  for (const [index, outcome] of outcomes.entries())
    expect(outcome.refusal?.code).toBe(index % 2 ? undefined : 'order_not_found');
});

test('an order number PostgreSQL cannot store fails alone', async () => {
  const ledger = ledgerOn(database.pool);
  const [a, b] = numbers(2);
  const wishes = [place({ number: a! }), place({ number: 'nul \u0000' }), place({ number: b! })];
  const results = await Promise.allSettled(wishes.map((wish) => ledger.execute(wish)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('everything stored above is sound', async () => {
  expect((await expectSoundStories(database.pool)).size).toBeGreaterThan(100);
});
