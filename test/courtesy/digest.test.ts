import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSentMessage } from '../../src/modules/notifications/deliveries/index.ts';
import { digestId, digestOf } from '../../src/modules/notifications/digest/index.ts';
import type { TypeWishes } from '../../src/modules/notifications/preferences/index.ts';
import { naming } from '../support/notifications.ts';
import { shop as wishes } from '../support/stories.ts';
import { type CourteousShop, courteousShop, parcel } from './shop.ts';

const person = 'customer:c-1';
const morning = '2026-03-02T10:00:00Z';
/** 18:00 in Warsaw. */
const evening = '2026-03-02T17:00:00Z';
const digested: Record<string, TypeWishes> = Object.fromEntries(
  [
    ...['shipment_dispatched', 'shipment_out_for_delivery', 'shipment_delivered', 'refund_issued'],
    ...['shipment_available_for_pickup', 'lines_canceled', 'promise_revised'],
  ].map((type) => [type, { email: 'digest' }]),
);

let shop: CourteousShop;

beforeEach(async () => {
  shop = await courteousShop(morning);
  await shop.wish(person, { types: digested });
});
afterEach(() => shop.close());

/** Orders of the customer, confirmed at once; what is told from here on is no confirmation. */
async function orders(...numbers: string[]): Promise<void> {
  for (const number of numbers) {
    await shop.place(number, { customer: 'c-1', time_zone: 'Europe/Warsaw', locale: 'en' });
  }
  await shop.run(morning);
  expect(shop.mails).toHaveLength(numbers.length);
  shop.mails.length = 0;
}

const leaves = (number: string, at: string) => shop.at(at, parcel(number).leaves(at));
const arrives = (number: string, at: string) => shop.at(at, parcel(number).is('delivered', at));
const digests = () => shop.told('', 'digest');
const statusOf = async (number: string, type: string) => {
  const [item] = await shop.told(number, type);
  return item && [item.status, item.reason];
};

