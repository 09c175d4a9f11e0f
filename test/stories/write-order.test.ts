import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { anotherPool, expectSoundStories, ledgerOn } from '../support/ledgers.ts';
import { place, shop } from '../support/stories.ts';

/** A deadlock costs a second: PostgreSQL looks for one only after that. Unsorted, every other round had one. */
test('two processes that write the same orders in opposite directions never deadlock', {
  timeout: 60_000,
}, async () => {
  const database = await testDatabase();
  const pools = [anotherPool(database.url), anotherPool(database.url)];
  const [one, other] = pools.map((pool) => ledgerOn(pool));
  for (let round = 0; round < 6; round++) {
    const orders = Array.from({ length: 250 }, (_, index) => `${round}-${index}`);
    const reversed = orders.toReversed();
    await Promise.all([
      ...orders.map((number) => one!.execute(place({ number }))),
      ...reversed.map((number) => other!.execute(place({ number }))),
    ]);
    await Promise.all([
      ...orders.map((number) => one!.execute(shop(number).pay(1))),
      ...reversed.map((number) => other!.execute(shop(number).pay(1))),
    ]);
  }
  // A connection reports what it met when it ends.
  for (const pool of pools) await pool.end();
  await expect
    .poll(async () => {
      const text = `select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
      return (await database.pool.query(text)).rows[0].count;
    })
    .toBe(0);
  const { rows } = await database.pool.query(
    'select deadlocks::int, xact_rollback::int as races from pg_stat_database where datname = current_database()',
  );
  expect(rows[0].deadlocks).toBe(0);
  expect(rows[0].races, 'they never met').toBeGreaterThan(0);
  const states = await expectSoundStories(database.pool);
  for (const { payments } of states.values()) expect(payments.payments).toHaveLength(3);
  await database.close();
});
