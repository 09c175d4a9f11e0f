import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unpackMessage } from '../../src/modules/notifications/deliveries/index.ts';
import { type PushService, startPushService } from './push-service.ts';
import { OUT_AT, type PushShop, pushShop } from './shop.ts';

let service: PushService;
let shop: PushShop;

beforeAll(async () => {
  [service, shop] = await Promise.all([startPushService(), pushShop()]);
});
afterAll(async () => {
  await shop.close();
  await service.goDown();
});

describe('what is sent', () => {
  test('reads in the browser alone, says what happened, and leads to the order', async () => {
    const browser = service.subscribe();
    const delivery = await shop.tell('w-1', browser);
    expect(delivery).toMatchObject({ type: 'shipment_out_for_delivery', status: 'sent', last_error: null });
    const [received] = browser.received;
    expect(browser.received).toHaveLength(1);
    expect(received!.payload).toMatchObject({
      title: expect.stringMatching(/^Out for delivery.*Thing 1/),
      lang: 'en',
      dir: 'ltr',
      page: '/orders/w-1',
      tag: received!.headers.topic,
      at_ms: Date.parse(OUT_AT),
    });
    expect(received!.payload.link).toMatch(/^https:\/\/shop\.example\/o\/\S+$/);
    expect(received!.payload.body).not.toBe('');
  });

  test('carries neither name nor address, and is small', async () => {
    const browser = service.subscribe();
    await shop.tell('w-2', browser);
    const [{ payload, body }] = browser.received as [(typeof browser.received)[0]];
    const text = JSON.stringify(payload);
    for (const personal of ['Ann', 'Main St', 'Boston', 'buyer@']) expect(text).not.toContain(personal);
    expect(body.length).toBeLessThan(3_000);
  });

  test('with the headers a push service needs: until midnight in New York, and at once', async () => {
    const browser = service.subscribe();
    await shop.tell('w-3', browser);
    const [{ headers }] = browser.received as [(typeof browser.received)[0]];
    const midnight = Date.parse('2026-03-06T05:00:00Z');
    expect(headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      ttl: String((midnight - shop.clock.now()) / 1000),
      urgency: 'high',
    });
    expect(headers.topic).toMatch(/^[\w-]{1,32}$/);
  });

  test('signed as ours for that push service, for less than a day; the token is used again', async () => {
    const [one, other] = [service.subscribe(), service.subscribe()];
    await shop.tell('w-4', one, other);
    const [first, second] = [one.received[0]!, other.received[0]!];
    expect(first.claims).toMatchObject({ aud: service.url, sub: 'mailto:orders@shop.example' });
    expect(first.claims.exp).toBeGreaterThan(shop.clock.now() / 1000);
    expect(first.claims.exp).toBeLessThanOrEqual(shop.clock.now() / 1000 + 86_400);
    expect(first.server_key).toBe(shop.public_key);
    expect(second.headers.authorization).toBe(first.headers.authorization);
  });

  test('one topic for one order, and another for another', async () => {
    const [one, other] = [service.subscribe(), service.subscribe()];
    await shop.tell('w-5', one);
    await shop.tell('w-6', other);
    expect(one.received[0]!.headers.topic).not.toBe(other.received[0]!.headers.topic);
  });

  test('each device in the language it was added in', async () => {
    const [english, polish] = [service.subscribe(), service.subscribe()];
    await shop.order('w-7');
    await shop.add('w-7', english);
    await shop.add('w-7', polish, { locale: 'pl' });
    await shop.outForDelivery('w-7');
    await shop.tried('w-7');
    expect(english.received[0]!.payload.lang).toBe('en');
    expect(polish.received[0]!.payload).toMatchObject({
      lang: 'pl',
      title: expect.stringMatching(/w doręczeniu/i),
    });
  });

  test('can be read in the development inbox, without the endpoint', async () => {
    const browser = service.subscribe();
    const { message_id } = await shop.tell('w-8', browser);
    const { rows } = await shop.database.query('select * from dev_inbox where message_id = $1', [message_id]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ channel: 'push', order_number: 'w-8', recipient: 'Firefox' });
    expect(JSON.stringify(unpackMessage(rows[0].body))).not.toContain(service.url);
  });
});

describe('nobody to send to', () => {
  test('without a device nothing is even planned', async () => {
    await shop.order('n-1');
    await shop.outForDelivery('n-1');
    const { rows } = await shop.database.query(
      `select channel from deliveries where subject_key = 'order:n-1' and channel = 'push'`,
    );
    expect(rows).toEqual([]);
  });

  test('the last device went away in between', async () => {
    const browser = service.subscribe();
    await shop.order('n-2');
    await shop.add('n-2', browser);
    await shop.database.query(`delete from push_devices where person = 'order:n-2'`);
    await shop.outForDelivery('n-2');
    expect(await shop.tried('n-2')).toMatchObject({ status: 'suppressed', last_error: 'no_device' });
  });

  test.each([
    [
      'the order was closed to those who had opened it',
      `update contacts set access_epoch = 2 where order_number = $1`,
    ],
    ['our key was changed', `update push_devices set server_key = 'old' where person = 'order:' || $1`],
  ])('%s: the device is forgotten', async (what, change) => {
    const number = `n-3-${what.length}`;
    const browser = service.subscribe();
    await shop.order(number);
    await shop.add(number, browser);
    await shop.database.query(change, [number]);
    await shop.outForDelivery(number);
    expect(await shop.tried(number)).toMatchObject({ status: 'suppressed', last_error: 'no_device' });
    expect([await shop.devicesOf(number), await shop.isReached(number), browser.received]).toEqual([
      [],
      false,
      [],
    ]);
  });

  test.each([404, 410])('%i: the browser has ended its subscription, and is forgotten', async (status) => {
    const browser = service.subscribe();
    browser.manners = [{ status }];
    expect(await shop.tell(`gone-${status}`, browser)).toMatchObject({
      status: 'suppressed',
      last_error: 'no_device',
    });
    expect([await shop.devicesOf(`gone-${status}`), await shop.isReached(`gone-${status}`)]).toEqual([
      [],
      false,
    ]);
  });
});

describe('several devices', () => {
  test('one is gone: the other is told, and stays', async () => {
    const [gone, there] = [service.subscribe(), service.subscribe()];
    gone.manners = [{ status: 410 }];
    expect(await shop.tell('s-1', gone, there)).toMatchObject({ status: 'sent' });
    expect([await shop.devicesOf('s-1'), await shop.isReached('s-1')]).toEqual([[there.endpoint], true]);
  });

  test('one is refused: the message is sent, once to each, and no try follows', async () => {
    const [refused, there] = [service.subscribe(), service.subscribe()];
    refused.manners = [{ status: 400 }];
    expect(await shop.tell('s-2', refused, there)).toMatchObject({ status: 'sent', attempts: 1 });
    expect([refused.received.length, there.received.length]).toEqual([1, 1]);
  });

  test('none takes it: tried again later, with the same id', async () => {
    const [one, other] = [service.subscribe(), service.subscribe()];
    one.manners = [{ status: 500 }];
    other.manners = [{ status: 502 }];
    const first = await shop.tell('s-3', one, other);
    expect(first).toMatchObject({
      status: 'waiting',
      attempts: 1,
      last_error: expect.stringMatching(/^50[02] \(127/),
    });
    await shop.later(60_000);
    const second = await shop.tried('s-3', 2);
    expect(second).toMatchObject({ status: 'sent', attempts: 2, message_id: first.message_id });
    expect([one.received.length, other.received.length]).toEqual([2, 2]);
  });
});
