import { afterAll, beforeAll, expect, test } from 'vitest';
import { ringAlarms } from '../../src/jobs/alarms.ts';
import { noticeLateOrders } from '../../src/jobs/lateness.ts';
import type { AnyCommand } from '../../src/modules/commands.ts';
import type { State } from '../../src/modules/state.ts';
import type { Ledger } from '../../src/story/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { anotherPool, expectSoundStories, ledgerOn, placeAll } from '../support/ledgers.ts';
import { command, NOON, place, shop } from '../support/stories.ts';

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

const revise = (order: string, latest: string, at = NOON) => {
  const to = { earliest: latest, latest };
  return command('RevisePromise', order, { lines: ['1'], to, reason: 'reprint', note: null }, at);
};
const answer = (order: string, decision: 'wait' | 'cancel', at = NOON) => {
  const ids = { cancellation: `x-${order}-${decision}`, refund: `r-${order}-${decision}` };
  return command('DecideOnDelay', order, { lines: ['1'], decision, by: 'customer', ...ids }, at);
};
const one_line = [
  { id: '1', promise: { earliest: '2026-03-05', latest: '2026-03-09', source: 'given' as const } },
];
/** The last second to answer on, and the first that is too late: midnight in New York. */
const in_time = '2026-03-10T03:59:59Z';
const too_late = '2026-03-10T04:00:00Z';

async function factsOf(number: string): Promise<string[]> {
  const { rows } = await database.pool.query(
    'select type from facts where order_number = $1 order by version',
    [number],
  );
  return rows.map(({ type }) => type);
}

const outcomes = new Set(['DelayDecided', 'DecisionClosed']);
const races = 400;

/** Wishes for the same late line, at the same instant, through two processes. */
async function race(
  name: string,
  latest: string,
  wishes: (order: string) => AnyCommand[],
): Promise<Map<string, number>> {
  const ledgers: Ledger<State>[] = [ledgerOn(database.pool), ledgerOn(second)];
  const orders = Array.from({ length: races }, (_, index) => `${name}-${index}`);
  await placeAll(
    ledgers[0]!,
    orders.map((number) => place({ number, lines: one_line })),
  );
  await Promise.all(orders.map((order) => ledgers[0]!.execute(revise(order, latest))));
  await Promise.all(
    orders.flatMap((order, index) =>
      wishes(order).map((wish, place) => ledgers[(index + place) % 2]!.execute(wish)),
    ),
  );
  const states = await expectSoundStories(database.pool);
  const won = new Map<string, number>();
  for (const order of orders) {
    const facts = await factsOf(order);
    expect(
      facts.filter((type) => outcomes.has(type)),
      order,
    ).toHaveLength(1);
    const { shipped, canceled } = states.get(order)!.order!.lines[0]!.quantity;
    expect(shipped + canceled, order).toBeLessThanOrEqual(1);
    expect(
      facts.filter((type) => type === 'RefundIssued'),
      order,
    ).toHaveLength(canceled);
    const winner = shipped ? 'dispatched' : canceled ? 'canceled' : 'waits';
    won.set(winner, (won.get(winner) ?? 0) + 1);
  }
  return won;
}

test('of two answers exactly one wins', { timeout: 90_000 }, async () => {
  const won = await race('two', '2026-03-20', (order) => [answer(order, 'wait'), answer(order, 'cancel')]);
  expect([...won.keys()].sort()).toEqual(['canceled', 'waits']);
});

test('an answer at the last second or the silence after it: one of them', { timeout: 90_000 }, async () => {
  const silence = (order: string) => command('NoticeSilence', order, {}, too_late);
  const won = await race('last', '2026-05-20', (order) => [answer(order, 'wait', in_time), silence(order)]);
  expect([...won.keys()].sort()).toEqual(['canceled', 'waits']);
});

test('a dispatch or the silence that cancels: one of them', { timeout: 90_000 }, async () => {
  const silence = (order: string) => command('NoticeSilence', order, {}, too_late);
  const won = await race('gone', '2026-05-20', (order) => [
    shop(order).dispatch('p', { '1': 1 }),
    silence(order),
  ]);
  expect([...won.keys()].sort()).toEqual(['canceled', 'dispatched']);
});

test('the clock of a question rings when its day is over, once', async () => {
  const ledger = ledgerOn(database.pool);
  await placeAll(ledger, [place({ number: 'clock', lines: one_line })]);
  await ledger.execute(revise('clock', '2026-05-20'));
  await ringAlarms(database.pool, ledger, Date.parse(in_time));
  expect(await factsOf('clock')).toEqual(['OrderPlaced', 'PromiseRevised', 'DecisionAsked']);
  await ringAlarms(database.pool, ledger, Date.parse(too_late));
  await ringAlarms(database.pool, ledger, Date.parse(too_late) + 60_000);
  const facts = await factsOf('clock');
  expect(facts.slice(3)).toEqual(['DelayDecided', 'LinesCanceled', 'RefundIssued']);
  const { rows } = await database.pool.query("select 1 from alarms where order_number = 'clock'");
  expect(rows).toEqual([]);
});

test('a promise that passes is found by its index, and said once', async () => {
  const ledger = ledgerOn(database.pool);
  const lines = [{ ...one_line[0]!, id: '1' }];
  await placeAll(ledger, [
    place({ number: 'late-1', lines, country: 'DE' }),
    place({ number: 'late-2', lines, country: 'DE' }),
  ]);
  await ledger.execute(shop('late-2').dispatch('p', { '1': 1 }));
  await noticeLateOrders(database.pool, ledger, Date.parse(in_time));
  expect(await factsOf('late-1')).toEqual(['OrderPlaced']);
  await noticeLateOrders(database.pool, ledger, Date.parse(too_late));
  expect(await noticeLateOrders(database.pool, ledger, Date.parse(too_late) + 60_000)).toBe(0);
  expect(await factsOf('late-1')).toEqual(['OrderPlaced', 'PromisePassed', 'DecisionAsked']);
  expect(await factsOf('late-2')).not.toContain('PromisePassed');
});

test('a parcel nobody hears of is said once; a scan puts it off', async () => {
  const ledger = ledgerOn(database.pool);
  await placeAll(ledger, [place({ number: 'stall', lines: one_line })]);
  await ledger.execute(shop('stall').dispatch('p', { '1': 1 }));
  const scan = { stage: 'in_transit' as const, reason: null, flags: [], location: null, description: null };
  const seen = { ...scan, occurred_at: '2026-03-05T12:00:00Z', pickup_until: null, fingerprint: 'a scan' };
  await ledger.execute(shop('stall').scans('p', seen));
  const ring = (at: string) => ringAlarms(database.pool, ledger, Date.parse(at));
  await ring('2026-03-09T12:00:00Z');
  expect(await factsOf('stall')).not.toContain('ShipmentStalled');
  await ring('2026-03-12T11:59:00Z');
  expect(await factsOf('stall')).not.toContain('ShipmentStalled');
  await ring('2026-03-12T12:00:00Z');
  await ring('2026-03-30T12:00:00Z');
  expect((await factsOf('stall')).filter((type) => type === 'ShipmentStalled')).toHaveLength(1);
});
