import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { whereabouts } from './held.ts';
import { type CourteousShop, courteousShop, parcel } from './shop.ts';

let shop: CourteousShop;
let count = 0;
let order: string;
let person: string;

beforeAll(async () => {
  shop = await courteousShop('2026-03-01T12:00:00Z');
});
afterAll(() => shop.close());
beforeEach(() => {
  shop.mails.length = 0;
  order = `H-${++count}`;
  person = `customer:c-${count}`;
});

const night = { from: '22:00', to: '07:00' };

/** An order of which all is told that there is to tell by noon of that day, a parcel on its way among it. */
async function onItsWay(day: string, buyer: object = {}): Promise<void> {
  shop.clock.set(`${day}T10:00:00Z`);
  await shop.place(order, {
    customer: person.slice('customer:'.length),
    time_zone: 'Europe/Warsaw',
    ...buyer,
  });
  await shop.at(`${day}T11:00:00Z`, parcel(order).leaves(`${day}T11:00:00Z`));
  await shop.run(`${day}T12:00:00Z`);
  shop.mails.length = 0;
}

/** Mails about the order of the test: others may have waited for the same morning. */
const mails = () => shop.mails.filter(({ text }) => text.split('\n')[1]!.endsWith(` ${order}`));
const subjects = () => mails().map(({ subject, at }) => `${at.slice(5, 16)} ${subject.split(':')[0]}`);
const idOf = async (type: string) => (await shop.told(order, type))[0]!.id;

describe('quiet hours', () => {
  test('what happens in the night is told in the morning, and shown as held until then', async () => {
    await onItsWay('2026-03-02');
    await shop.wish(person, { quiet_hours: night });
    await shop.at('2026-03-02T21:30:00Z', parcel(order).is('delivered', '2026-03-02T21:29:00Z'));
    await shop.run('2026-03-02T21:31:00Z');
    expect(subjects()).toEqual([]);
    const [held] = await shop.told(order, 'shipment_delivered');
    expect(held).toMatchObject({
      status: 'held',
      reason: 'quiet_hours',
      channels: [{ status: 'held', attempts: 0, held_until: '2026-03-03T06:00:00Z' }],
    });
    expect(await whereabouts(shop, 'held')).toContain(order);

    await shop.run('2026-03-03T05:59:59Z');
    expect(subjects()).toEqual([]);
    await shop.run('2026-03-03T06:00:00Z');
    expect(subjects()).toEqual(['03-03T06:00 Delivered']);
    await shop.run('2026-03-03T09:00:00Z');
    expect(mails()).toHaveLength(1);
  });

  test('what is awaited comes at night too', async () => {
    await shop.wish(person, { quiet_hours: night, time_zone: 'Europe/Warsaw' });
    shop.clock.set('2026-03-02T23:00:00Z');
    await shop.place(order, { customer: person.slice(9) });
    await shop.run('2026-03-02T23:00:01Z');
    expect(mails()).toHaveLength(1);
  });

  test.each([
    // The clocks go on at 02:00 of 29 March 2026, and back at 03:00 of 25 October.
    ['an hour shorter', '2026-03-28', '2026-03-28T21:30:00Z', '2026-03-29T05:00:00Z'],
    ['an hour longer', '2026-10-24', '2026-10-24T20:30:00Z', '2026-10-25T06:00:00Z'],
  ])('a night that is %s ends when the clock says seven', async (_name, day, happened, morning) => {
    await onItsWay(day);
    await shop.wish(person, { quiet_hours: night });
    await shop.at(happened, parcel(order).is('delivered', happened));
    await shop.run(happened);
    await shop.run(new Date(Date.parse(morning) - 1_000).toISOString());
    expect(mails()).toEqual([]);
    await shop.run(morning);
    expect(mails()).toHaveLength(1);
  });

  test('the zone is the one that was wished, before that of the order', async () => {
    await onItsWay('2026-03-02', { time_zone: 'America/New_York' });
    await shop.wish(person, { quiet_hours: night, time_zone: 'Asia/Tokyo' });
    const midnight_there = '2026-03-02T15:00:00Z';
    await shop.at(midnight_there, parcel(order).is('delivered', midnight_there));
    await shop.run(midnight_there);
    expect(mails()).toEqual([]);
    await shop.run('2026-03-02T22:00:00Z');
    expect(mails()).toHaveLength(1);
  });

  test('a deadline beats them: who learns of the locker in the morning comes too late', async () => {
    await onItsWay('2026-03-02');
    await shop.wish(person, { quiet_hours: night });
    const late = '2026-03-02T22:00:00Z';
    const pickup_until = '2026-03-03T05:00:00Z';
    await shop.at(late, parcel(order).is('available_for_pickup', late, { pickup_until }));
    await shop.run(late);
    expect(mails()).toHaveLength(1);
  });

  test('a deadline after them does not', async () => {
    await onItsWay('2026-03-02');
    await shop.wish(person, { quiet_hours: night });
    const late = '2026-03-02T22:00:00Z';
    const pickup_until = '2026-03-05T22:00:00Z';
    await shop.at(late, parcel(order).is('available_for_pickup', late, { pickup_until }));
    await shop.run(late);
    expect(mails()).toEqual([]);
  });
});

