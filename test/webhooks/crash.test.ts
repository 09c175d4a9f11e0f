import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '../outbox/line.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { listen, tell } from './telling.ts';

let database: TestDatabase;
let receiver: Receiver;
let endpoint: string;
const children = new Set<ChildProcess>();

beforeEach(async () => {
  database = await testDatabase();
  receiver = await startReceiver();
  // A receiver that thinks has always something in hand when the sender dies.
  receiver.behave('/a', (response) => void setTimeout(() => response.writeHead(200).end(), 5));
  endpoint = (await listen(database.pool, { url: `${receiver.url}/a` })).id;
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  await receiver.goDown();
  await database.close();
});

async function startWorker(lease_ms: number): Promise<ChildProcess> {
  const program = join(import.meta.dirname, 'worker-process.ts');
  const child = fork(program, [database.url, String(lease_ms)], {});
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
  const { rows } = await database.pool.query(
    'select id from webhook_deliveries where endpoint = $1 and status = $2 order by id',
    [endpoint, status],
  );
  return rows.map(({ id }) => id);
}

const all = async () => {
  const { rows } = await database.pool.query('select id from webhook_deliveries order by id');
  return rows.map(({ id }) => id as string);
};
const arrivedIds = () => receiver.arrived.map(({ id }) => id);
const allDelivered = async () => (await idsByStatus('delivered')).length === messages;

const messages = 600;
const kills = 4;
const short_lease_ms = 2_000;

test('killed at random moments: all arrive, and only those whose answer was lost arrive twice', async () => {
  await tell(database.pool, 'order', messages);
  const answerLost = new Set<string>();
  const delivered: { ids: Set<string>; arrivals: number }[] = [];
  for (let killed = 0; killed < kills; killed++) {
    const before = receiver.arrived.length;
    const child = await startWorker(short_lease_ms);
    await until('it sends', () => receiver.arrived.length > before);
    await sleep(Math.random() * 100);
    await kill(child);
    // What the receiver had in hand when the child died has arrived.
    await sleep(50);
    for (const id of await idsByStatus('sending')) answerLost.add(id);
    delivered.push({ ids: new Set(await idsByStatus('delivered')), arrivals: receiver.arrived.length });
  }
  expect(await idsByStatus('waiting'), 'the kills came too late to interrupt anything').not.toEqual([]);

  await startWorker(short_lease_ms);
  await until('all are delivered', allDelivered);
  expect(new Set(arrivedIds())).toEqual(new Set(await all()));
  const repeated = arrivedIds().filter((id, index, ids) => ids.indexOf(id) !== index);
  for (const id of repeated) expect(answerLost).toContain(id);
  for (const { ids, arrivals } of delivered) {
    for (const id of arrivedIds().slice(arrivals)) expect(ids).not.toContain(id);
  }
}, 60_000);

test('three processes on one line: every message once', async () => {
  await tell(database.pool, 'order', messages / 2);
  await Promise.all([1, 2, 3].map(() => startWorker(60_000)));
  await tell(database.pool, 'more', messages / 2);
  await until('all are delivered', allDelivered);
  expect(arrivedIds().sort()).toEqual(await all());
}, 60_000);