describe('what gathers', () => {
  test('leaves together at the hour chosen, by order, the newest first', async () => {
    await orders('A-1', 'A-2');
    await leaves('A-1', '2026-03-02T11:00:00Z');
    await shop.run('2026-03-02T11:00:01Z');
    await shop.at('2026-03-02T12:00:00Z', wishes('A-1').refund(250));
    await leaves('A-2', '2026-03-02T13:00:00Z');
    await shop.run('2026-03-02T13:00:01Z');
    expect(shop.mails).toEqual([]);
    expect((await shop.told('A-1', 'refund_issued'))[0]).toMatchObject({
      status: 'held',
      reason: 'digest',
      channels: [{ status: 'held', held_until: evening }],
    });
    expect(await digests()).toMatchObject([{ status: 'held', order: null, audience: 'buyer' }]);
    expect((await digests())[0]!.channels).toMatchObject([{ to: 'b***2@s***.example' }]);

    await shop.run(evening);
    expect(shop.mails).toHaveLength(1);
    const [{ subject, text, to }] = shop.mails as [(typeof shop.mails)[0]];
    expect(subject).toBe('3 updates about 2 orders');
    expect(to).toBe('buyer-of-A-2@shop.example');
    expect(text.indexOf('Order A-2')).toBeLessThan(text.indexOf('Order A-1'));
    expect(text.indexOf('Refund')).toBeLessThan(text.lastIndexOf('Shipped: Thing 2'));
    expect(text.match(/https:\/\/tidings.test\/o\//g)).toHaveLength(2);
    for (const [number, type] of [
      ['A-1', 'refund_issued'],
      ['A-1', 'shipment_dispatched'],
      ['A-2', 'shipment_dispatched'],
    ] as const) {
      const [told] = await shop.told(number, type);
      expect(told).toMatchObject({
        status: 'sent',
        channels: [{ sent_at: evening, message_id: shop.mails[0]!.message_id, held_until: null }],
      });
      const { id } = told!;
      const digest = await digestOf(shop.database.pool, { subject_key: `order:${number}`, id });
      const kept = await readSentMessage(shop.database.pool, {
        ...{ subject_key: digest!.subject_key, notification_id: digest!.id, channel: 'email' },
      });
      expect(kept).toMatchObject({ subject, sent_at: evening });
    }
  });

  test('is one digest a day; what comes after its hour waits for the next', async () => {
    await orders('B-1', 'B-2');
    await leaves('B-1', '2026-03-02T11:00:00Z');
    await shop.run(evening);
    await leaves('B-2', '2026-03-02T17:00:01Z');
    await shop.run('2026-03-02T18:00:00Z');
    expect(shop.mails.map(({ at }) => at.slice(0, 16))).toEqual(['2026-03-02T17:00']);
    await shop.run('2026-03-03T17:00:00Z');
    expect(shop.mails.map(({ subject }) => subject)).toEqual(['Shipped: Thing 2', 'Shipped: Thing 2']);
    expect(shop.mails[0]!.message_id).not.toBe(shop.mails[1]!.message_id);
  });

  test('leaves at the hour of the zone that was wished, across the night the clocks change', async () => {
    await shop.wish(person, { types: digested, digest_at: '08:30', time_zone: 'Europe/Warsaw' });
    await orders('C-1');
    await leaves('C-1', '2026-03-28T12:00:00Z');
    await shop.run('2026-03-29T06:29:59Z');
    expect(shop.mails).toEqual([]);
    await shop.run('2026-03-29T06:30:00Z');
    expect(shop.mails).toHaveLength(1);
  });

  test('is told in the language that was wished', async () => {
    await shop.wish(person, { types: digested, locale: 'pl' });
    await orders('D-1', 'D-2');
    await leaves('D-1', '2026-03-02T11:00:00Z');
    await leaves('D-2', '2026-03-02T12:00:00Z');
    await shop.run('2026-03-02T12:00:00Z');
    const { id } = (await digests())[0]!;
    expect((await shop.preview(id)).subject).toBe('2 wiadomości o 2 zamówieniach');
    await shop.run(evening);
    expect(shop.mails[0]!.text).toContain('Zamówienie D-1');
    expect(shop.mails[0]!.text).not.toMatch(/Shipped|Order/);
  });

  test('of a guest is about that one order', async () => {
    await shop.place('E-1', { time_zone: 'Europe/Warsaw' });
    await shop.wish('order:E-1', { types: digested });
    await leaves('E-1', '2026-03-02T11:00:00Z');
    await shop.run('2026-03-02T11:00:01Z');
    expect(shop.mails).toHaveLength(1);
    await shop.run(evening);
    expect(shop.mails.at(-1)).toMatchObject({ to: 'buyer-of-E-1@shop.example', subject: 'Shipped: Thing 2' });
  });

  test('and would be too late then is sent by itself', async () => {
    await orders('F-1');
    await leaves('F-1', '2026-03-02T11:00:00Z');
    const pickup_until = '2026-03-02T16:00:00Z';
    const noon = '2026-03-02T12:00:00Z';
    await shop.at(noon, parcel('F-1').is('available_for_pickup', noon, { pickup_until }));
    await shop.run(noon);
    expect(shop.mails.map(({ subject }) => subject)).toEqual(['Ready to collect: Thing 2']);
  });
});

describe('what was overtaken', () => {
  test('is not in the digest: of each shipment only the newest state is told', async () => {
    await orders('G-1');
    await leaves('G-1', '2026-03-02T11:00:00Z');
    await shop.run('2026-03-02T11:00:00Z');
    const noon = '2026-03-02T12:00:00Z';
    await shop.at(noon, parcel('G-1').is('out_for_delivery', noon));
    await shop.run(noon);
    await shop.run(evening);
    expect(shop.mails.map(({ subject }) => subject)).toEqual(['Out for delivery Monday 2 March: Thing 2']);
    expect(await statusOf('G-1', 'shipment_dispatched')).toEqual(['suppressed', 'overtaken']);
    expect(await statusOf('G-1', 'shipment_out_for_delivery')).toEqual(['sent', null]);
  });

  test('leaves no digest at all when nothing else is in it', async () => {
    await shop.wish(person, { types: { ...digested, shipment_delivered: { email: 'instant' } } });
    await orders('G-2');
    const noon = '2026-03-02T12:00:00Z';
    await leaves('G-2', '2026-03-02T11:00:00Z');
    await shop.run('2026-03-02T11:00:01Z');
    await arrives('G-2', noon);
    await shop.run(noon);
    expect(shop.mails.map(({ subject }) => subject)).toEqual(['Delivered: Thing 2']);
    await shop.run(evening);
    expect(shop.mails).toHaveLength(1);
    expect(await digests()).toMatchObject([{ status: 'suppressed', reason: 'nothing_left' }]);
    expect(await statusOf('G-2', 'shipment_dispatched')).toEqual(['suppressed', 'overtaken']);
  });
});

describe('wishes that change while it gathers', () => {
  beforeEach(async () => {
    await orders('I-1');
    await leaves('I-1', '2026-03-02T11:00:00Z');
    await shop.run('2026-03-02T11:00:01Z');
    expect(shop.mails).toEqual([]);
    shop.clock.set('2026-03-02T12:00:00Z');
  });

  test('no digest any more: what gathered leaves at once, and the digest is not sent', async () => {
    await shop.wish(person, {});
    await shop.run('2026-03-02T12:00:01Z');
    expect(shop.mails).toHaveLength(1);
    await shop.run(evening);
    expect(shop.mails).toHaveLength(1);
    expect(await digests()).toMatchObject([{ status: 'suppressed', reason: 'nothing_left' }]);
  });

  test('a later hour: one digest, then', async () => {
    await shop.wish(person, { types: digested, digest_at: '20:00' });
    await shop.run(evening);
    expect(shop.mails).toEqual([]);
    await shop.run('2026-03-02T19:00:00Z');
    expect(shop.mails).toHaveLength(1);
  });

  test('the same again changes nothing', async () => {
    await shop.wish(person, { types: digested });
    await shop.run('2026-03-02T12:00:01Z');
    expect(shop.mails).toEqual([]);
    await shop.run(evening);
    expect(shop.mails).toHaveLength(1);
    expect(await digests()).toHaveLength(1);
  });

  test('those for the one order: its news leave the digest of all', async () => {
    await shop.wish('order:I-1', {});
    await shop.run('2026-03-02T12:00:01Z');
    expect(shop.mails.map(({ subject }) => subject)).toEqual(['Shipped: Thing 2']);
  });
});

describe('a digest that cannot be sent', () => {
  beforeEach(async () => {
    await orders('K-1', 'K-2');
    await leaves('K-1', '2026-03-02T11:00:00Z');
    await shop.at('2026-03-02T12:00:00Z', wishes('K-2').refund(250));
    await shop.run('2026-03-02T12:00:01Z');
  });

  test('takes what gathered in it along; mandatory ones go by text message; sent again, it says all of it', async () => {
    await shop.database.pool.query(`update contacts set phone = '+48500600700'`);
    shop.answer = () => ({ kind: 'refused', error: '550 5.1.1 no such user' });
    await shop.run(evening);
    expect(shop.mails).toEqual([]);
    expect(await statusOf('K-1', 'shipment_dispatched')).toEqual(['failed', '550 5.1.1 no such user']);
    expect(await statusOf('K-2', 'refund_issued')).toEqual(['sent', null]);
    expect((await shop.texts()).map(({ subject }) => subject)).toEqual([expect.stringContaining('Refund')]);

    shop.answer = () => null;
    await shop.resend(person, digestId(naming, person, Date.parse(evening)));
    await shop.run('2026-03-02T18:00:00Z');
    expect(shop.mails.map(({ subject }) => subject)).toEqual(['2 updates about 2 orders']);
    expect(await statusOf('K-1', 'shipment_dispatched')).toEqual(['sent', null]);
    // One of them alone, once more: by itself.
    await shop.resend('K-1', (await shop.told('K-1', 'shipment_dispatched'))[0]!.id);
    await shop.run('2026-03-02T18:00:01Z');
    expect(shop.mails.at(-1)!.subject).toBe('Shipped: Thing 2');
  });

  test('that has no address is suppressed with what gathered in it', async () => {
    await shop.database.pool.query(`update contacts set email = ''`);
    await shop.run(evening);
    expect(await digests()).toMatchObject([{ status: 'suppressed', reason: 'no_address' }]);
    expect(await statusOf('K-1', 'shipment_dispatched')).toEqual(['suppressed', 'no_address']);
  });

  test('that is late does not come in the night that was asked to be quiet', async () => {
    shop.answer = () => ({ kind: 'later', error: '451 4.7.1 greylisted' });
    await shop.run(evening);
    await shop.wish(person, { types: digested, quiet_hours: { from: '19:00', to: '07:00' } });
    shop.answer = () => null;
    await shop.run('2026-03-02T21:00:00Z');
    expect(shop.mails).toEqual([]);
    await shop.run('2026-03-03T06:00:00Z');
    expect(shop.mails.map(({ subject }) => subject)).toEqual(['2 updates about 2 orders']);
  });
});

test('an order that exists no more is not told of', async () => {
  await orders('L-1', 'L-2');
  await leaves('L-1', '2026-03-02T11:00:00Z');
  await leaves('L-2', '2026-03-02T12:00:00Z');
  await shop.run('2026-03-02T12:00:01Z');
  await shop.database.pool.query(`delete from stories where order_number = 'L-1'`);
  await shop.run(evening);
  expect(shop.mails.map(({ subject }) => subject)).toEqual(['Shipped: Thing 2']);
});
