import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCustomerDoor, openStaffDoor } from '../../src/modules/accounts/auth/door.ts';
import { authPath } from '../../src/modules/accounts/index.ts';
import { OPEN_ROUTES } from '../../src/web/account/passkey-routes.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
});
afterAll(() => shop.close());

const doors = [
  ['customer', openCustomerDoor],
  ['staff', openStaffDoor],
] as const;

test.each(doors)(
  'of what better-auth can answer at the door of a %s, only passkeys are open',
  async (realm, open) => {
    const { database, clock, secrets, public_url } = shop.deps;
    const door = open({ database, clock, secrets, public_url, shop: 'X' });
    const routes = Object.values(
      door.api as Record<string, { path?: string; options?: { method?: unknown } }>,
    ).flatMap(({ path, options }) =>
      path ? [options?.method].flat().map((method) => `${method ?? 'GET'} ${path}`) : [],
    );
    const may = OPEN_ROUTES.map(({ method, name }) => `${method} /passkey/${name}`);
    expect(routes.length).toBeGreaterThan(25);
    expect(routes).toEqual(expect.arrayContaining(may));
    const answered: string[] = [];
    for (const route of new Set(routes)) {
      const [method = '', path = ''] = route.split(' ');
      const visitor = new Visitor(shop.app);
      const address = `${authPath(realm)}${path.replace(/:\w+/g, 'x')}`;
      const answer = method === 'GET' ? await visitor.get(address) : await visitor.post(address, {});
      if (answer.status !== 404) answered.push(route);
    }
    expect(answered.sort()).toEqual([...may].sort());
  },
);

test('adding a passkey wants somebody who came in a moment ago', async () => {
  const path = '/auth/customer/passkey/generate-register-options';
  const visitor = new Visitor(shop.app);
  expect((await visitor.get(path)).status).toBe(403);
  await shop.signIn(visitor, { email: 'a@example.com' });
  shop.clock.advance(10 * 60_000);
  expect((await visitor.get(path)).status).toBe(403);
});
