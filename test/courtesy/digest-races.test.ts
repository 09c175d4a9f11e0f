import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordResults } from '../../src/modules/notifications/deliveries/index.ts';
import { digestId } from '../../src/modules/notifications/digest/index.ts';
import { naming } from '../support/notifications.ts';
import { type CourteousShop, channels, courteousShop, parcel } from './shop.ts';

const morning = '2026-03-02T10:00:00Z';
const noon = '2026-03-02T12:00:00Z';
const evening = '2026-03-02T18:00:00Z';
const tomorrow = '2026-03-03T18:00:00Z';
const types = {
  shipment_dispatched: { email: 'digest' },
  shipment_out_for_delivery: { email: 'digest' },
} as const;

let shop: CourteousShop;
beforeEach(async () => {
  shop = await courteousShop(morning);
});
afterEach(() => shop.close());

async function orderOf(customer: string, number: string): Promise<void> {
  await shop.place(number, { customer, time_zone: 'UTC' });
  await shop.run(morning);
}

const statuses = async (number: string) =>
  (await shop.told(number, 'shipment_dispatched')).map(({ status, reason }) => [status, reason]);

test('three processes gather and send: everybody gets one digest with all of it', async () => {
  const customers = Array.from({ length: 15 }, (_, index) => `c-${index}`);
  for (const customer of customers) {
    await shop.wish(`customer:${customer}`, { types });
    for (const nth of [1, 2, 3]) await shop.place(`${customer}-${nth}`, { customer, time_zone: 'UTC' });
  }
  await shop.run(morning, 3);
  shop.mails.length = 0;
  const parcels = customers.flatMap((customer) => [1, 2, 3].map((nth) => parcel(`${customer}-${nth}`)));
  await shop.at(noon, ...parcels.map((each) => each.leaves(noon)));
  await shop.run(noon, 3);
  expect(shop.mails).toEqual([]);
  await shop.run(evening, 3);
  expect(shop.mails.map(({ subject }) => subject)).toEqual(customers.map(() => '3 updates about 3 orders'));
  expect(new Set(shop.mails.map(({ to }) => to.replace(/-\d@/, '@')))).toHaveProperty(
    'size',
    customers.length,
  );
});

test('a process that dies behind its digest: the next one says the same, by the same Message-ID', async () => {
  await shop.wish('customer:c-1', { types });
  await orderOf('c-1', 'A-1');
  await orderOf('c-1', 'A-2');
  shop.mails.length = 0;
  await shop.at(noon, parcel('A-1').leaves(noon), parcel('A-2').leaves(noon));
  await shop.at('2026-03-02T13:00:00Z', parcel('A-1').is('out_for_delivery', '2026-03-02T13:00:00Z'));
  await shop.run('2026-03-02T13:00:00Z');

  shop.clock.set(evening);
  const [digest] = await shop.claim(evening);
  const sent = await shop.send(digest!);
  expect(sent.kind).toBe('sent');
  // It dies here. What becomes due before its death is noticed is no part of that digest.
  await shop.place('A-3', { customer: 'c-1', time_zone: 'UTC' });
  await shop.at('2026-03-02T18:00:10Z', parcel('A-3').leaves('2026-03-02T18:00:10Z'));
  await shop.run('2026-03-02T18:00:20Z');
  await shop.run('2026-03-02T18:02:00Z');

  const digests = shop.mails.filter(({ subject }) => subject.includes('updates'));
  expect(digests).toHaveLength(2);
  expect(digests[1]!.message_id).toBe(digests[0]!.message_id);
  expect(withoutLinks(digests[1]!.text)).toBe(withoutLinks(digests[0]!.text));
  expect(await statuses('A-1')).toEqual([['suppressed', 'overtaken']]);
  expect(await statuses('A-2')).toEqual([['sent', null]]);
  expect(await statuses('A-3')).toEqual([['held', 'digest']]);
  await shop.run(tomorrow);
  expect(await statuses('A-3')).toEqual([['sent', null]]);
});

/** A link says until when it holds, so it is another one in every mail. */
const withoutLinks = (text: string): string => text.replace(/\/o\/\S+/g, '/o/');

test('what another process decided for a digest that has left meanwhile goes into the next one', async () => {
  await shop.wish('customer:c-1', { types });
  await orderOf('c-1', 'A-1');
  await orderOf('c-1', 'A-2');
  await shop.at(noon, parcel('A-1').leaves(noon));
  await shop.run(noon);
  // A second before the digest a process claims one more, and is slow.
  await shop.at('2026-03-02T17:59:59Z', parcel('A-2').leaves('2026-03-02T17:59:59Z'));
  const [late] = await shop.claim('2026-03-02T17:59:59Z');
  expect(late!.notification.order_number).toBe('A-2');
  const outcome = await shop.send(late!);
  expect(outcome).toMatchObject({ kind: 'gathered', at_ms: Date.parse(evening) });
  await shop.run(evening);
  expect(await statuses('A-1')).toEqual([['sent', null]]);

  shop.clock.set('2026-03-02T18:00:05Z');
  await shop.record(late!, outcome);
  expect(await statuses('A-2')).toEqual([['held', 'digest']]);
  await shop.run('2026-03-02T18:00:10Z');
  expect(shop.mails.at(-1)!.subject).toBe('Shipped: Thing 2');
  expect(shop.mails.at(-1)!.at).toBe('2026-03-02T18:00:00.000Z');
  await shop.run(tomorrow);
  expect(await statuses('A-2')).toEqual([['sent', null]]);
  const ids = shop.mails.slice(-2).map(({ message_id }) => message_id);
  expect(ids).toEqual(
    [evening, tomorrow].map((at) =>
      expect.stringContaining(digestId(naming, 'customer:c-1', Date.parse(at))),
    ),
  );
});

test('wishes that change while the digest is on its way do not tell its news twice', async () => {
  await shop.wish('customer:c-1', { types });
  await orderOf('c-1', 'A-1');
  await shop.at(noon, parcel('A-1').leaves(noon));
  await shop.run(noon);
  shop.mails.length = 0;
  const [digest] = await shop.claim(evening);
  await shop.wish('customer:c-1', {});
  const outcome = await shop.send(digest!);
  await shop.record(digest!, outcome);
  await shop.run('2026-03-02T18:05:00Z');
  expect(shop.mails.map(({ subject }) => subject)).toEqual(['Shipped: Thing 2']);
  expect(await statuses('A-1')).toEqual([['sent', null]]);
});

test('a result is written once: a worker that lost its lease settles nobody', async () => {
  await shop.wish('customer:c-1', { types });
  await orderOf('c-1', 'A-1');
  await shop.at(noon, parcel('A-1').leaves(noon));
  await shop.run(noon);
  const [lost] = await shop.claim(evening);
  await shop.run('2026-03-02T18:05:00Z');
  expect(await statuses('A-1')).toEqual([['sent', null]]);
  await recordResults(
    shop.database.pool,
    [
      {
        ...{ subject_key: 'customer:c-1', notification_id: lost!.notification.id, channel: 'email' },
        ...{ type: 'digest', attempts: lost!.attempts, status: 'failed', given_back: false, due_at_ms: 0 },
        ...{ last_error: 'gone', held_for: null, digest: null, message_id: null, message: null },
      },
    ],
    shop.clock.now(),
    channels,
  );
  expect(await statuses('A-1')).toEqual([['sent', null]]);
});
