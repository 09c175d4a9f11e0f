import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { returnDelivery } from '../../src/modules/notifications/deliveries/index.ts';
import { shop as story } from '../support/stories.ts';
import { type CourteousShop, channels, courteousShop, parcel } from './shop.ts';

const noon = '2026-03-02T12:00:00Z';
const later = '2026-03-02T12:05:00Z';
const unknown = { kind: 'refused', error: '550 5.1.1 no such user' } as const;
const phone = '+12025550143';

let shop: CourteousShop;
beforeEach(async () => {
  shop = await courteousShop(noon);
});
afterEach(() => shop.close());

/** Each delivery of the message: channel, status, why. */
async function deliveries(number: string, type = 'refund_issued'): Promise<(string | null)[][]> {
  const { rows } = await shop.database.pool.query(
    `select channel, status, last_error from deliveries where subject_key = $1 and type = $2 order by channel`,
    [`order:${number}`, type],
  );
  return rows.map(({ channel, status, last_error }) => [channel, status, last_error]);
}

async function refund(number: string, buyer: object, at = noon): Promise<void> {
  await shop.place(number, { customer: 'c-1', phone, ...buyer });
  await shop.run(noon);
  await shop.at(at, story(number).refund(250));
}

const refundTexts = async () => (await shop.texts()).filter(({ subject }) => subject.includes('Refund'));

describe('a mandatory message that e-mail cannot carry', () => {
  test('goes by text message when the address is refused', async () => {
    await refund('A-1', {});
    shop.answer = () => unknown;
    await shop.run(noon);
    expect(await deliveries('A-1')).toEqual([
      ['email', 'failed', '550 5.1.1 no such user'],
      ['sms', 'sent', null],
    ]);
    expect(await refundTexts()).toMatchObject([{ recipient: phone }]);
    expect(await shop.told('A-1', 'refund_issued')).toMatchObject([{ status: 'sent' }]);
  });

  test('goes by text message when there is no address, or none that can be written to', async () => {
    await refund('A-2', { email: '' });
    await refund('A-3', { email: 'two@a.example, three@b.example' });
    await shop.run(noon);
    expect(await deliveries('A-2')).toEqual([
      ['email', 'suppressed', 'no_address'],
      ['sms', 'sent', null],
    ]);
    expect(await deliveries('A-3')).toEqual([
      ['email', 'suppressed', 'invalid_address'],
      ['sms', 'sent', null],
    ]);
  });

  test('goes on to the last channel, each once, and then no further', async () => {
    await refund('A-4', { email: '', phone: null });
    await shop.run(noon);
    await shop.run(later);
    expect(await deliveries('A-4')).toEqual([
      ['email', 'suppressed', 'no_address'],
      ['push', 'waiting', null],
      ['sms', 'suppressed', 'no_phone'],
    ]);
    const push = { subject_key: 'order:A-4', channel: 'push' };
    await shop.database.pool.query(
      `update deliveries set status = 'sent' where subject_key = $1 and channel = $2 and type = 'refund_issued'`,
      [push.subject_key, push.channel],
    );
    const notification_id = (await shop.told('A-4', 'refund_issued'))[0]!.id;
    const gone = { ...push, notification_id, reason: 'device_gone', now_ms: shop.clock.now() };
    expect(await returnDelivery(shop.database.pool, gone, channels)).toBe(true);
    expect(await deliveries('A-4')).toHaveLength(3);
  });

  test('goes by text message when it comes back after it was sent, once', async () => {
    await refund('A-5', {});
    await shop.run(noon);
    expect(await deliveries('A-5')).toEqual([['email', 'sent', null]]);
    const notification_id = (await shop.told('A-5', 'refund_issued'))[0]!.id;
    const bounce = {
      ...{ subject_key: 'order:A-5', notification_id, channel: 'email' },
      ...{ reason: '5.1.1 user unknown', now_ms: shop.clock.now() },
    };
    expect(await returnDelivery(shop.database.pool, bounce, channels)).toBe(true);
    expect(await returnDelivery(shop.database.pool, bounce, channels)).toBe(false);
    await shop.run(later);
    expect(await deliveries('A-5')).toEqual([
      ['email', 'failed', '5.1.1 user unknown'],
      ['sms', 'sent', null],
    ]);
  });

  test('waits for the morning there too', async () => {
    await shop.wish('customer:c-1', { quiet_hours: { from: '22:00', to: '07:00' }, time_zone: 'UTC' });
    const late = '2026-03-02T21:59:59Z';
    await refund('A-6', {}, late);
    shop.answer = () => unknown;
    await shop.run(late);
    shop.clock.set('2026-03-02T23:00:00Z');
    await shop.at('2026-03-02T23:00:00Z', story('A-6').cancel({ '2': 1 }));
    await shop.run('2026-03-02T23:00:00Z');
    const before = (await shop.texts()).length;
    await shop.run('2026-03-03T07:00:00Z');
    expect((await shop.texts()).length).toBeGreaterThan(before);
    expect((await deliveries('A-6', 'order_canceled')).map(([channel]) => channel)).toEqual(['email', 'sms']);
  });

  test('is not told a second time when it went by another channel already', async () => {
    await shop.wish('customer:c-1', { channels: { email: true, sms: true, push: true } });
    await shop.place('A-7', { customer: 'c-1', phone });
    await shop.run(noon);
    await shop.at(noon, parcel('A-7').leaves(noon));
    await shop.at(noon, parcel('A-7').is('available_for_pickup', noon));
    await shop.run(noon);
    const type = 'shipment_available_for_pickup';
    const bounce = {
      ...{ subject_key: 'order:A-7', notification_id: (await shop.told('A-7', type))[0]!.id },
      ...{ channel: 'email', reason: '5.1.1 user unknown', now_ms: shop.clock.now() },
    };
    expect(await returnDelivery(shop.database.pool, bounce, channels)).toBe(true);
    expect(await deliveries('A-7', type)).toEqual([
      ['email', 'failed', '5.1.1 user unknown'],
      ['sms', 'sent', null],
    ]);
  });
});

