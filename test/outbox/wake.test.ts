import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Outbox, type OutboxOptions, openAnnouncer } from '../../src/channels/outbox/index.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { type Database, openPool } from '../../src/lib/database.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { allSent, messageId, numbers, openMailOutbox, plan, silent, until } from './line.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

let database: TestDatabase;
let server: MailServer;
let workers: Database;
let outbox: Outbox;

/** So long that only being woken explains a message that arrives. */
const poll_ms = 10 * 60_000;

beforeEach(async () => {
  database = await testDatabase();
  server = await startMailServer();
  workers = openPool(database.url, silent, 4);
});
afterEach(async () => {
  await outbox.close();
  await workers.end();
  await server.goDown();
  await database.close();
});

const open = (limits: OutboxOptions['limits'] & {}) => {
  outbox = openMailOutbox({ database: workers, url: server.url, clock: systemClock, limits });
};
const listens = async () => {
  const { rows } = await database.pool.query(
    `select from pg_stat_activity where datname = current_database() and query = 'listen deliveries'`,
  );
  return rows.length === 1;
};

test('an idle line is woken by its own process and by others', async () => {
  open({ poll_ms });
  await until('it listens', listens);
  await plan(database.pool, [{ number: 'own' }]);
  outbox.wake();
  await until('it arrives', () => server.arrived.includes(messageId('own')));

  await plan(database.pool, [{ number: 'of-another' }]);
  openAnnouncer(database.pool).wake();
  await until('that arrives too', () => server.arrived.includes(messageId('of-another')));
});

test('news that comes while the line is being read is not slept over', async () => {
  open({ poll_ms });
  for (const number of numbers('order', 100)) {
    await plan(database.pool, [{ number }]);
    outbox.wake();
    // Anywhere between "just claimed" and "about to sleep".
    await sleep(Math.random() * 6);
  }
  await until('all have arrived', () => allSent(database.pool));
  expect(server.arrived).toHaveLength(100);
});

test('connections to the database that die while messages leave: each is recorded, none goes twice', async () => {
  server.manners = { think_ms: 200 };
  // A claim whose answer is lost with its connection is found by its lease.
  open({ poll_ms: 20, lease_ms: 4_000, send_timeout_ms: 2_000, reclaim_pause_ms: 100 });
  const orders = numbers('order', 60);
  await plan(
    database.pool,
    orders.map((number) => ({ number })),
  );
  for (let cut = 0; cut < 8; cut++) {
    await until('messages are on their way', async () => server.arrived.length >= cut * 5);
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await sleep(40);
  }
  await until('all are recorded', () => allSent(database.pool));
  expect([...server.arrived].sort()).toEqual(orders.map(messageId).sort());
});
