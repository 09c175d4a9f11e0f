import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { place, shop as wishes } from '../support/stories.ts';

const NUMBER = 'zone-1';
let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
  await shop.deps.ledger.execute(place({ number: NUMBER, country: 'PL', time_zone: 'Europe/Warsaw' }));
  await shop.deps.ledger.execute(wishes(NUMBER).cancel({ '1': 3, '2': 1 }));
});
afterAll(() => shop.close());

/** What a guest reads at the end, who names this order and an address. */
async function acknowledged(email: string): Promise<string> {
  const visitor = new Visitor(shop.app);
  const review = await (await visitor.post('/withdraw', { name: 'Ann B.', number: NUMBER, email })).text();
  return (await visitor.post('/withdraw/confirm', Visitor.fields(review))).text();
}

test('whose the order is reads the moment in its zone, also when nothing of it is left', async () => {
  expect(await acknowledged('buyer@example.com')).toContain('(Europe/Warsaw, UTC+01:00)');
});

test('anybody else reads it in the zone of the shop: it says nothing of the order', async () => {
  expect(await acknowledged('other@example.com')).toContain('(UTC, UTC+00:00)');
});
