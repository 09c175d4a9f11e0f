import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putDeliveryPrices, putPickupPoint } from '../../src/modules/delivery/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { HANDLING, PRICES, place, shop as wishes } from '../support/stories.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
  await putDeliveryPrices(shop.database.pool, { currency: 'USD', prices: PRICES }, shop.clock.now());
  const point = { id: 'bos-1', name: 'South Station', carrier: null, line1: '700 Atlantic Ave', line2: null };
  const place = { city: 'Boston', region: 'MA', postal_code: '02110', country: 'US', hours: '6-23' };
  await putPickupPoint(shop.database.pool, { ...point, ...place, active: true }, shop.clock.now());
});
afterAll(() => shop.close());

/** A buyer who came by the link of a mail: what is in it shows that they read it. */
async function readerOf(number: string, more: Parameters<typeof place>[0] = {}): Promise<Visitor> {
  await shop.deps.ledger.execute(place({ number, handling: HANDLING, ...more }));
  const buyer = new Visitor(shop.app);
  expect((await buyer.post(shop.link(number), {})).status).toBe(303);
  return buyer;
}

async function page(response: Response | Promise<Response>) {
  const answered = await response;
  const { status, headers } = answered;
  const html = await answered.text();
  // The first form is the answer; the one behind it goes back to what was typed.
  const [answer = ''] = html.split('</form>');
  return { status, html, fields: Visitor.fields(answer), location: headers.get('location') };
}

const contactOf = async (number: string) => {
  const read = 'select email, phone, ship_to, access_epoch from contacts where order_number = $1';
  return (await shop.database.pool.query(read, [number])).rows[0];
};
const changesOf = async (number: string) => (await shop.deps.reader.read(number))!.state.changes ?? [];
const home = {
  name: 'Ann Buyer',
  line1: '2 Elm St',
  line2: '',
  postal_code: '02109',
  city: 'Boston',
  region: 'MA',
};

describe('an address', () => {
  test('is shown before it counts, and then stands on the page', async () => {
    const buyer = await readerOf('a-1');
    const form = await page(buyer.get('/orders/a-1/change/address'));
    expect(form.html).toContain('value="1 Main St" autocomplete="shipping address-line1"');
    const asked = await page(buyer.post('/orders/a-1/change/address', { ...form.fields, ...home }));
    expect(asked.html).toContain('2 Elm St');
    expect(await changesOf('a-1')).toEqual([]);
    const twice = await Promise.all(
      [1, 2].map(() => page(buyer.post('/orders/a-1/change/address', asked.fields))),
    );
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await changesOf('a-1')).toMatchObject([{ kinds: ['address'], by: 'customer' }]);
    const order = await page(buyer.get(twice[0]!.location!));
    expect(order.html).toMatch(/id="done-changed"[^>]*>Changed: delivery address\./);
    expect(order.html).toContain('2 Elm St');
  });

  test('that lacks something is asked for again with what was typed; an odd one is only asked about', async () => {
    const buyer = await readerOf('a-2');
    const { fields } = await page(buyer.get('/orders/a-2/change/address'));
    const lacking = await page(buyer.post('/orders/a-2/change/address', { ...fields, ...home, line1: ' ' }));
    expect(lacking).toMatchObject({ status: 422 });
    expect(lacking.html).toContain('A street and number is needed.');
    expect(lacking.html).toContain('value="02109"');
    const odd = { ...fields, ...home, postal_code: '31-154' };
    const asked = await page(buyer.post('/orders/a-2/change/address', odd));
    expect(asked.html).toContain('postal codes usually look like 02110');
    expect((await page(buyer.post('/orders/a-2/change/address', asked.fields))).status).toBe(303);
    expect((await contactOf('a-2')).ship_to.postal_code).toBe('31-154');
  });

  test('is never taken from somebody who knows number and e-mail alone', async () => {
    await readerOf('a-3');
    const stranger = new Visitor(shop.app);
    await stranger.post('/status', { number: 'a-3', email: 'buyer@example.com' });
    const away = await page(stranger.get('/orders/a-3/change/address'));
    expect(away.location).toBe('/orders/a-3/identify?back=%2Forders%2Fa-3%2Fchange%2Faddress');
    const posted = await page(stranger.post('/orders/a-3/change/address', { ...home, step: 'confirm' }));
    expect(posted.location).toContain('/identify');
    expect(await changesOf('a-3')).toEqual([]);
  });

  test('is not changed by a form that is not ours', async () => {
    const buyer = await readerOf('a-4');
    const { fields } = await page(buyer.get('/orders/a-4/change/address'));
    const asked = await page(buyer.post('/orders/a-4/change/address', { ...fields, ...home }));
    for (const forged of [
      { ...asked.fields, token: 'x' },
      { ...asked.fields, form: 'x' },
    ]) {
      expect((await page(buyer.post('/orders/a-4/change/address', forged))).status).toBe(403);
    }
    const elsewhere = buyer.post('/orders/a-4/change/address', asked.fields, {
      'sec-fetch-site': 'cross-site',
    });
    expect((await page(elsewhere)).status).toBe(403);
    expect(await changesOf('a-4')).toEqual([]);
  });

  test('of what is packed is the seller\u2019s to change: the page says whom to ask', async () => {
    const buyer = await readerOf('a-5');
    const { fields } = await page(buyer.get('/orders/a-5/change/address'));
    await shop.deps.ledger.execute(wishes('a-5').pack({ '1': 1 }));
    const late = await page(buyer.post('/orders/a-5/change/address', { ...fields, ...home }));
    expect(late.status).toBe(409);
    expect(late.html).toContain('href="/orders/a-5/help"');
    expect((await page(buyer.get('/orders/a-5'))).html).toContain('It is being packed');
  });
});

