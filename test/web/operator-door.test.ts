import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../src/lib/clock.ts';
import type { SignedIn } from '../../src/modules/accounts/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { operatorApp } from './operator-app.ts';

/** Who comes in where nobody is let in for sitting at this machine. Keys and loopback: operator.test.ts. */
const clock = fixedClock('2026-07-18T12:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const operator: SignedIn = {
  ...{ id: 'a-1', kind: 'operator', email: 'o@shop.example', name: '', customer: null, seller: null },
  ...{
    role: 'owner',
    session: 's-1',
    proof: 'passkey',
    proven_at_ms: 0,
    complete: true,
    demonstration: false,
  },
};

test.each<[string, Partial<SignedIn> | null, number, number]>([
  ['an owner', {}, 200, 303],
  ['staff', { role: 'staff' }, 200, 303],
  ['who reads along', { role: 'viewer' }, 200, 403],
  ['a seller', { kind: 'seller', seller: 's-1' }, 403, 403],
  ['who was invited and has no second factor yet', { complete: false }, 401, 401],
  ['nobody', null, 401, 401],
])('%s reads: %s, acts: %i, %i', async (_who, changes, read, act) => {
  const person = changes && { ...operator, ...changes };
  const door = operatorApp(database.pool, clock, [], { local: false, person });
  const to = (path: string, init?: RequestInit) => door.request(path, init);
  expect((await to('/operator/deliveries')).status).toBe(read);
  expect((await to('/dev/inbox')).status).toBe(read);
  const form = { method: 'POST', body: new URLSearchParams({ channel: 'none' }) };
  expect((await to('/operator/deliveries/resume', form)).status).toBe(act);
});

test('without the setting whoever sits at this machine signs in too; a reader is shown the door', async () => {
  const door = operatorApp(database.pool, clock, [], { local: false });
  const answer = await door.request('/operator/mail?x=1', { headers: { accept: 'text/html,*/*' } });
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    '/operator/sign-in?back=%2Foperator%2Fmail%3Fx%3D1',
  ]);
});
