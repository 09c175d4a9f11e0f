import { createECDH } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  browserOf,
  deviceId,
  forgetDevices,
  keepDevice,
  noteAnswers,
  removeDevices,
  replaceDevice,
} from '../../src/modules/devices/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const now_ms = Date.parse('2026-03-05T12:00:00Z');
const day_ms = 86_400_000;
const p256dh = createECDH('prime256v1').generateKeys();
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const endpointOf = (name: string) => `https://push.example/${name}`;

async function keep(person: string, name: string, at_ms = now_ms): Promise<string> {
  const about = { server_key: 'ours', locale: 'en', browser: 'Firefox' };
  const device = { endpoint: endpointOf(name), p256dh, auth: Buffer.alloc(16), ...about };
  await keepDevice(database.pool, [person], device, at_ms);
  return deviceId(endpointOf(name));
}

/** Whom the channel reaches must be whoever has a device: a message is planned for nobody else, and for all of them. */
async function expectInStep(): Promise<string[]> {
  const { rows: devices } = await database.pool.query(
    'select distinct person from push_devices order by person',
  );
  const { rows: reached } = await database.pool.query(
    `select person from reach where channel = 'push' order by person`,
  );
  expect(reached).toEqual(devices);
  return reached.map(({ person }) => person);
}

test('whoever has a device is reached, and nobody else, whatever happens at the same time', async () => {
  for (let round = 0; round < 10; round++) {
    const person = `customer:race-${round}`;
    const [one, other] = [await keep(person, `a-${round}`), await keep(person, `b-${round}`)];
    await Promise.all([
      removeDevices(database.pool, [person], [one]),
      removeDevices(database.pool, [person], [other]),
      ...(round % 2 ? [keep(person, `c-${round}`)] : []),
    ]);
    const reached = await expectInStep();
    expect(reached.includes(person)).toBe(round % 2 === 1);
  }
});

test('an endpoint that two orders share moves for both, also to one that is known already', async () => {
  await Promise.all([keep('customer:m-1', 'old'), keep('customer:m-2', 'old'), keep('customer:m-2', 'new')]);
  const subscription = { endpoint: endpointOf('new'), p256dh, auth: Buffer.alloc(16, 9) };
  expect(await replaceDevice(database.pool, deviceId(endpointOf('old')), subscription, 'ours')).toBe(true);
  expect(await replaceDevice(database.pool, deviceId(endpointOf('old')), subscription, 'ours')).toBe(false);
  const { rows } = await database.pool.query(
    `select person, endpoint from push_devices where person like 'customer:m-%' order by person`,
  );
  expect(rows).toEqual(
    ['customer:m-1', 'customer:m-2'].map((person) => ({ person, endpoint: endpointOf('new') })),
  );
  await expectInStep();
});

test('a device that fails is noted, one that works again is not, and one that failed for weeks is forgotten', async () => {
  const person = 'customer:f-1';
  const device = { person, id: await keep(person, 'f-1') };
  const note = (answers: object, at_ms: number) =>
    noteAnswers(database.pool, { gone: [], failing: [], working: [], ...answers }, at_ms);
  const failingSince = async () =>
    (await database.pool.query('select failing_since from push_devices where person = $1', [person])).rows[0]
      ?.failing_since;
  await note({ failing: [device] }, now_ms);
  await note({ failing: [device] }, now_ms + day_ms);
  expect(await failingSince()).toEqual(new Date(now_ms));
  await note({ working: [device] }, now_ms + 2 * day_ms);
  expect(await failingSince()).toBeNull();
  await note({ failing: [device] }, now_ms + 3 * day_ms);
  await note({ failing: [device] }, now_ms + 18 * day_ms);
  expect(await failingSince()).toBeUndefined();
  await expectInStep();
});

test('after a year a device is forgotten, a page at a time', async () => {
  for (const name of ['y-1', 'y-2', 'y-3']) await keep(`customer:${name}`, name, now_ms - 366 * day_ms);
  await keep('customer:y-4', 'y-4', now_ms - 364 * day_ms);
  expect([
    await forgetDevices(database.pool, now_ms, 2),
    await forgetDevices(database.pool, now_ms, 2),
  ]).toEqual([2, 1]);
  const reached = await expectInStep();
  expect(reached.filter((person) => person.startsWith('customer:y-'))).toEqual(['customer:y-4']);
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    'Chrome',
  ],
  [
    'Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-S901B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    'Samsung Internet',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox'],
  ['', 'Browser'],
])('%s is %s', (user_agent, expected) => {
  expect(browserOf(user_agent)).toBe(expected);
});