describe('another way of delivery', () => {
  test('stands beside its price and its days, and costs what was shown', async () => {
    const buyer = await readerOf('d-1');
    const offers = await page(buyer.get('/orders/d-1/change/delivery'));
    expect(offers.html).toContain('As it is now');
    expect(offers.html).toContain('$6.00 more');
    expect(offers.html).not.toContain('Same-day');
    const asked = await page(buyer.get('/orders/d-1/change/delivery?option=expedited'));
    expect(asked.html).toContain('Expedited delivery instead of Standard delivery.');
    expect(asked.html).toContain('It costs $6.00 more.');
    const done = await page(buyer.post('/orders/d-1/change/delivery', asked.fields));
    const order = await page(buyer.get(done.location!));
    expect(order.html).toMatch(/Change of delivery<\/dt><dd>\$6\.00/);
    expect(order.html).not.toContain('Waiting for your payment');
  });

  test('whose price has changed meanwhile is shown anew', async () => {
    const buyer = await readerOf('d-2');
    const asked = await page(buyer.get('/orders/d-2/change/delivery?option=expedited'));
    const stale = { ...asked.fields, cost: '500' };
    const again = await page(buyer.post('/orders/d-2/change/delivery', stale));
    expect(again.status).toBe(200);
    expect(again.fields.cost).toBe('600');
    expect(await changesOf('d-2')).toEqual([]);
  });

  test('to a pickup point is found by its place, and brings the money back', async () => {
    const buyer = await readerOf('d-3');
    const found = await page(buyer.get('/orders/d-3/change/pickup?near=02111'));
    expect(found.html).toContain('South Station');
    expect((await page(buyer.get('/orders/d-3/change/pickup?near=Chicago'))).html).toContain(
      'no pickup point there',
    );
    const asked = await page(buyer.get('/orders/d-3/change/pickup?point=bos-1'));
    expect(asked.html).toContain('$2.00 goes back to your card.');
    await buyer.post('/orders/d-3/change/pickup', asked.fields);
    expect((await contactOf('d-3')).ship_to).toMatchObject({ pickup_point: 'South Station' });
    // And home again: an address is asked for first.
    const offers = await page(buyer.get('/orders/d-3/change/delivery'));
    expect(offers.html).toContain('/orders/d-3/change/address?option=standard');
    const form = await page(buyer.get('/orders/d-3/change/address?option=standard'));
    expect(form.html).not.toContain('700 Atlantic');
    const back = await page(buyer.post('/orders/d-3/change/address', { ...form.fields, ...home }));
    await buyer.post('/orders/d-3/change/address', back.fields);
    expect((await shop.deps.reader.read('d-3'))!.state.order).toMatchObject({
      delivery_option: 'standard',
      surcharge: 0,
    });
  });
});

describe('how the buyer is reached', () => {
  const person = { name: 'Ann Buyer', phone: '(202) 555-0143', email: 'buyer@example.com' };

  test('a telephone is read as its country writes it', async () => {
    const buyer = await readerOf('p-1');
    const { fields } = await page(buyer.get('/orders/p-1/change/contact'));
    const wrong = await page(buyer.post('/orders/p-1/change/contact', { ...fields, ...person, phone: '12' }));
    expect(wrong).toMatchObject({ status: 422 });
    const asked = await page(buyer.post('/orders/p-1/change/contact', { ...fields, ...person }));
    await buyer.post('/orders/p-1/change/contact', asked.fields);
    expect((await contactOf('p-1')).phone).toBe('+12025550143');
  });

  test('another e-mail address is proven first, closes the old links and opens this session anew', async () => {
    const buyer = await readerOf('p-2');
    const other = new Visitor(shop.app);
    await other.post(shop.link('p-2'), {});
    const { fields } = await page(buyer.get('/orders/p-2/change/contact'));
    const moved = { ...fields, ...person, phone: '', email: 'Ann@New.example' };
    const asked = await page(buyer.post('/orders/p-2/change/contact', moved));
    expect(asked.html).toContain('autocomplete="one-time-code"');
    const wrong = await page(buyer.post('/orders/p-2/change/contact', { ...asked.fields, code: '000000' }));
    expect(wrong.status).toBe(422);
    expect((await contactOf('p-2')).email).toBe('buyer@example.com');
    const { rows } = await shop.database.pool.query(
      `select data from personal_messages where email = 'ann@new.example' and data::jsonb ? 'code'`,
    );
    const done = await page(
      buyer.post('/orders/p-2/change/contact', { ...wrong.fields, code: rows[0].data.code }),
    );
    expect(done.status).toBe(303);
    expect(await contactOf('p-2')).toMatchObject({ email: 'Ann@New.example', access_epoch: 2 });
    expect((await buyer.get('/orders/p-2')).status).toBe(200);
    expect((await other.get('/orders/p-2')).status).toBe(303);
    const told = await shop.database.pool.query(
      `select p.email from notifications n join personal_messages p on p.notification_id = n.id
       where n.type = 'contact_changed' and n.subject_key = 'order:p-2'`,
    );
    expect(told.rows).toEqual([{ email: 'buyer@example.com' }]);
  });
});
