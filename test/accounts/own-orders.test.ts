import { afterAll, beforeAll, expect, test } from 'vitest';
import { endSessions } from '../../src/modules/accounts/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { ORDER, place } from '../support/stories.ts';

/** Orders of `place` are of buyer@example.com. */
let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
  await shop.deps.ledger.execute(place({ locale: 'en' }));
});
afterAll(() => shop.close());

async function visitorAs(buyer: { email: string; customer?: string }): Promise<Visitor> {
  const visitor = new Visitor(shop.app);
  await shop.signIn(visitor, buyer);
  return visitor;
}

test('an order opens to whoever has proven its address, in any case', async () => {
  const visitor = await visitorAs({ email: 'Buyer@Example.com' });
  const page = await visitor.get(`/orders/${ORDER}`);
  expect(page.status).toBe(200);
  // Forms of the page need a session of their own.
  expect(visitor.cookie).toMatch(/(^|; )tidings=/);
  expect((await visitor.get(`/orders/${ORDER}/cancel?line=1`)).status).toBe(200);
});

test('nobody else', async () => {
  const stranger = await visitorAs({ email: 'someone@example.com', customer: 'c-elsewhere' });
  const answer = await stranger.get(`/orders/${ORDER}`);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/status?number=${ORDER}`]);
});

test('a session that was ended opens nothing from then on', async () => {
  const visitor = await visitorAs({ email: 'buyer@example.com' });
  expect((await visitor.get(`/orders/${ORDER}`)).status).toBe(200);
  const account = await shop.deps.accounts.whoIs('customer', visitor.cookie);
  await endSessions(shop.deps.database, 'customer', account!.id);
  expect((await visitor.get(`/orders/${ORDER}`)).status).toBe(303);
});

test('a cookie that we did not write opens nothing', async () => {
  const visitor = await visitorAs({ email: 'buyer@example.com' });
  const cookie = visitor.cookie.replace(/(session_token=.{3})./, '$1!');
  expect(await shop.deps.accounts.whoIs('customer', cookie)).toBeNull();
  expect(await shop.deps.accounts.whoIs('staff', visitor.cookie)).toBeNull();
});

test('a session ends when it lies idle, and some day whatever its holder does', async () => {
  const day_ms = 86_400_000;
  const began_ms = shop.clock.now();
  const visitor = await visitorAs({ email: 'buyer@example.com' });
  const who = () => shop.deps.accounts.whoIs('customer', visitor.cookie);
  for (let day = 20; day < 90; day += 20) {
    shop.clock.set(began_ms + day * day_ms);
    expect(await who()).toMatchObject({ email: 'buyer@example.com' });
  }
  shop.clock.set(began_ms + 90 * day_ms);
  expect(await who()).toBeNull();
  const other = await visitorAs({ email: 'buyer@example.com' });
  shop.clock.advance(30 * day_ms);
  expect(await shop.deps.accounts.whoIs('customer', other.cookie)).toBeNull();
});
