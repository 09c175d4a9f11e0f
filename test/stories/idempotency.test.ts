import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { State } from '../../src/modules/state.ts';
import type { Ledger, Outcome, Remember } from '../../src/story/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { anotherPool, expectSoundStories, ledgerOn } from '../support/ledgers.ts';
import { place, shop } from '../support/stories.ts';

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

/** Keeps what the contract keeps: successes and rule refusals. The mark shows whose answer came back. */
const remember = (key: string, fingerprint = 'said this', mark: string = randomUUID()): Remember<State> => ({
  key,
  fingerprint,
  answer: ({ refusal, version }) => {
    if (refusal && refusal.kind !== 'conflict') return null;
    return { status: refusal ? 409 : 201, body: JSON.stringify({ mark, version, code: refusal?.code }) };
  },
});

async function placed(): Promise<string> {
  const number = `n-${randomUUID()}`;
  await one.execute(place({ number }));
  return number;
}

const paymentsOf = async (number: string) =>
  (await one.preview(shop(number).handOff())).state.payments.payments.length;

/** What the callers of one key were told: one real answer, and the same again word for word. */
function expectOneAnswer(outcomes: readonly Outcome<State>[]): void {
  const first = outcomes.filter((outcome) => outcome.changed);
  const replayed = outcomes.filter((outcome) => outcome.replayed);
  expect(first).toHaveLength(1);
  expect(replayed).toHaveLength(outcomes.length - 1);
  expect(new Set(replayed.map((outcome) => outcome.replayed!.body)).size).toBeLessThanOrEqual(1);
  for (const { replayed: answer } of replayed)
    expect(JSON.parse(answer!.body)).toMatchObject({ version: first[0]!.version });
}

test('the same call again is answered word for word and not done again', async () => {
  const order = await placed();
  const key = randomUUID();
  await one.execute(shop(order).pay(5, null), remember(key, 'said this', 'first'));
  const again = await other.execute(shop(order).pay(5, null), remember(key, 'said this', 'second'));
  expect(again.replayed).toMatchObject({ status: 201, body: '{"mark":"first","version":2}' });
  expect(await paymentsOf(order)).toBe(2);
});

test('the same key with other content is refused and not done', async () => {
  const order = await placed();
  const key = randomUUID();
  await one.execute(shop(order).pay(5, null), remember(key));
  const reused = await one.execute(shop(order).pay(6, null), remember(key, 'said that'));
  expect(reused.refusal).toEqual({ code: 'idempotency_key_reused', kind: 'invalid' });
  expect(await paymentsOf(order)).toBe(2);
});

test('in one batch one call is done, its repeats are answered alike, and another content is refused', async () => {
  const order = await placed();
  const key = randomUUID();
  const calls = Array.from({ length: 6 }, () => one.execute(shop(order).pay(5, null), remember(key)));
  const reused = one.execute(shop(order).pay(6, null), remember(key, 'said that'));
  expectOneAnswer(await Promise.all(calls));
  expect((await reused).refusal!.code).toBe('idempotency_key_reused');
  expect(await paymentsOf(order)).toBe(2);
});

test('through two ledgers at once it is done once, for every one of many keys', {
  timeout: 60_000,
}, async () => {
  const orders = await Promise.all(Array.from({ length: 60 }, placed));
  const told = await Promise.all(
    orders.map((order, index) => {
      const key = randomUUID();
      const calls = [one, other, one, other].map((ledger) =>
        ledger.execute(shop(order).pay(index + 1, null), remember(key)),
      );
      return Promise.all(calls);
    }),
  );
  for (const outcomes of told) expectOneAnswer(outcomes);
  for (const order of orders) expect(await paymentsOf(order)).toBe(2);
  await expectSoundStories(database.pool);
});

test('one key for two orders at once is one call', async () => {
  const [a, b] = [await placed(), await placed()];
  const key = randomUUID();
  const outcomes = await Promise.all([
    one.execute(shop(a).pay(5, null), remember(key, 'about a')),
    other.execute(shop(b).pay(5, null), remember(key, 'about b')),
  ]);
  expect(outcomes.map((outcome) => outcome.refusal?.code ?? 'done').sort()).toEqual([
    'done',
    'idempotency_key_reused',
  ]);
});

test('a refusal by a rule is kept, one that is not to be kept is not', async () => {
  const order = await placed();
  const [kept, forgotten] = [randomUUID(), randomUUID()];
  await one.execute(shop(order).cancel({ '1': 9 }), remember(kept));
  expect((await one.execute(shop(order).cancel({ '1': 9 }), remember(kept))).replayed).toMatchObject({
    status: 409,
  });
  await one.execute(shop(order).cancel({ '9': 1 }), remember(forgotten));
  const again = await one.execute(shop(order).cancel({ '1': 1 }), remember(forgotten, 'corrected'));
  expect(again).toMatchObject({ changed: true });
});

test('the answer kept is that of its own attempt, not of one that lost a race', {
  timeout: 60_000,
}, async () => {
  const order = await placed();
  const calls = Array.from({ length: 300 }, (_, index) => {
    const key = randomUUID();
    const ledger = index % 2 ? one : other;
    return ledger.execute(shop(order).pay(1, key), remember(key)).then((outcome) => ({ key, outcome }));
  });
  const answered = await Promise.all(calls);
  const { rows } = await database.pool.query('select key, body from answers where order_number = $1', [
    order,
  ]);
  const kept = new Map(rows.map((row) => [row.key, JSON.parse(row.body).version]));
  for (const { key, outcome } of answered) expect(kept.get(key)).toBe(outcome.version);
  expect(new Set(kept.values()).size).toBe(300);
});
