import { afterAll, beforeAll, expect, test } from 'vitest';
import { putSeller } from '../../src/modules/sellers/index.ts';
import { command, shop as wishes } from '../support/stories.ts';
import { type CourteousShop, courteousShop } from './shop.ts';

let shop: CourteousShop;
beforeAll(async () => {
  shop = await courteousShop('2026-03-01T12:00:00Z');
});
afterAll(() => shop.close());

test("a seller's quiet hours are by its own clock, wherever the order goes", async () => {
  const described = { name: 'Sydney Lamps', country: 'AU', handling_days: 2, locale: 'en' };
  const seller = { ...described, id: 's-1', email: 'lamps@example.com', time_zone: 'Australia/Sydney' };
  await putSeller(shop.database.pool, seller, shop.clock.now());
  await shop.wish('seller:s-1', { quiet_hours: { from: '20:00', to: '08:00' } });
  // Noon in Warsaw, where the order goes, is ten in the evening in Sydney.
  shop.clock.set('2026-03-02T10:00:00Z');
  await shop.place('sydney-1', { time_zone: 'Europe/Warsaw' });
  await shop.run('2026-03-02T11:00:00Z');
  shop.mails.length = 0;
  await shop.at('2026-03-02T11:00:00Z', wishes('sydney-1').ask('question', { at: '2026-03-02T11:00:00Z' }));
  await shop.run('2026-03-02T11:01:00Z');
  const to_seller = () => shop.mails.filter(({ to }) => to === 'lamps@example.com').map(({ at }) => at);
  expect(to_seller()).toEqual([]);
  await shop.run('2026-03-02T20:59:00Z');
  expect(to_seller()).toEqual([]);
  await shop.run('2026-03-02T21:00:00Z');
  expect(new Set(to_seller())).toEqual(new Set(['2026-03-02T21:00:00.000Z']));
});

test('a question that was answered meanwhile is not told in the morning', async () => {
  shop.clock.set('2026-03-03T10:00:00Z');
  await shop.place('sydney-2', { time_zone: 'Europe/Warsaw' });
  const to = wishes('sydney-2');
  await shop.at('2026-03-03T11:00:00Z', to.ask('question', { at: '2026-03-03T11:00:00Z' }));
  await shop.run('2026-03-03T11:01:00Z');
  const told = { case: 'cas_1', from: 'seller' as const, text: 'Friday', print: 'p' };
  await shop.at('2026-03-03T12:00:00Z', command('AddCaseMessage', 'sydney-2', told, '2026-03-03T12:00:00Z'));
  await shop.run('2026-03-03T21:00:00Z');
  const [request] = await shop.told('sydney-2', 'request_received');
  expect(request).toMatchObject({ status: 'suppressed', reason: 'overtaken' });
});
