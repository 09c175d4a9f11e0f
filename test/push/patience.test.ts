import { expect, test } from 'vitest';
import { startPushService } from './push-service.ts';
import { pushShop } from './shop.ts';

test('a device that was put off for a moment is told as well, and the one that took it is told once', async () => {
  const [service, shop] = await Promise.all([startPushService(), pushShop()]);
  const [there, busy] = [service.subscribe(), service.subscribe()];
  busy.manners = [{ status: 429, headers: { 'Retry-After': '1' } }];
  await shop.order('b-1');
  await shop.add('b-1', there);
  await shop.add('b-1', busy);
  await shop.outForDelivery('b-1');
  expect(await shop.tried('b-1')).toMatchObject({ status: 'sent', attempts: 1 });
  expect([there.received.length, busy.received.length]).toEqual([1, 2]);
  await shop.close();
  await service.goDown();
});

test('a push service that says nothing is given up in time, and asked again later', async () => {
  const [service, shop] = await Promise.all([startPushService(), pushShop({ send_timeout_ms: 1_000 })]);
  const browser = service.subscribe();
  browser.manners = [{ silent_ms: 60_000 }];
  expect(await shop.tell('b-2', browser)).toMatchObject({
    status: 'waiting',
    last_error: expect.stringMatching(/^ETIMEDOUT/),
  });
  await shop.close();
  await service.goDown();
});
