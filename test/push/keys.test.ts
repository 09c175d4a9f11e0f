import { createECDH } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPushServices, openVapidKeys } from '../../src/channels/push/index.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const open = (given: Parameters<typeof openVapidKeys>[0]) =>
  openVapidKeys(given, { database: database.pool, clock: systemClock });

test('made once, whoever asks first: browsers that subscribed stay subscribed', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => open(null)));
  const [first] = all;
  expect(first!.public_key).toMatch(/^B[\w-]{86}$/);
  expect(new Set(all.map(({ public_key }) => public_key)).size).toBe(1);
  expect((await open(null)).public_key).toBe(first!.public_key);
});

test('the settings go before; two keys that are no pair stop the start', async () => {
  // A pair of RFC 8291, 5.
  const public_key =
    'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8';
  const private_key = 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw';
  expect((await open({ public_key, private_key })).public_key).toBe(public_key);
  const other = createECDH('prime256v1').generateKeys('base64url');
  await expect(open({ public_key: other, private_key })).rejects.toThrow('VAPID_PUBLIC_KEY does not belong');
  await expect(open({ public_key, private_key: 'A'.repeat(43) })).rejects.toThrow('VAPID_PUBLIC_KEY');
});

test('outside development only https to public hosts is called', () => {
  const { mayCall, close } = openPushServices({ private_hosts: false });
  const called = [
    'https://fcm.googleapis.com/fcm/send/x',
    'https://updates.push.services.mozilla.com/wpush/v2/x',
    'https://web.push.apple.com/x',
  ];
  const refused = [
    'http://fcm.googleapis.com/fcm/send/x',
    'https://127.0.0.1/x',
    'https://localhost/x',
    'https://fcm.googleapis.com:8443/x',
    'file:///etc/passwd',
    'nonsense',
  ];
  expect([...called, ...refused].filter(mayCall)).toEqual(called);
  close();
});
