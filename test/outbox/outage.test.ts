import { Registry } from 'prom-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Outbox } from '../../src/channels/outbox/index.ts';
import { type FixedClock, fixedClock, instant } from '../../src/lib/clock.ts';
import { readSwitch, setPaused } from '../../src/modules/notifications/deliveries/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { allSent, countByStatus, messageId, NOON, numbers, openMailOutbox, plan, until } from './line.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

let database: TestDatabase;
let server: MailServer;
let outbox: Outbox | undefined;
let clock: FixedClock;

beforeEach(async () => {
  database = await testDatabase();
  server = await startMailServer();
  clock = fixedClock(NOON);
});
afterEach(async () => {
  await outbox?.close();
  await server.goDown();
  await database.close();
});

/** Leases outlast the hours these tests skip: nobody dies in them. */
const lease_ms = 24 * 3_600_000;

function open(limits = {}): void {
  outbox = openMailOutbox({
    database: database.pool,
    url: server.url,
    clock,
    limits: { lease_ms, ...limits },
  });
}

const isAway = async () => (await readSwitch(database.pool, 'email'))?.away_since != null;

test('an hour without a mail server while orders come in: nothing is lost, nothing is sent twice', async () => {
  open({ drain_per_second: 2_000 });
  await plan(
    database.pool,
    numbers('before', 20).map((number) => ({ number })),
  );
  outbox!.wake();
  await until('the first have gone', () => allSent(database.pool));

  await server.goDown();
  const connections = server.connections;
  for (let minute = 0; minute < 60; minute++) {
    const created_at = instant(clock.now());
    await plan(
      database.pool,
      numbers(`minute-${minute}`, 5).map((number) => ({ number, created_at })),
    );
    outbox!.wake();
    if (minute === 0) await until('the outage is noticed', isAway);
    clock.advance(60_000);
  }
  const away = await readSwitch(database.pool, 'email');
  expect(away).toMatchObject({
    away_since: expect.any(Date),
    away_reason: expect.stringMatching(/^connection_/),
  });
  // Tries that met nobody do not count: no message is nearer to being given up.
  const { rows } = await database.pool.query(
    `select max(attempts) as attempts from deliveries where status = 'waiting'`,
  );
  expect(rows[0].attempts).toBe(0);
  expect(server.connections).toBe(connections);

  await server.comeBack();
  // Time goes on: a probe that was on its way may still fail, and the next one is due up to a minute later.
  await until('the line is empty', () => {
    clock.advance(1_000);
    return allSent(database.pool);
  });
  expect(await isAway()).toBe(false);
  const wanted = [...numbers('before', 20)];
  for (let minute = 0; minute < 60; minute++) wanted.push(...numbers(`minute-${minute}`, 5));
  expect([...server.arrived].sort()).toEqual(wanted.map(messageId).sort());
});

test('after an outage the most important go first, at the set rate', async () => {
  await server.goDown();
  const most = 9;
  for (let importance = most; importance >= 1; importance--) {
    await plan(
      database.pool,
      numbers(`level-${importance}`, 20).map((number) => ({ number, importance })),
    );
  }
  open({ drain_per_second: 400 });
  await until('the outage is noticed', isAway);
  await server.comeBack();
  clock.advance(60_000);
  const begun = performance.now();
  await until('the line is empty', () => allSent(database.pool));
  const took_seconds = (performance.now() - begun) / 1_000;
  // 180 messages at 400 a second, of which a tenth of a second's worth may go at once.
  expect(took_seconds).toBeGreaterThan((180 - 40) / 400 - 0.05);
  const levels = server.arrived.map((id) => Number(/level-(\d)/.exec(id)![1]));
  // Those that discovered the outage went back to the end of their own level, never behind another one. Several
  // connections race, so neighbors may change places.
  const inOrder = [...levels].sort((a, b) => a - b);
  for (const [index, level] of levels.entries()) {
    // Claims of 24 are sent side by side, so a neighbouring level may overtake.
    expect(Math.abs(level - inOrder[index]!)).toBeLessThanOrEqual(2);
  }
  expect(new Set(server.arrived).size).toBe(180);
});

test.each([
  ['a server that is too busy', { code: 421, text: '4.3.2 try later' }, /^421 4.3.2 try later/],
  ['a server that wants none of us', { code: 554, text: '5.7.1 blocked' }, /^554 5.7.1 blocked/],
])('%s at the greeting keeps everybody waiting and fails nobody', async (_name, reply, reason) => {
  server.manners = { greet: () => reply };
  await plan(
    database.pool,
    numbers('order', 30).map((number) => ({ number })),
  );
  open();
  await until('the outage is noticed', isAway);
  await until('all are back', async () => (await countByStatus(database.pool)).waiting === 30);
  expect((await readSwitch(database.pool, 'email'))!.away_reason).toMatch(reason);
  server.manners = {};
  clock.advance(60_000);
  await until('the line is empty', () => allSent(database.pool));
  expect(server.arrived).toHaveLength(30);
});

