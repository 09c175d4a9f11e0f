import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIntake } from '../../src/modules/shipments/intake.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { anotherPool, expectSoundStories, ledgerOn, placeAll } from '../support/ledgers.ts';
import { NOON, place, shop } from '../support/stories.ts';

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

const reported_at_ms = Date.parse('2026-03-03T12:00:00Z');

/** All a carrier says of a parcel each time it says anything: its scans, and the day it believes in. */
function report(tracking_number: string, forecast: string, pool = database.pool) {
  const scan = {
    carrier: 'ups',
    tracking_number,
    external_id: null,
    reason: null,
    flags: [],
    description: null,
  };
  const where = { location: 'Boston', pickup_until: null };
  return openIntake(pool, ledgerOn(pool)).record(
    [
      { ...scan, ...where, stage: 'accepted', occurred_at: '2026-03-02T14:00:00Z' },
      { ...scan, ...where, stage: 'in_transit', occurred_at: '2026-03-02T20:00:00Z', forecast },
    ],
    reported_at_ms,
  );
}

async function dispatched(number: string): Promise<void> {
  const ledger = ledgerOn(database.pool);
  await placeAll(ledger, [place({ number, lines: [{ id: '1' }] })]);
  const tracking = { tracking_number: `N${number}`, dispatched_at: NOON };
  expect((await ledger.execute(shop(number).dispatch('p', { '1': 1 }, tracking))).refusal).toBeUndefined();
}

async function forecastsOf(number: string): Promise<[string, string][]> {
  const { rows } = await database.pool.query(
    `select data::json ->> 'to' as day, at from facts
     where order_number = $1 and type = 'ForecastChanged' order by version`,
    [number],
  );
  return rows.map(({ day, at }) => [day, at.toISOString()]);
}

test('another day is news, also when it comes with scans that are known', async () => {
  await dispatched('F-1');
  expect(await report('NF-1', '2026-03-08')).toEqual({ accepted: 2, duplicates: 0, unmatched: 0 });
  expect(await report('NF-1', '2026-03-12')).toEqual({ accepted: 0, duplicates: 2, unmatched: 0 });
  expect(await report('NF-1', '2026-03-12')).toEqual({ accepted: 0, duplicates: 2, unmatched: 0 });
  expect(await forecastsOf('F-1')).toEqual([
    ['2026-03-08', '2026-03-02T20:00:00.000Z'],
    ['2026-03-12', '2026-03-03T12:00:00.000Z'],
  ]);
  const { rows } = await database.pool.query(`select from scans where order_number = 'F-1'`);
  expect(rows).toHaveLength(2);
  // Beyond the promised day: its buyer is told.
  const revised = await database.pool.query(
    `select from facts where order_number = 'F-1' and type = 'PromiseRevised'`,
  );
  expect(revised.rows).toHaveLength(1);
});

test('the same report by two processes at once is one', async () => {
  for (let round = 0; round < 10; round++) {
    await dispatched(`G-${round}`);
    await Promise.all([report(`NG-${round}`, '2026-03-08'), report(`NG-${round}`, '2026-03-08', second)]);
    await Promise.all([report(`NG-${round}`, '2026-03-12'), report(`NG-${round}`, '2026-03-12', second)]);
    expect((await forecastsOf(`G-${round}`)).map(([day]) => day)).toEqual(['2026-03-08', '2026-03-12']);
  }
  await expectSoundStories(database.pool);
});
