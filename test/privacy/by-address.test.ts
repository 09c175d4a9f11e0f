import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { customerOfShop, customerWithEmail } from '../../src/modules/accounts/index.ts';
import { openTellPerson } from '../../src/modules/notifications/personal/index.ts';
import { default_preferences, writePreferences } from '../../src/modules/notifications/preferences/index.ts';
import { askErasure, erasePeople } from '../../src/modules/privacy/erasure/index.ts';
import { type Person, readPerson, theirOrders } from '../../src/modules/privacy/person.ts';
import type { State } from '../../src/modules/state.ts';
import type { Ledger } from '../../src/story/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { place, shop } from '../support/stories.ts';

const asked_at_ms = Date.parse('2026-04-01T10:00:00Z');

let database: TestDatabase;
let ledger: Ledger<State>;
beforeAll(async () => {
  database = await testDatabase();
  ledger = ledgerOn(database.pool);
});
afterAll(() => database.close());
beforeEach(() =>
  database.pool.query('truncate contacts, listed_orders, preferences, erasures, erased_orders'),
);

/** An order of a customer, unpaid; over when it was canceled. */
async function order(
  number: string,
  {
    customer,
    over = true,
    email = 'buyer@example.com',
  }: { customer: string | null; over?: boolean; email?: string },
): Promise<void> {
  const command = place({ number, customer, payment_status: 'pending', lines: [{ id: '1', quantity: 1 }] });
  command.body.contact = { ...command.body.contact, email };
  await ledger.execute(command);
  if (over) await ledger.execute(shop(number).cancel({ '1': 1 }));
}

const ask = (person: Person) =>
  askErasure(database.pool, {
    ...{ person: { ...person, email: null }, locale: 'en', time_zone: 'UTC' },
    ...{ asked_by: 'person', keep_open: true, now_ms: asked_at_ms },
  });
const run = () =>
  erasePeople(
    { database: database.pool, ledger, tellPerson: openTellPerson(database.pool, () => {}) },
    asked_at_ms,
  );

const column = async (text: string) =>
  (await database.pool.query({ text, rowMode: 'array' })).rows.map(([value]) => value);
const contacts = () => column('select order_number from contacts order by 1');
const wishes = () => column('select person from preferences order by 1');

test('who signs in by their address alone is every order that bears it, and the ids whose orders all do', async () => {
  const now_ms = asked_at_ms;
  const account = await customerWithEmail(database.pool, 'buyer@example.com', now_ms);
  await order('A-1', { customer: 'c-own' });
  await order('A-2', { customer: 'c-shared' });
  await order('A-3', { customer: 'c-shared', email: 'other@example.com' });
  await order('A-4', { customer: null });
  await order('A-5', { customer: 'c-taken' });
  const taken = { customer: 'c-taken', email: 'somebody@example.com', name: '' };
  await customerOfShop(database.pool, taken, now_ms);
  for (const person of ['customer:c-own', 'customer:c-shared']) {
    await writePreferences(database.pool, person, default_preferences, now_ms);
  }
  const person = (await readPerson(database.pool, `account:${account}`))!;
  expect(person.keys).toEqual([`account:${account}`, 'customer:c-own']);
  expect(await Array.fromAsync(theirOrders(database.pool, person, { page: 2 }))).toEqual([
    ['A-5', 'A-4'],
    ['A-2', 'A-1'],
  ]);
  await ask(person);
  await run();
  expect(await contacts()).toEqual(['A-3']);
  expect(await wishes()).toEqual(['customer:c-shared']);
});

test('what is kept under an id goes with its last order, even while others are kept', async () => {
  const account = await customerWithEmail(database.pool, 'buyer@example.com', asked_at_ms);
  await order('B-1', { customer: 'c-own' });
  await order('B-2', { customer: 'c-open', over: false });
  for (const person of ['customer:c-own', 'customer:c-open']) {
    await writePreferences(database.pool, person, default_preferences, asked_at_ms);
  }
  await ask((await readPerson(database.pool, `account:${account}`))!);
  await run();
  expect(await contacts()).toEqual(['B-2']);
  expect(await wishes()).toEqual(['customer:c-open']);
});
