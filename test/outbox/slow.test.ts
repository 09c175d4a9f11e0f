import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Outbox } from '../../src/channels/outbox/index.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { readSwitch } from '../../src/modules/notifications/deliveries/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { allSent, messageId, numbers, openMailOutbox, plan, until } from './line.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

let database: TestDatabase;
let server: MailServer;
let outbox: Outbox;

beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await outbox.close();
  await server.goDown();
  await database.close();
});

test('a server so slow that some find no connection in their time: none is lost, none counts as tried', async () => {
  server = await startMailServer({ think_ms: 500 });
  const orders = numbers('order', 60);
  const created_at = new Date().toISOString();
  await plan(
    database.pool,
    orders.map((number) => ({ number, created_at })),
  );
  // Eight at a time take half a second each: of those claimed together the last would wait for three seconds.
  const limits = { send_timeout_ms: 1_500 };
  outbox = openMailOutbox({ database: database.pool, url: server.url, clock: systemClock, limits });
  outbox.wake();
  let away = false;
  await until(
    'all are sent',
    async () => {
      away ||= (await readSwitch(database.pool, 'email'))?.away_since != null;
      return allSent(database.pool);
    },
    40_000,
  );
  expect(away).toBe(false);
  expect([...server.arrived].sort()).toEqual(orders.map(messageId).sort());
  const { rows } = await database.pool.query('select max(attempts) as attempts from deliveries');
  expect(rows[0].attempts).toBe(1);
}, 60_000);
