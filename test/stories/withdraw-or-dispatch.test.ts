import { afterAll, beforeAll, expect, test } from 'vitest';
import { awaitedQuantity } from '../../src/modules/withdrawals/state.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { expectSoundStories, ledgerOn, placeAll } from '../support/ledgers.ts';
import { place, shop } from '../support/stories.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const races = 200;

/** Its seller dispatches it, its buyer withdraws, and the same form is sent twice: all in one instant. */
test('a withdrawal that races a dispatch is carried out once: canceled, or awaited, never both', async () => {
  const ledger = ledgerOn(database.pool);
  const numbers = Array.from({ length: races }, (_, index) => `race-${index}`);
  const at = { country: 'PL', time_zone: 'Europe/Warsaw', lines: [{ id: '1' }] };
  await placeAll(
    ledger,
    numbers.map((number) => place({ number, ...at })),
  );
  await Promise.all(
    numbers.flatMap((number, index) => {
      const withdraw = () => ledger.execute(shop(number).withdraw(null, `w-${number}`));
      const dispatch = () => ledger.execute(shop(number).dispatch('p', { '1': 1 }));
      const wishes = index % 2 ? [withdraw, dispatch, withdraw] : [dispatch, withdraw, withdraw];
      return wishes.map((wish) => wish());
    }),
  );
  const states = await expectSoundStories(database.pool);
  let canceled = 0;
  for (const number of numbers) {
    const { order, withdrawals, payments } = states.get(number)!;
    const { quantity } = order!.lines[0]!;
    expect(withdrawals.declared).toHaveLength(1);
    expect(quantity.canceled + awaitedQuantity(withdrawals, '1')).toBe(1);
    expect(quantity.shipped).toBe(awaitedQuantity(withdrawals, '1'));
    expect(payments.refunds).toHaveLength(quantity.canceled);
    canceled += quantity.canceled;
  }
  // It was a race: now the one won, now the other.
  expect(canceled).toBeGreaterThan(0);
  expect(canceled).toBeLessThan(races);
});
