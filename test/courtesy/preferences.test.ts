import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerWithEmail } from '../../src/modules/accounts/index.ts';
import {
  default_preferences,
  mute,
  openPreferences,
  readPreferences,
  writePreferences,
} from '../../src/modules/notifications/preferences/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
const now_ms = Date.parse('2026-03-02T12:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const reachOf = async (person: string) => {
  const { rows } = await database.pool.query('select channel from reach where person = $1', [person]);
  return rows.map((row) => row.channel);
};

test('who never said anything has the defaults', async () => {
  expect(await readPreferences(database.pool, 'customer:nobody')).toEqual(default_preferences);
  expect(await openPreferences(database.pool)('customer:nobody')).toBeNull();
});

test('what was written is read again, by its reader alone and among others', async () => {
  const wishes = {
    locale: 'pl',
    time_zone: 'Europe/Warsaw',
    channels: { email: true, sms: true, push: false },
    types: { shipment_delivered: { email: 'digest', sms: 'off' } },
    quiet_hours: { from: '22:00', to: '07:30' },
    digest_at: '08:15',
  } as const;
  await writePreferences(database.pool, 'customer:c-1', wishes, now_ms);
  const others = { ...default_preferences, quiet_hours: null };
  await writePreferences(database.pool, 'order:G-1', others, now_ms);
  const read = openPreferences(database.pool);
  const people = ['customer:c-1', 'order:G-1', 'customer:nobody'];
  expect(await Promise.all(people.map(read))).toEqual([wishes, others, null]);
});

test('text messages reach who asked for them, until they no longer do', async () => {
  const person = 'customer:texted';
  const wishes = { ...default_preferences, channels: { email: true, sms: true, push: true } };
  await writePreferences(database.pool, person, wishes, now_ms);
  await writePreferences(database.pool, person, wishes, now_ms);
  expect(await reachOf(person)).toEqual(['sms']);
  // A device is no wish: the subscription of a browser stays, whatever is wished meanwhile.
  await database.pool.query(`insert into reach values ($1, 'push')`, [person]);
  await writePreferences(database.pool, person, default_preferences, now_ms);
  expect(await reachOf(person)).toEqual(['push']);
});

test('what law demands cannot be switched off by e-mail, and is answered as it is kept', async () => {
  const wishes = {
    ...default_preferences,
    types: {
      refund_issued: { email: 'off', sms: 'off' },
      shipment_delivered: { email: 'off' },
      order_canceled: { email: 'digest' },
    },
  } as const;
  const kept = await writePreferences(database.pool, 'customer:strict', wishes, now_ms);
  expect(kept.types).toEqual({
    refund_issued: { email: 'instant', sms: 'off' },
    shipment_delivered: { email: 'off' },
    order_canceled: { email: 'digest' },
  });
  expect(await readPreferences(database.pool, 'customer:strict')).toEqual(kept);
});

test('one click switches one type off on one channel and leaves the rest', async () => {
  const person = 'customer:clicking';
  const wishes = { ...default_preferences, digest_at: '09:00', quiet_hours: { from: '22:00', to: '07:00' } };
  await writePreferences(database.pool, person, wishes, now_ms);
  // Two mails open, both clicked at once.
  const clicks = ['shipment_delivered', 'shipment_out_for_delivery'].map((type) =>
    mute(database.pool, { person, type, channel: 'email' }, now_ms),
  );
  expect(await Promise.all(clicks)).toEqual([true, true]);
  expect(await readPreferences(database.pool, person)).toEqual({
    ...wishes,
    types: { shipment_delivered: { email: 'off' }, shipment_out_for_delivery: { email: 'off' } },
  });
});

test('one click of who never said anything, on two channels at once', async () => {
  const wish = { person: 'order:G-2', type: 'shipment_delivered' };
  await Promise.all([
    mute(database.pool, { ...wish, channel: 'email' }, now_ms),
    mute(database.pool, { ...wish, channel: 'sms' }, now_ms),
  ]);
  expect(await readPreferences(database.pool, 'order:G-2')).toEqual({
    ...default_preferences,
    types: { shipment_delivered: { email: 'off', sms: 'off' } },
  });
});

test('one click on what is mandatory changes nothing, and says so', async () => {
  const wish = { person: 'order:G-3', type: 'refund_issued' };
  expect(await mute(database.pool, { ...wish, channel: 'email' }, now_ms)).toBe(false);
  expect(await readPreferences(database.pool, 'order:G-3')).toEqual(default_preferences);
  expect(await mute(database.pool, { ...wish, channel: 'sms' }, now_ms)).toBe(true);
});

test('what an address wished when it signed in holds for what it orders later as a guest', async () => {
  const { pool } = database;
  const account = await customerWithEmail(pool, 'late@example.com', now_ms);
  const wishes = { ...default_preferences, locale: 'pl', quiet_hours: { from: '21:00', to: '08:00' } };
  await writePreferences(pool, `account:${account}`, wishes, now_ms);
  await pool.query(
    `insert into listed_orders (order_number, placed_at, customer, email, coming, unshipped, some_canceled)
     values ('L-1', now(), null, 'late@example.com', false, true, false),
       ('L-2', now(), 'c-known', 'late@example.com', false, true, false),
       ('L-3', now(), null, 'other@example.com', false, true, false)`,
  );
  const read = openPreferences(pool);
  expect(await Promise.all(['order:L-1', 'order:L-2', 'order:L-3'].map(read))).toEqual([wishes, null, null]);
  // One click in a mail about one order changes that alone.
  await mute(pool, { person: 'order:L-1', type: 'shipment_delivered', channel: 'email' }, now_ms);
  expect(await read('order:L-1')).toEqual({ ...wishes, types: { shipment_delivered: { email: 'off' } } });
});