test('an operational message ends where it failed', async () => {
  await shop.place('B-1', { customer: 'c-1', phone });
  await shop.run(noon);
  await shop.at(noon, parcel('B-1').leaves(noon));
  shop.answer = () => unknown;
  await shop.run(noon);
  expect(await deliveries('B-1', 'shipment_dispatched')).toEqual([
    ['email', 'failed', '550 5.1.1 no such user'],
  ]);
});

describe('all e-mail is off', () => {
  const pickup = 'shipment_available_for_pickup';

  async function waiting(number: string, buyer: object): Promise<void> {
    await shop.place(number, { customer: 'c-1', phone, ...buyer });
    await shop.at(noon, parcel(number).leaves(noon), parcel(number).is('available_for_pickup', noon));
    await shop.run(noon);
    // The e-mail asks again whether the text message has arrived.
    for (const minutes of [1, 2, 3])
      await shop.run(new Date(Date.parse(noon) + minutes * 60_000).toISOString());
  }

  test('what is mandatory comes by the channel that is on, and not by e-mail', async () => {
    await shop.wish('customer:c-1', { channels: { email: false, sms: true, push: true } });
    await waiting('C-1', {});
    expect(await deliveries('C-1', pickup)).toEqual([
      ['email', 'suppressed', 'muted'],
      ['sms', 'sent', null],
    ]);
    expect(await deliveries('C-1', 'shipment_dispatched')).toEqual([
      ['email', 'suppressed', 'muted'],
      ['sms', 'sent', null],
    ]);
  });

  test('and by e-mail all the same when that one cannot carry it', async () => {
    await shop.wish('customer:c-1', { channels: { email: false, sms: true, push: true } });
    await waiting('C-2', { phone: null });
    expect(await deliveries('C-2', pickup)).toEqual([
      ['email', 'sent', null],
      ['sms', 'suppressed', 'no_phone'],
    ]);
  });

  test('and by e-mail when no other is on', async () => {
    await shop.wish('customer:c-1', { channels: { email: false, sms: false, push: false } });
    await waiting('C-3', {});
    expect((await deliveries('C-3', pickup))[0]).toEqual(['email', 'sent', null]);
    expect(await deliveries('C-3', 'shipment_dispatched')).toEqual([['email', 'suppressed', 'muted']]);
  });
});
