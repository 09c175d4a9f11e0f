import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putSeller } from '../../src/modules/sellers/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { makeDataDir, removeDataDir, startTidings, type Tidings } from '../support/tidings.ts';
import { type Answered, CHAOS_KEY, shopAt } from './shop.ts';

/** How often the process is killed, and how long it may live each time. */
const KILLS = 20;
const LIFE_MIN_MS = 200;
const LIFE_MAX_MS = 1_200;
const BUYERS = 6;

let database: TestDatabase;
let data_dir: string;
let mails: Map<string, number>;
let smtp: SMTPServer;

beforeAll(async () => {
  database = await testDatabase();
  data_dir = await makeDataDir();
  const seller = { id: 's-1', name: 'Second Shelf', email: 'desk@second-shelf.invalid', country: 'US' };
  const terms = { time_zone: 'America/New_York', handling_days: 1, locale: 'en' };
  await putSeller(database.pool, { ...seller, ...terms }, Date.now());
  mails = new Map();
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      // A mail whose sender is killed in the middle of it ends in an error, and was never accepted.
      simpleParser(stream).then(({ messageId }) => {
        mails.set(messageId!, (mails.get(messageId!) ?? 0) + 1);
        done();
      }, done);
    },
  });
  smtp.on('error', () => {});
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
});

afterAll(async () => {
  await new Promise<void>((closed) => smtp.close(closed));
  await database.close();
  await removeDataDir(data_dir);
});

test('kill -9 at any moment loses nothing that was answered', { timeout: 480_000 }, async () => {
  const smtpUrl = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  const start = () =>
    startTidings(data_dir, { env: { DATABASE_URL: database.url, SMTP_URL: smtpUrl, API_KEY: CHAOS_KEY } });
  const answered: Answered = { placed: new Map(), scanned: new Map(), canceled: new Map() };
  let server: Tidings | null = null;
  let open = true;
  const shop = shopAt(() => server?.url ?? null, answered);
  const buyers = Array.from({ length: BUYERS }, (_, buyer) => shop.buy(buyer, () => open));

  for (let kill = 0; kill < KILLS; kill++) {
    server = await start();
    await pause(LIFE_MIN_MS + ((kill * 7919) % (LIFE_MAX_MS - LIFE_MIN_MS)));
    await server.end('SIGKILL');
    server = null;
  }
  open = false;
  server = await start();
  await Promise.all(buyers);
  await everythingSent();

  expect(answered.placed.size).toBeGreaterThanOrEqual(BUYERS);
  expect(answered.scanned.size).toBeGreaterThan(0);
  expect(answered.canceled.size).toBeGreaterThan(0);
  for (const [number, total] of answered.placed) {
    const order = await shop.read(number);
    expect(order.totals.total).toBe(total);
    expect(order.payment.paid).toBe(total);
    const worth = sum(order.adjustments, 'cancellation');
    expect(order.payment.refunded + worth).toBe(0);
    expect(sum(order.adjustments, 'refund')).toBe(worth);
  }
  for (const [number, canceled] of answered.canceled) {
    const order = await shop.read(number);
    const kept = order.adjustments.filter((adjustment) => adjustment.kind === 'cancellation');
    expect(kept).toHaveLength(1);
    expect(-kept[0]!.amount).toBe(canceled.value);
    expect(order.payment.refunded).toBe(canceled.refund);
  }
  for (const [number, stage] of answered.scanned) {
    expect((await shop.read(number)).shipments[0]!.stage).toBe(stage);
  }
  await server.end('SIGTERM');
});

function sum(adjustments: { kind: string; amount: number }[], kind: string): number {
  return adjustments.reduce((total, { kind: of, amount }) => total + (of === kind ? amount : 0), 0);
}

interface Planned {
  notification_id: string;
  message_id: string | null;
  status: string;
  last_error: string | null;
}

/**
 * Every delivery the stories planned reached the server under its Message-ID, or was overtaken by newer news before it
 * left. A second copy is allowed only where a kill hid the answer to the first: each kill can hide at most what was
 * under way at that moment.
 */
async function everythingSent(): Promise<void> {
  const planned = async () =>
    (
      await database.pool.query<Planned>(
        "select notification_id, message_id, status, last_error from deliveries where channel = 'email'",
      )
    ).rows;
  const unsettled = async () =>
    (await planned()).filter(({ status, last_error }) => status !== 'sent' && last_error !== 'overtaken');
  await expect.poll(unsettled, { timeout: 120_000, interval: 500 }).toEqual([]);
  const all = await planned();
  const sent = all.filter(({ status }) => status === 'sent').map(({ message_id }) => message_id!);
  expect(sent.length).toBeGreaterThan(all.length / 2);
  expect(new Set(sent).size).toBe(sent.length);
  for (const message_id of sent) expect(mails.get(message_id), message_id).toBeGreaterThanOrEqual(1);
  // What is overtaken may have arrived all the same, when a kill hid that; what nobody planned may not.
  const known = new Set(all.map(({ notification_id }) => notification_id));
  for (const message_id of mails.keys()) expect(known).toContain(/^<(\w+)\.email@/.exec(message_id)?.[1]);
  const copies = [...mails.values()].reduce((extra, count) => extra + count - 1, 0);
  expect(copies).toBeLessThanOrEqual(KILLS * 20);
  expect(Math.max(...mails.values())).toBeLessThanOrEqual(KILLS);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
