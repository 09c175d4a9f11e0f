import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../src/lib/clock.ts';
import { keepUnmatched } from '../../src/modules/withdrawals/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { place, scan, shop as wishes } from '../support/stories.ts';
import { operatorApp } from './operator-app.ts';

let database: TestDatabase;
let app: Hono;
beforeAll(async () => {
  database = await testDatabase();
  app = operatorApp(database.pool, fixedClock('2026-04-01T12:00:00Z'));
});
afterAll(() => database.close());

const local = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };

async function read(path = '/operator/withdrawals'): Promise<string> {
  return (await app.request(`http://localhost${path}`, {}, local)).text();
}

function post(action: string, form: Record<string, string>): Promise<Response> | Response {
  const body = new URLSearchParams(form);
  const headers = { 'sec-fetch-site': 'same-origin' };
  return app.request(
    `http://localhost/operator/withdrawals/${action}`,
    { method: 'POST', body, headers },
    local,
  );
}

async function kept(number: string, declared_at = '2026-03-19T10:00:00Z'): Promise<string> {
  const said = { number, name: 'Ann <B.>', email: 'ann@elsewhere.example', locale: 'en' };
  const id = randomUUID();
  await keepUnmatched(database.pool, { id, declared_at, ...said });
  return id;
}

/** Delivered on 5 March: its period ended on the 19th. */
async function delivered(number: string): Promise<void> {
  const ledger = ledgerOn(database.pool);
  await ledger.execute(place({ number, country: 'PL', time_zone: 'Europe/Warsaw' }));
  await ledger.execute(wishes(number).dispatch(`p-${number}`, { '1': 3, '2': 1 }));
  await ledger.execute(wishes(number).scans(`p-${number}`, scan('delivered', '2026-03-05T10:00:00Z')));
}

async function declaredOf(number: string) {
  const { rows } = await database.pool.query(
    `select data from facts where order_number = $1 and type = 'WithdrawalDeclared'`,
    [number],
  );
  return rows.map(({ data }) => (typeof data === 'string' ? JSON.parse(data) : data));
}

test('a declaration that fits no order waits for a person, with what was typed', async () => {
  await kept('typo-1');
  const page = await read();
  for (const said of ['Ann &lt;B.&gt;', 'typo-1', 'ann@elsewhere.example', '19 March 2026, 11:00'])
    expect(page).toContain(said);
});

test('who finds its order has it carried out as of when it was declared, and acknowledged', async () => {
  await delivered('d-1');
  const id = await kept('typo-2');
  const twice = await Promise.all([
    post('match', { id, number: ' d-1' }),
    post('match', { id, number: 'd-1' }),
  ]);
  expect(twice.map(({ status }) => status)).toEqual([303, 303]);
  expect(await declaredOf('d-1')).toMatchObject([
    { declared_at: '2026-03-19T10:00:00Z', within_period: true, until: '2026-03-19' },
  ]);
  const { rows } = await database.pool.query(
    `select type from notifications where order_number = 'd-1' and type = 'withdrawal_acknowledged'`,
  );
  expect(rows).toHaveLength(1);
  expect(await read()).not.toContain('typo-2');
});

test('an order that cannot be it leaves the declaration waiting, and says why', async () => {
  await delivered('d-2');
  const first = await kept('typo-3');
  await post('match', { id: first, number: 'd-2' });
  const id = await kept('typo-4');
  for (const [number, why] of [
    ['none', 'There is no order with this number.'],
    ['d-2', 'Nothing of that order is left to withdraw from.'],
  ] as const) {
    const refused = await post('match', { id, number });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain(why);
  }
  expect(await read()).toContain('typo-4');
});

test('what is dealt with in another way waits no longer, and changes no order', async () => {
  const id = await kept('typo-5');
  expect((await post('settle', { id })).status).toBe(303);
  expect(await read()).not.toContain('typo-5');
  expect((await post('match', { id, number: 'd-1' })).status).toBe(303);
  expect(await declaredOf('d-1')).toHaveLength(1);
});