test('a wrong password keeps everybody waiting and fails nobody', async () => {
  server.manners = { password: 'old' };
  const url = server.url.replace('//', '//shop:new@');
  await plan(
    database.pool,
    numbers('order', 10).map((number) => ({ number })),
  );
  outbox = openMailOutbox({ database: database.pool, url, clock, limits: { lease_ms } });
  await until('the outage is noticed', isAway);
  await until('all are back', async () => (await countByStatus(database.pool)).waiting === 10);
  const { away_reason } = (await readSwitch(database.pool, 'email'))!;
  expect(away_reason).toBe('535 5.7.8 wrong password (AUTH PLAIN)');
  server.manners = { password: 'new' };
  clock.advance(60_000);
  await until('the line is empty', () => allSent(database.pool));
  expect(server.arrived).toHaveLength(10);
});

test('the figures for Prometheus tell of the outage and its end', async () => {
  const registry = new Registry();
  const figure = async (line: RegExp) => Number(line.exec(await registry.metrics())?.[1]);
  await server.goDown();
  await plan(
    database.pool,
    numbers('order', 7).map((number) => ({ number })),
  );
  outbox = openMailOutbox({
    database: database.pool,
    url: server.url,
    clock,
    registry,
    limits: { lease_ms },
  });
  await until('the outage is noticed', isAway);
  await until('all are back', async () => (await countByStatus(database.pool)).waiting === 7);
  expect(await figure(/tidings_channel_away\{channel="email"\} (\d)/)).toBe(1);
  expect(await figure(/tidings_deliveries_waiting\{channel="email"\} (\d+)/)).toBe(7);
  await server.comeBack();
  clock.advance(60_000);
  await until('the line is empty', () => allSent(database.pool));
  expect(await figure(/tidings_channel_away\{channel="email"\} (\d)/)).toBe(0);
  expect(await figure(/tidings_deliveries_waiting\{channel="email"\} (\d+)/)).toBe(0);
  expect(await figure(/tidings_delivery_tries_total\{channel="email",outcome="sent"\} (\d+)/)).toBe(7);
});

test('the pause between tries grows, and one message tries for all', async () => {
  server.manners = { greet: () => ({ code: 421, text: 'no' }) };
  await plan(
    database.pool,
    numbers('order', 50).map((number) => ({ number })),
  );
  open();
  await until('the outage is noticed', isAway);
  await until('all are back', async () => (await countByStatus(database.pool)).waiting === 50);
  const first = await readSwitch(database.pool, 'email');
  expect(first!.failures).toBe(1);
  let connections = server.connections;
  for (let failures = 2; failures <= 8; failures++) {
    const next_try_at = (await readSwitch(database.pool, 'email'))!.next_try_at!;
    clock.set(next_try_at.getTime());
    await until('it is tried once more', async () => {
      return (await readSwitch(database.pool, 'email'))!.failures === failures;
    });
    const pause_ms = (await readSwitch(database.pool, 'email'))!.next_try_at!.getTime() - clock.now();
    const whole_ms = Math.min(60_000, 1_000 * 2 ** (failures - 1));
    expect(pause_ms).toBeGreaterThanOrEqual(0.8 * whole_ms);
    expect(pause_ms).toBeLessThanOrEqual(whole_ms);
    expect(server.connections - connections).toBe(1);
    connections = server.connections;
  }
});

test('a paused channel sends nothing; resumed, it sends everything once', async () => {
  open();
  await setPaused(database.pool, 'email', true, clock.now());
  await plan(
    database.pool,
    numbers('order', 10).map((number) => ({ number })),
  );
  outbox!.wake();
  // A line that ignored the pause would have sent the first within milliseconds.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(server.arrived).toEqual([]);
  await setPaused(database.pool, 'email', false, clock.now());
  await until('the line is empty', () => allSent(database.pool));
  expect([...server.arrived].sort()).toEqual(numbers('order', 10).map(messageId).sort());
});

test('a probe that reaches nobody because it has no address leaves the trying to the next one', async () => {
  server.manners = { greet: () => ({ code: 421, text: 'no' }) };
  await plan(database.pool, [
    { number: 'erased', email: null, importance: 1, due_at: '2026-03-02T12:00:30Z' },
    { number: 'order', importance: 2 },
  ]);
  open();
  await until('the outage is noticed', isAway);
  await until('it is back in the line', async () => (await countByStatus(database.pool)).waiting === 2);
  const { connections } = server;
  clock.advance(60_000);
  await until('the next one has tried', () => server.connections > connections);
  await until('it is noted', async () => (await readSwitch(database.pool, 'email'))!.failures === 2);
  expect(await countByStatus(database.pool)).toMatchObject({ suppressed: 1 });
});

test('a message planned while nothing waits finds the way back by itself', async () => {
  open();
  await server.goDown();
  await plan(database.pool, [{ number: 'first' }]);
  outbox!.wake();
  await until('the outage is noticed', isAway);
  await until('it is back in the line', async () => (await countByStatus(database.pool)).waiting === 1);
  await database.pool.query(`update deliveries set status = 'suppressed'`);
  await server.comeBack();
  clock.advance(60_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await isAway()).toBe(true);
  await plan(database.pool, [{ number: 'second' }]);
  outbox!.wake();
  await until('it arrives', () => server.arrived.length === 1);
  await until('the channel is back', async () => !(await isAway()));
});
