import { afterEach, beforeEach, expect, test } from 'vitest';
import { fresh_ms, keepStaff } from '../../src/modules/accounts/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { atDesk, password } from '../support/staff.ts';
import { mailsTo } from './mailed.ts';

/** One for each test: all of them come from one network, which may fail so often and no more. */
let shop: TestShop;
beforeEach(async () => {
  shop = await testShop();
  // better-auth reads the system's clock for what it keeps itself.
  shop.clock.set(Date.now());
});
afterEach(() => shop.close());

const another = 'another horse battery';
const account = '/desk/account';

async function opens(email: string, tried: string): Promise<boolean> {
  const answer = await new Visitor(shop.app).post('/desk/sign-in', { email, password: tried });
  return answer.status === 200;
}

async function change(visitor: Visitor, old_password: string, new_password: string) {
  const { token } = Visitor.fields(await (await visitor.get(account)).text());
  return visitor.post(`${account}/password`, { token: token!, old_password, new_password });
}

test('another password takes the old one and a fresh proof, ends every other session, and is told by mail', async () => {
  const email = 'ann@books.example';
  const visitor = await atDesk(shop, { email, seller: 's-1' });
  const { id, session } = (await shop.deps.accounts.whoIs('staff', visitor.cookie))!;
  const elsewhere = new Visitor(shop.app);
  elsewhere.keep(await shop.deps.accounts.begin('staff', id, 'passkey', new Headers()));

  expect((await change(visitor, 'not the one I have', another)).status).toBe(422);
  expect((await change(visitor, password, 'short')).status).toBe(422);
  expect(
    (await visitor.post(`${account}/password`, { old_password: password, new_password: another })).status,
  ).toBe(403);
  expect(await opens(email, password)).toBe(true);
  expect(await mailsTo(shop, email)).toEqual([]);

  const done = await change(visitor, password, another);
  expect(done.headers.get('location')).toBe(`${account}?changed=password`);
  expect(await (await visitor.get(`${account}?changed=password`)).text()).toContain(
    'Your password is changed.',
  );
  expect([await opens(email, password), await opens(email, another)]).toEqual([false, true]);
  expect(await shop.deps.accounts.whoIs('staff', elsewhere.cookie)).toBeNull();
  expect(await shop.deps.accounts.whoIs('staff', visitor.cookie)).toMatchObject({ session, complete: true });
  expect(await mailsTo(shop, email)).toEqual([
    { type: 'access_changed', data: { what: 'password', kind: 'seller', role: 'owner' } },
  ]);
});

test('a proof that has grown old is renewed first', async () => {
  const email = 'ben@books.example';
  const visitor = await atDesk(shop, { email, seller: 's-1' });
  const { token } = Visitor.fields(await (await visitor.get(account)).text());
  shop.clock.advance(fresh_ms);
  expect(await (await visitor.get(account)).text()).toContain(
    'Confirm that it is you to change the password',
  );
  const form = { token: token!, old_password: password, new_password: another };
  const answer = await visitor.post(`${account}/password`, form);
  expect(answer.headers.get('location')).toBe('/desk/confirm?back=%2Fdesk%2Faccount');
  shop.clock.set(Date.now());
  expect(await opens(email, password)).toBe(true);
});

test('who comes in with a passkey alone has none to change', async () => {
  const person = { kind: 'seller' as const, seller: 's-1', email: 'key@books.example', name: '' };
  const now_ms = shop.clock.now();
  const id = await keepStaff(shop.database.pool, { ...person, role: 'staff', demonstration: false }, now_ms);
  const visitor = new Visitor(shop.app);
  visitor.keep(await shop.deps.accounts.begin('staff', id!, 'passkey', new Headers()));
  expect(await (await visitor.get(account)).text()).not.toContain('old_password');
  expect((await change(visitor, password, another)).status).toBe(422);
});
