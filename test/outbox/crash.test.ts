import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { allSent, messageId, numbers, plan, until } from './line.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

let database: TestDatabase;
let server: MailServer;
const children = new Set<ChildProcess>();

beforeEach(async () => {
  database = await testDatabase();
  // A server that thinks has always something in hand when its client dies.
  server = await startMailServer({ think_ms: 5 }, false);
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await server.goDown();
  await database.close();
});

async function startWorker(lease_ms: number): Promise<ChildProcess> {
  const program = join(import.meta.dirname, 'worker-process.ts');
  const child = fork(program, [database.url, server.url, String(lease_ms)], {});
  children.add(child);
  await once(child, 'message');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
  children.delete(child);
}

async function idsByStatus(status: string): Promise<string[]> {
  const { rows } = await database.pool.query('select notification_id from deliveries where status = $1', [
    status,
  ]);
  return rows.map((row) => messageId(row.notification_id.slice('n-'.length)));
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

const messages = 1_200;
const kills = 5;
/** Longer than any message takes here, even on a busy machine. */
const short_lease_ms = 6_000;
const lease_ms = 60_000;

test('killed at random moments: all arrive, and only those whose answer was lost arrive twice', async () => {
  const orders = numbers('order', messages);
  const planned_at = new Date().toISOString();
  await plan(
    database.pool,
    orders.map((number) => ({ number, created_at: planned_at })),
  );
  const answerLost = new Set<string>();
  const recordedSent: { ids: Set<string>; arrivals: number }[] = [];
  for (let killed = 0; killed < kills; killed++) {
    const before = server.arrived.length;
    const child = await startWorker(short_lease_ms);
    await until('it sends', () => server.arrived.length > before || killed > 0);
    await sleep(Math.random() * 150);
    await kill(child);
    // What the server had in hand when the child died still arrives.
    await sleep(50);
    for (const id of await idsByStatus('sending')) answerLost.add(id);
    recordedSent.push({ ids: new Set(await idsByStatus('sent')), arrivals: server.arrived.length });
  }
  expect(await idsByStatus('waiting'), 'the kills came too late to interrupt anything').not.toEqual([]);

  await startWorker(short_lease_ms);
  await until('all are sent', () => allSent(database.pool));
  expect(new Set(server.arrived)).toEqual(new Set(orders.map(messageId)));
  for (const id of repeated(server.arrived)) expect(answerLost).toContain(id);
  for (const { ids, arrivals } of recordedSent) {
    for (const id of server.arrived.slice(arrivals)) expect(ids).not.toContain(id);
  }
}, 60_000);

test('three processes on one line: every message once', async () => {
  const workers = [1, 2, 3].map(() => startWorker(lease_ms));
  const orders = numbers('order', messages);
  const planned_at = new Date().toISOString();
  const half = orders.slice(0, messages / 2);
  await plan(
    database.pool,
    half.map((number) => ({ number, created_at: planned_at })),
  );
  await Promise.all(workers);
  const rest = orders.slice(messages / 2);
  await plan(
    database.pool,
    rest.map((number) => ({ number, created_at: planned_at })),
  );
  await until('all are sent', () => allSent(database.pool));
  expect([...server.arrived].sort()).toEqual(orders.map(messageId).sort());
}, 60_000);
