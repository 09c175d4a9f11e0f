import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Outbox } from '../../src/channels/outbox/index.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { messageId, NOON, numbers, openMailOutbox, plan, readDelivery, until } from './line.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

let database: TestDatabase;
let server: MailServer;
let outbox: Outbox;
const clock = fixedClock(NOON);

beforeAll(async () => {
  database = await testDatabase();
  server = await startMailServer();
  outbox = openMailOutbox({ database: database.pool, url: server.url, clock });
});
afterEach(() => {
  server.manners = {};
});
afterAll(async () => {
  await outbox.close();
  await server.goDown();
  await database.close();
});

const settled = (number: string) => async () => {
  const { status, attempts } = await readDelivery(database.pool, number);
  return status !== 'sending' && (status !== 'waiting' || attempts > 0);
};

async function send(number: string, email?: string | null) {
  await plan(database.pool, [{ number, ...(email === undefined ? {} : { email }) }]);
  outbox.wake();
  await until(`${number} is tried`, settled(number));
  return readDelivery(database.pool, number);
}

test('a recipient the server does not know fails for good, and the error names nobody', async () => {
  server.manners = {
    recipient: (address) => ({ code: 550, text: `5.1.1 <${address}> user unknown` }),
  };
  expect(await send('unknown', 'ann.buyer@shop.invalid')).toMatchObject({
    status: 'failed',
    attempts: 1,
    last_error: '550 5.1.1 <***> user unknown (RCPT TO)',
  });
});

test('one refused recipient does not hold up the others', async () => {
  server.manners = {
    recipient: (address) =>
      address.startsWith('buyer-of-mixed-3@') ? { code: 550, text: '5.1.1 unknown' } : null,
  };
  await plan(
    database.pool,
    numbers('mixed', 5).map((number) => ({ number })),
  );
  outbox.wake();
  for (const number of numbers('mixed', 5)) await until(`${number} is tried`, settled(number));
  expect((await readDelivery(database.pool, 'mixed-3')).status).toBe('failed');
  for (const number of ['mixed-1', 'mixed-2', 'mixed-4', 'mixed-5']) {
    expect((await readDelivery(database.pool, number)).status).toBe('sent');
  }
});

test('greylisting is waited out, with a growing pause and the same Message-ID', async () => {
  server.manners = { recipient: () => ({ code: 451, text: '4.7.1 greylisted' }) };
  const first = await send('grey');
  expect(first).toMatchObject({
    status: 'waiting',
    attempts: 1,
    last_error: '451 4.7.1 greylisted (RCPT TO)',
  });
  expect(first.due_at.getTime() - clock.now()).toBeGreaterThanOrEqual(30_000);

  clock.advance(40_000);
  await until('it is tried again', async () => (await readDelivery(database.pool, 'grey')).attempts === 2);
  await until('and put off again', settled('grey'));
  const second = await readDelivery(database.pool, 'grey');
  expect(second.due_at.getTime() - clock.now()).toBeGreaterThanOrEqual(120_000);

  server.manners = {};
  clock.advance(140_000);
  await until('it arrives', async () => (await readDelivery(database.pool, 'grey')).status === 'sent');
  expect(server.arrived.filter((id) => id === messageId('grey'))).toHaveLength(1);
});

test('what is put off for two days is given up', async () => {
  server.manners = { recipient: () => ({ code: 452, text: '4.2.2 mailbox full' }) };
  await send('full');
  const begun_ms = clock.now();
  for (let status = 'waiting'; status === 'waiting'; ) {
    const { attempts } = await readDelivery(database.pool, 'full');
    clock.advance(4.5 * 3_600_000);
    await until(
      'it is tried again',
      async () => (await readDelivery(database.pool, 'full')).attempts > attempts,
    );
    await until('and put off', settled('full'));
    status = (await readDelivery(database.pool, 'full')).status;
  }
  expect(await readDelivery(database.pool, 'full')).toMatchObject({
    status: 'failed',
    last_error: '452 4.2.2 mailbox full (RCPT TO)',
  });
  expect(clock.now() - begun_ms).toBeGreaterThan(24 * 3_600_000);
});

test('a message the server refuses after reading it fails; one it puts off is tried again', async () => {
  server.manners = { message: () => ({ code: 554, text: '5.6.0 no' }) };
  expect(await send('spam')).toMatchObject({ status: 'failed', last_error: '554 5.6.0 no (DATA)' });
  server.manners = { message: () => ({ code: 451, text: '4.3.0 disk' }) };
  expect(await send('disk')).toMatchObject({
    status: 'waiting',
    attempts: 1,
    last_error: '451 4.3.0 disk (DATA)',
  });
});

test('a connection lost before the answer: sent again with the same Message-ID', async () => {
  server.manners = { message: () => 'hang_up' };
  expect(await send('lost')).toMatchObject({
    status: 'waiting',
    attempts: 1,
    last_error: 'connection_closed (ECONNECTION)',
    message_id: messageId('lost'),
  });
  server.manners = {};
  clock.advance(40_000);
  await until('it is sent', async () => (await readDelivery(database.pool, 'lost')).status === 'sent');
  expect(server.arrived.filter((id) => id === messageId('lost'))).toHaveLength(2);
});

test.each([
  ['erased', null, 'no_address'],
  ['empty', '', 'no_address'],
  ['two', 'a@shop.invalid, b@shop.invalid', 'invalid_address'],
  ['header', 'a@shop.invalid\r\nBcc: b@shop.invalid', 'invalid_address'],
])('nobody is written to at an address that is %s', async (number, email, reason) => {
  const connections = server.arrived.length;
  expect(await send(number, email)).toMatchObject({ status: 'suppressed', last_error: reason });
  expect(server.arrived).toHaveLength(connections);
});

test('an address with letters beyond ASCII gets its mail, whole', async () => {
  const recipients: string[] = [];
  server.manners = {
    recipient(address) {
      recipients.push(address);
      return null;
    },
  };
  expect(await send('accents', 'łucja@książki.invalid')).toMatchObject({ status: 'sent', attempts: 1 });
  // smtp-server shows a domain as people write it.
  expect(recipients).toEqual(['łucja@książki.invalid']);
  expect(server.messages.at(-1)).toContain('\r\nTo: <łucja@xn--ksiki-5wa74f.invalid>\r\n');
});

test('a slow server is not an absent one', async () => {
  server.manners = { think_ms: 300 };
  await plan(
    database.pool,
    numbers('slow', 20).map((number) => ({ number })),
  );
  outbox.wake();
  await until('all have arrived', async () => {
    const { rows } = await database.pool.query(
      `select from deliveries where subject_key like 'order:slow-%' and status = 'sent' and attempts = 1`,
    );
    return rows.length === 20;
  });
});