describe('what was overtaken', () => {
  test('out for delivery at nine, delivered at ten, quiet until noon: only the delivery is told', async () => {
    await onItsWay('2026-03-02');
    await shop.wish(person, { quiet_hours: { from: '20:00', to: '12:00' } });
    await shop.at('2026-03-03T08:00:00Z', parcel(order).is('out_for_delivery', '2026-03-03T08:00:00Z'));
    await shop.run('2026-03-03T08:00:00Z');
    await shop.at('2026-03-03T09:00:00Z', parcel(order).is('delivered', '2026-03-03T09:00:00Z'));
    await shop.run('2026-03-03T09:00:00Z');
    expect(mails()).toEqual([]);
    await shop.run('2026-03-03T11:00:00Z');
    expect(subjects()).toEqual(['03-03T11:00 Delivered']);
    expect(await shop.told(order, 'shipment_out_for_delivery')).toMatchObject([
      { status: 'suppressed', reason: 'overtaken' },
    ]);
  });

  test('nobody wished anything, but the mail server was away: the same', async () => {
    await onItsWay('2026-03-02');
    await shop.at('2026-03-03T08:00:00Z', parcel(order).is('out_for_delivery', '2026-03-03T08:00:00Z'));
    await shop.at('2026-03-03T09:00:00Z', parcel(order).is('delivered', '2026-03-03T09:00:00Z'));
    await shop.run('2026-03-03T09:00:30Z');
    expect(subjects()).toEqual(['03-03T09:00 Delivered']);
  });

  test('quiet hours that end seconds after they began to hold it: the same', async () => {
    await onItsWay('2026-03-02');
    await shop.wish(person, { quiet_hours: { from: '20:00', to: '12:00' } });
    await shop.at('2026-03-03T10:59:30Z', parcel(order).is('out_for_delivery', '2026-03-03T10:59:00Z'));
    await shop.run('2026-03-03T10:59:31Z');
    await shop.at('2026-03-03T10:59:40Z', parcel(order).is('delivered', '2026-03-03T10:59:38Z'));
    await shop.run('2026-03-03T11:00:00Z');
    expect(subjects()).toEqual(['03-03T11:00 Delivered']);
  });

  test('who asks for it to be sent again gets it, overtaken or not, by night', async () => {
    await onItsWay('2026-03-02');
    await shop.at('2026-03-03T08:00:00Z', parcel(order).is('out_for_delivery', '2026-03-03T08:00:00Z'));
    await shop.run('2026-03-03T08:00:00Z');
    await shop.at('2026-03-03T09:00:00Z', parcel(order).is('delivered', '2026-03-03T09:00:00Z'));
    await shop.wish(person, { quiet_hours: night });
    shop.clock.set('2026-03-03T22:00:00Z');
    const id = await idOf('shipment_out_for_delivery');
    await shop.resend(order, id);
    await shop.run('2026-03-03T22:00:01Z');
    expect(subjects().at(-1)).toMatch(/^03-03T22:00 Out for delivery/);
  });
});

describe('wishes that change while something is held', () => {
  const late = '2026-03-02T21:30:00Z';
  beforeEach(async () => {
    await onItsWay('2026-03-02');
    await shop.wish(person, { quiet_hours: night });
    await shop.at(late, parcel(order).is('delivered', late));
    await shop.run(late);
    expect(mails()).toEqual([]);
    shop.clock.set('2026-03-02T22:00:00Z');
  });

  test('no quiet hours any more: it leaves at once', async () => {
    await shop.wish(person, { quiet_hours: null });
    await shop.run('2026-03-02T22:00:01Z');
    expect(mails()).toHaveLength(1);
  });

  test('other ones: it waits for their end', async () => {
    await shop.wish(person, { quiet_hours: { from: '22:00', to: '09:30' } });
    await shop.run('2026-03-03T06:00:00Z');
    expect(mails()).toEqual([]);
    await shop.run('2026-03-03T08:30:00Z');
    expect(mails()).toHaveLength(1);
  });

  test('the type switched off: it is not sent, and says why', async () => {
    await shop.wish(person, { quiet_hours: night, types: { shipment_delivered: { email: 'off' } } });
    await shop.run('2026-03-03T06:00:00Z');
    expect(mails()).toEqual([]);
    expect(await shop.told(order, 'shipment_delivered')).toMatchObject([
      { status: 'suppressed', reason: 'muted' },
    ]);
  });

  test('those for this one order win over those for all', async () => {
    await shop.wish(`order:${order}`, {});
    await shop.run('2026-03-02T22:00:01Z');
    expect(mails()).toHaveLength(1);
  });
});

test('a guest is as quiet as the order says, and no other order of the same address', async () => {
  await onItsWay('2026-03-02', { customer: null, email: 'guest@shop.example' });
  const other = order;
  order = `H-${++count}`;
  await onItsWay('2026-03-02', { customer: null, email: 'guest@shop.example' });
  await shop.wish(`order:${order}`, { quiet_hours: night });
  const late = '2026-03-02T22:00:00Z';
  await shop.at(late, parcel(order).is('delivered', late), parcel(other).is('delivered', late));
  await shop.run(late);
  expect(mails()).toEqual([]);
  expect(shop.mails.map(({ to }) => to)).toEqual(['guest@shop.example']);
  await shop.run('2026-03-03T06:00:00Z');
  expect(mails()).toHaveLength(1);
});

test('a mail is in the language that was wished, whatever that of the order', async () => {
  await shop.wish(person, { locale: 'pl' });
  shop.clock.set('2026-03-02T10:00:00Z');
  await shop.place(order, { customer: person.slice(9), locale: 'en' });
  const id = await idOf('order_confirmed');
  expect((await shop.preview(id)).text).toContain('Zamówienie');
  await shop.run('2026-03-02T10:00:01Z');
  expect(mails()[0]!.text).toContain('Zamówienie');
  expect((await shop.preview(id)).subject).toBe(mails()[0]!.subject);
});
