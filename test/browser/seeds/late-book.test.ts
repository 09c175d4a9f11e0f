import { expect, test } from 'vitest';
import { Person } from '../../support/person.ts';
import { seedStage } from './open.ts';
import { linksIn } from './shop.ts';

const stage = seedStage();

const number = '114-3941689-8772232';
const email = 'ann@reader.example';
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const scan = (stage: string, minutes: number) => ({
  ...{ carrier: 'ups', tracking_number: '1Z999AA10123456784', stage, location: 'Boston, MA' },
  occurred_at: new Date(Date.now() + minutes * 60_000).toISOString(),
});

/**
 * Two books; one is late. Its buyer is told, cancels it without calling anybody, and the other arrives. The text this
 * product was made from says that took a minute.
 */
test('the late book is canceled in under a minute and under five clicks, and the other one arrives', async () => {
  const { browser, shop } = stage;
  await shop.post('/v1/orders', {
    ...{ number, placed_at: new Date().toISOString(), currency: 'USD', locale: 'en-US' },
    time_zone: 'America/New_York',
    customer: { email, name: 'Ann Buyer' },
    ship_to: {
      ...{ name: 'Ann Buyer', line1: '1 Main St', city: 'Boston', region: 'MA', postal_code: '02101' },
      country: 'US',
    },
    ...{ delivery_option: 'standard', shipping_price: 399, tax: 0, discount: 0 },
    payment: { method: 'card', status: 'paid', reference: 'pi_1' },
    lines: [
      {
        ...{ id: '1', sku: 'book-1', title: 'First book', quantity: 1, unit_price: 1999, seller: 's-1' },
        promise: { earliest: day(2), latest: day(4) },
      },
      {
        ...{ id: '2', sku: 'book-2', title: 'Second book', quantity: 1, unit_price: 2999, seller: 's-1' },
        promise: { earliest: day(2), latest: day(4) },
      },
    ],
  });
  const confirmed = await shop.letter(email, /confirmed|received/i);
  for (const cost of ['$19.99', '$29.99', '$3.99', '$53.97']) expect(confirmed.text).toContain(cost);

  await shop.post(`/v1/orders/${number}/shipments`, {
    ...{ id: 'parcel-1', lines: [{ line: '1', quantity: 1 }], carrier: 'ups' },
    ...{ tracking_number: '1Z999AA10123456784', dispatched_at: new Date().toISOString() },
  });
  const split = await shop.letter(email, /Second book|two|parts|separately|split/i);
  expect(split.text).toMatch(/(won't be charged any|no) extra/i);

  const late = { lines: ['2'], earliest: day(18), latest: day(58), reason: 'reprint' };
  await shop.post(`/v1/orders/${number}/promises`, late);
  const told = await shop.letter(email, /delayed|later|wait/i);
  expect(told.text).toMatch(/sorry|apologi/i);

  const ann = await Person.withPhone(browser);
  ann.begin();
  const cancel = linksIn(told).find((link) => /cancel/.test(link));
  await ann.follow(cancel!);
  await ann.page.waitForURL(new RegExp(`/orders/${number}/delay`));
  expect(await ann.reads()).toContain('$29.99');
  await ann.touch(ann.page.locator('button[value=cancel]'));
  await ann.page.waitForURL(new RegExp(`/orders/${number}([?#]|$)`));
  expect(await ann.reads()).toMatch(/\$29\.99 goes back/);
  expect(ann.clicks).toBeLessThan(5);
  expect(ann.seconds).toBeLessThan(60);

  const order = await shop.read(`/v1/orders/${number}`);
  expect(order).toMatchObject({
    status: 'shipped',
    payment: { paid: 5397, refunded: 2999 },
    lines: [{ status: 'shipped' }, { status: 'canceled' }],
  });
  await shop.letter(email, /refund|back/i);

  await shop.post('/v1/tracking-events', [scan('out_for_delivery', 1), scan('delivered', 2)]);
  await shop.letter(email, /delivered/i);
  await ann.page.reload();
  expect(await ann.reads(ann.page.locator('#cards'))).toContain('Delivered');
  const subjects = shop.letters(email).map(({ message_id }) => message_id);
  expect(new Set(subjects).size).toBe(subjects.length);
  await ann.close();
});
