import { afterAll, beforeAll, expect, test } from 'vitest';
import { owedAmount } from '../../src/modules/cancellations/cancellations.ts';
import { paidAmount, refundedAmount } from '../../src/modules/payments/state.ts';
import type { State } from '../../src/modules/state.ts';
import type { Ledger } from '../../src/story/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { anotherPool, expectSoundStories, ledgerOn, placeAll } from '../support/ledgers.ts';
import { HANDLING, place, shop } from '../support/stories.ts';

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

const races = 1000;
const elsewhere = { option: 'expedited', ship_to: { line1: '2 Elm St' } } as const;

/** Two wishes for each order at the same instant. @returns which of the changes were refused, and why */
async function race(
  name: string,
  { changing, other, wish }: Record<'changing' | 'other', Ledger<State>> & { wish: Wish },
): Promise<Map<string, string | undefined>> {
  const orders = Array.from({ length: races }, (_, index) => `${name}-${index}`);
  const lines = [{ id: '1' }, { id: '2' }];
  await placeAll(
    changing,
    orders.map((number) => place({ number, lines, handling: HANDLING })),
  );
  const refusals = new Map<string, string | undefined>();
  const change = async (number: string) => {
    const { refusal } = await changing.execute(shop(number).changeOrder(elsewhere));
    refusals.set(number, refusal?.code);
  };
  const wishes = orders.flatMap((number, index) => {
    const both = [() => change(number), () => other.execute(wish(shop(number)))];
    return index % 2 ? both : both.reverse();
  });
  await Promise.all(wishes.map((wish) => wish()));
  return refusals;
}

type Wish = (to: ReturnType<typeof shop>) => Parameters<Ledger<State>['execute']>[0];

interface Went {
  order_number: string;
  now: string;
  /** Of the shipment, when it is another. */
  left_to: string | null;
}

/** Where each order goes, and where its shipment went. */
async function addresses(name: string): Promise<Map<string, Went>> {
  const { rows } = await database.pool.query<Went>(
    `select c.order_number, c.ship_to ->> 'line1' as now, a.ship_to ->> 'line1' as left_to
     from contacts c left join shipment_addresses a using (order_number) where c.order_number like $1`,
    [`${name}-%`],
  );
  return new Map(rows.map((row) => [row.order_number, row]));
}

const timeout = 60_000;

test('everything dispatched: either the change was first, or it is refused and nothing of it stands', {
  timeout,
}, async () => {
  const ledger = ledgerOn(database.pool);
  const wish: Wish = (to) => to.dispatch('p', { '1': 1, '2': 1 });
  const refusals = await race('all', { changing: ledger, other: ledger, wish });
  const went = await addresses('all');
  for (const [number, refusal] of refusals) {
    expect([undefined, 'already_dispatched']).toContain(refusal);
    const line1 = refusal ? '1 Main St' : '2 Elm St';
    expect(went.get(number), number).toEqual({ order_number: number, now: line1, left_to: null });
  }
  const won = [...refusals.values()].filter((refusal) => refusal === undefined).length;
  expect(won).toBeGreaterThan(0);
  expect(won).toBeLessThan(races);
});

test('a part dispatched: it goes where the order went at that moment, the rest elsewhere', {
  timeout,
}, async () => {
  const wish: Wish = (to) => to.dispatch('p', { '1': 1 });
  const refusals = await race('part', { changing: ledgerOn(database.pool), other: ledgerOn(second), wish });
  expect([...new Set(refusals.values())]).toEqual([undefined]);
  const went = await addresses('part');
  const { rows } = await database.pool.query<{ order_number: string; first: string }>(
    `select distinct on (order_number) order_number, type as first from facts
     where order_number like 'part-%' and type in ('ShipmentDispatched', 'OrderChanged') order by order_number, version`,
  );
  expect(rows).toHaveLength(races);
  for (const { order_number, first } of rows) {
    const left_to = first === 'ShipmentDispatched' ? '1 Main St' : null;
    expect(went.get(order_number), order_number).toEqual({ order_number, now: '2 Elm St', left_to });
  }
});

test('everything canceled: the surcharge comes back with it, or was never there', { timeout }, async () => {
  const wish: Wish = (to) => to.cancel({ '1': 1, '2': 1 });
  const refusals = await race('off', { changing: ledgerOn(database.pool), other: ledgerOn(second), wish });
  expect(new Set(refusals.values()).size).toBeGreaterThan(0);
  for (const refusal of refusals.values()) expect([undefined, 'order_already_canceled']).toContain(refusal);
  const states = await expectSoundStories(database.pool);
  for (const [number, state] of states) {
    if (!number.startsWith('off-')) continue;
    expect(owedAmount(state), number).toBe(0);
    expect(paidAmount(state.payments) - refundedAmount(state.payments), number).toBe(0);
  }
});
