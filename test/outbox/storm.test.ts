import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '../../src/lib/clock.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { fastClock } from './fast-clock.ts';
import { messageId, numbers, plan, until } from './line.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

/** A fiftieth of a second of waiting is a second by the clock of the workers: 30 s of greylisting take 0.6. */
const speed = 50;
const lease_ms = 6_000;
/** Longer than a try may take, and shorter than a lease. */
const late_ms = 4_000;

let database: TestDatabase;
let server: MailServer;
const workers = new Set<ChildProcess>();

beforeEach(async () => {
  database = await testDatabase();
  server = await startMailServer({}, false);
});
afterEach(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  workers.clear();
  await server.goDown();
  await database.close();
});

async function startWorker(): Promise<ChildProcess> {
  const program = join(import.meta.dirname, 'worker-process.ts');
  const worker = fork(program, [database.url, server.url, String(lease_ms), String(speed)]);
  workers.add(worker);
  await once(worker, 'message');
  return worker;
}

/** Kills it at once, whatever it is doing. Answers whose answers it can no longer write down. */
async function kill(worker: ChildProcess): Promise<string[]> {
  worker.kill('SIGKILL');
  await once(worker, 'exit');
  workers.delete(worker);
  await sleep(50);
  return idsWith(`status = 'sending'`);
}

async function idsWith(condition: string): Promise<string[]> {
  const { rows } = await database.pool.query(`select notification_id from deliveries where ${condition}`);
  return rows.map((row) => messageId(row.notification_id.slice('n-'.length)));
}

/** What the server does to the mails of each kind of order, at their first try; at the next it takes them. */
const kinds = ['plain', 'greylisted', 'full', 'interrupted', 'hung-up', 'late', 'refused'] as const;
type Kind = (typeof kinds)[number];
const kindOf = (address: string): Kind => kinds.find((kind) => address.startsWith(`buyer-of-${kind}-`))!;

function unfriendly(): MailServer['manners'] {
  const tried = new Set<string>();
  const firstTime = (address: string): boolean => !tried.has(address) && Boolean(tried.add(address));
  const once = (kind: Kind, address: string) => kindOf(address) === kind && firstTime(address);
  return {
    recipient(address) {
      if (kindOf(address) === 'refused') return { code: 550, text: '5.1.1 unknown' };
      return once('greylisted', address) ? { code: 451, text: '4.7.1 greylisted' } : null;
    },
    interrupt: (address) => once('interrupted', address),
    message(_raw, address) {
      if (once('full', address)) return { code: 452, text: '4.3.1 no space' };
      return once('hung-up', address) ? 'hang_up' : null;
    },
    think_ms: (address) => (once('late', address) ? late_ms : Math.random() * 10),
  };
}

const counts: Record<Kind, number> = {
  ...{ plain: 500, greylisted: 100, full: 20, interrupted: 20, 'hung-up': 20, late: 5, refused: 20 },
};
const kills = 4;
const outages = 2;

test('whatever server and process do, each is told once, and twice only if the answer was lost', async () => {
  server.manners = unfriendly();
  const orders = kinds.flatMap((kind) => numbers(kind, counts[kind])).sort(() => Math.random() - 0.5);
  const created_at = instant(fastClock(speed).now());
  await plan(
    database.pool,
    orders.map((number) => ({ number, created_at })),
  );
  const answerLost = new Set<string>();
  await startWorker();
  for (let killed = 0; killed < kills; killed++) {
    const worker = await startWorker();
    await sleep(100 + Math.random() * 300);
    if (killed < outages) await server.goDown();
    for (const id of await kill(worker)) answerLost.add(id);
    if (killed < outages) await server.comeBack();
  }
  const settled = async () => (await idsWith(`status in ('waiting', 'sending')`)).length === 0;
  await until('all settle', settled, 60_000);

  const refused = numbers('refused', counts.refused).map(messageId);
  const wanted = new Set(orders.map(messageId)).difference(new Set(refused));
  expect(new Set(server.arrived)).toEqual(wanted);
  expect(new Set(await idsWith(`status = 'sent'`))).toEqual(wanted);
  expect(new Set(await idsWith(`status = 'failed'`))).toEqual(new Set(refused));

  const repeated = server.arrived.filter((id, index) => server.arrived.indexOf(id) !== index);
  for (const id of repeated) expect(answerLost.union(server.unanswered)).toContain(id);
  // The storm has happened: some answers were lost, and their mails came again.
  for (const number of numbers('hung-up', counts['hung-up'])) expect(repeated).toContain(messageId(number));
}, 120_000);
