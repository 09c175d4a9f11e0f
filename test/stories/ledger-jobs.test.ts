import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeStory, projectStory, STORY_COLUMNS } from '../../src/modules/composition.ts';
import { noteRow } from '../../src/modules/orders/rows.ts';
import type { State } from '../../src/modules/state.ts';
import { type Job, openLedger, type StoryModule } from '../../src/story/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { place, shop } from '../support/stories.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Rings a bell of the order whenever something happens to it; every bell of an order replaces the one before. */
const BELL: StoryModule<State> = {
  name: 'bell',
  commands: [],
  decide: () => ({ facts: [] }),
  evolve() {},
  react(fact, state, { jobs, rows }) {
    const { number, customer } = state.order!;
    const job: Job = { task: 'ring', key: `bell:${number}`, payload: { number, version: fact.version } };
    jobs.push(
      fact.type === 'OrderHandedOff' ? job : { ...job, run_at: `2026-06-0${fact.version}T10:00:00Z` },
    );
    if (customer === 'unlucky') rows.push(noteRow(number, fact.command_id, '\u0000'));
  },
};

const number = () => `n-${randomUUID()}`;

async function jobsOf(key: string) {
  const { rows } = await database.pool.query(
    `select t.identifier as task, j.payload, j.run_at, j.revision from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where j.key = $1`,
    [`bell:${key}`],
  );
  return rows;
}

test('a job is written in the commit of its fact', async () => {
  const order = number();
  await ledgerOn(database.pool, [BELL]).execute(place({ number: order }));
  expect(await jobsOf(order)).toMatchObject([
    { task: 'ring', payload: { number: order, version: 1 }, run_at: new Date('2026-06-01T10:00:00Z') },
  ]);
});

test('jobs of one key in one batch are one job: the last', async () => {
  const ledger = ledgerOn(database.pool, [BELL]);
  const order = number();
  const to = shop(order);
  await Promise.all(
    [place({ number: order }), to.invoice('1'), to.invoice('2')].map((wish) => ledger.execute(wish)),
  );
  expect(await jobsOf(order)).toMatchObject([
    { payload: { version: 3 }, run_at: new Date('2026-06-03T10:00:00Z') },
  ]);
});

test('a later job of the same key replaces the earlier one', async () => {
  const ledger = ledgerOn(database.pool, [BELL]);
  const order = number();
  await ledger.execute(place({ number: order }));
  await ledger.execute(shop(order).invoice());
  expect(await jobsOf(order)).toMatchObject([
    { payload: { version: 2 }, run_at: new Date('2026-06-02T10:00:00Z') },
  ]);
});

test('a job without a time is due at once', async () => {
  const ledger = ledgerOn(database.pool, [BELL]);
  const order = number();
  await ledger.execute(place({ number: order }));
  await ledger.execute(shop(order).handOff());
  const [job] = await jobsOf(order);
  const { rows } = await database.pool.query('select now() >= $1 as due', [job.run_at]);
  expect(rows[0].due).toBe(true);
});

test('what is not stored rings no bell', async () => {
  const ledger = ledgerOn(database.pool, [BELL]);
  const order = number();
  await expect(ledger.execute(place({ number: order, customer: 'unlucky' }))).rejects.toThrow();
  expect((await ledger.execute(shop(order).handOff())).refusal!.code).toBe('order_not_found');
  expect(await jobsOf(order)).toEqual([]);
});

test('those who deliver are told which tables got rows, after the commit', async () => {
  const order = number();
  const told: string[][] = [];
  const ledger = openLedger({
    pool: database.pool,
    composition: composeStory(),
    state_version: 1,
    columns: STORY_COLUMNS,
    project: projectStory,
    afterCommit: (tables) => told.push([...tables].sort()),
  });
  await ledger.execute(place({ number: order }));
  await ledger.execute(place({ number: order }));
  await ledger.execute(shop(order).handOff());
  expect(told).toEqual([['contacts', 'listed_orders', 'order_sellers']]);
});
