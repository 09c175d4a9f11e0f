import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { place, shop as wishes } from '../support/stories.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
});
afterAll(() => shop.close());

/** A buyer who has opened an order of three pieces of line 1 and one of line 2. */
async function buyerOf(number: string, more: Parameters<typeof place>[0] = {}): Promise<Visitor> {
  await shop.deps.ledger.execute(place({ number, ...more }));
  const buyer = new Visitor(shop.app);
  await buyer.post('/status', { number, email: 'buyer@example.com' });
  return buyer;
}

async function preview(buyer: Visitor, number: string, query: string) {
  const response = await buyer.get(`/orders/${number}/cancel?${query}`);
  const page = await response.text();
  return { status: response.status, page, fields: Visitor.fields(page) };
}

async function factsOf(number: string): Promise<string[]> {
  const { rows } = await shop.database.pool.query(
    'select type from facts where order_number = $1 order by version',
    [number],
  );
  return rows.map(({ type }) => type);
}

describe('canceling in two clicks', () => {
  test('the first says what happens and what comes back, and changes nothing', async () => {
    const buyer = await buyerOf('c-1');
    const { status, page } = await preview(buyer, 'c-1', 'line=2');
    expect(status).toBe(200);
    expect(page).toContain('We cancel 1 × Thing 2.');
    expect(page).toContain('$5.00 goes back to your card.');
    expect(page).toContain('Everything else in your order stays as it is.');
    expect(await factsOf('c-1')).toEqual(['OrderPlaced']);
  });

  test('the second does it, and the order says so', async () => {
    const buyer = await buyerOf('c-2');
    const { fields } = await preview(buyer, 'c-2', 'line=2');
    const done = await buyer.post('/orders/c-2/cancel', fields);
    expect(done.status).toBe(303);
    const page = await (await buyer.get(done.headers.get('location')!)).text();
    expect(page).toMatch(
      /role="status"[^>]*>Canceled: 1\u00a0×\u00a0Thing 2\. \$5\.00 goes back to your card\./,
    );
    expect(await factsOf('c-2')).toEqual(['OrderPlaced', 'LinesCanceled', 'RefundIssued']);
  });

  test('a form sent twice, also at the same time, cancels once and is answered twice', async () => {
    const buyer = await buyerOf('c-3');
    const { fields } = await preview(buyer, 'c-3', 'line=1&quantity=1');
    const twice = await Promise.all([1, 2].map(() => buyer.post('/orders/c-3/cancel', fields)));
    twice.push(await buyer.post('/orders/c-3/cancel', fields));
    expect(twice.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(twice.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect((await factsOf('c-3')).filter((type) => type === 'LinesCanceled')).toHaveLength(1);
  });

  test('of several pieces as many as wanted; all of them unless said otherwise', async () => {
    const buyer = await buyerOf('c-4');
    const all = await preview(buyer, 'c-4', 'line=1');
    expect(all.page).toContain('We cancel 3 × Thing 1.');
    const one = await preview(buyer, 'c-4', 'line=1&quantity=1');
    expect(one.page).toContain('$10.00 goes back to your card.');
    expect(one.page).toContain('<option value="1" selected>1 of 3</option>');
  });

  test('the last of an order takes the shipping with it', async () => {
    const buyer = await buyerOf('c-5', { lines: [{ id: '1', quantity: 1, unit_price: 1000 }] });
    const { page } = await preview(buyer, 'c-5', 'line=1');
    expect(page).toContain('$13.99 goes back to your card.');
    expect(page).toContain('the whole order is canceled');
  });

  test('an order nobody paid for gives nothing back, and says so', async () => {
    const buyer = await buyerOf('c-6', { payment_status: 'pending', payment_method: 'transfer' });
    expect((await preview(buyer, 'c-6', 'line=2')).page).toContain('there is nothing to give back');
  });
});

describe('refused in plain words', () => {
  test.each([
    ['r-1', wishes('r-1').dispatch('s', { 2: 1 }), 'It has already left.'],
    ['r-2', wishes('r-2').pack({ 2: 1 }), 'It is being packed right now'],
    ['r-3', wishes('r-3').cancel({ 2: 1 }), 'It is canceled already.'],
  ])('%s: what happened meanwhile stands against it', async (number, meanwhile, words) => {
    const buyer = await buyerOf(number);
    const { fields } = await preview(buyer, number, 'line=2');
    await shop.deps.ledger.execute(meanwhile);
    const late = await buyer.post(`/orders/${number}/cancel`, fields);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain(words);
    const again = await preview(buyer, number, 'line=2');
    expect(again.status).toBe(409);
    expect(again.page).toContain(words);
  });

  test('more than there are', async () => {
    const buyer = await buyerOf('r-4');
    const { status, page } = await preview(buyer, 'r-4', 'line=1&quantity=4');
    expect(status).toBe(409);
    expect(page).toContain('Not so many of it are left');
  });

  test.each(['line=9', 'line=', 'line=__proto__', 'line=%00'])('no such line: %j', async (query) => {
    const buyer = await buyerOf(`r-5-${query.length}`);
    expect((await preview(buyer, `r-5-${query.length}`, query)).status).toBe(404);
  });
});

describe('not believed', () => {
  test('without the token, with that of another session, of another order, or from another site', async () => {
    const buyer = await buyerOf('f-1');
    const { fields } = await preview(buyer, 'f-1', 'line=2');
    const stranger = new Visitor(shop.app);
    await stranger.post('/status', { number: 'f-1', email: 'buyer@example.com' });
    const other = await buyerOf('f-2');
    const attempts = [
      buyer.post('/orders/f-1/cancel', { ...fields, token: '' }),
      buyer.post('/orders/f-1/cancel', { ...fields, form: '' }),
      stranger.post('/orders/f-1/cancel', fields),
      other.post('/orders/f-2/cancel', fields),
      buyer.post('/orders/f-1/cancel', fields, { 'sec-fetch-site': 'cross-site' }),
      buyer.post('/orders/f-1/cancel', fields, { 'sec-fetch-site': 'same-site' }),
    ];
    for (const response of await Promise.all(attempts)) expect(response.status).toBe(403);
    expect(await factsOf('f-1')).toEqual(['OrderPlaced']);
  });

  test('without a session there is no form and no cancellation', async () => {
    await buyerOf('f-3');
    const nobody = new Visitor(shop.app);
    expect((await nobody.get('/orders/f-3/cancel?line=2')).status).toBe(303);
    expect((await nobody.post('/orders/f-3/cancel', { line: '2' })).status).toBe(303);
  });

  test('a browser that only says `Origin: null`, as our own no-referrer makes it, is believed with the token', async () => {
    const buyer = await buyerOf('f-4');
    const { fields } = await preview(buyer, 'f-4', 'line=2');
    const request = new Request('http://tidings.test/orders/f-4/cancel', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { cookie: buyer.cookie, origin: 'null' },
    });
    expect((await shop.app.fetch(request)).status).toBe(303);
  });
});

describe('without a line in the address', () => {
  test('those that can be canceled are there to choose from', async () => {
    const buyer = await buyerOf('c-none-1');
    const { status, page } = await preview(buyer, 'c-none-1', '');
    expect(status).toBe(200);
    expect(page).toContain('Which item do you want to cancel?');
    for (const line of ['1', '2']) expect(page).toContain(`/orders/c-none-1/cancel?line=${line}"`);
  });

  test('the only one that can be canceled is meant', async () => {
    const buyer = await buyerOf('c-none-2');
    await shop.deps.ledger.execute(wishes('c-none-2').cancel({ '1': 3 }));
    expect((await preview(buyer, 'c-none-2', '')).page).toContain('We cancel 1 × Thing 2.');
  });

  test('the order says what became of it when nothing can be', async () => {
    const buyer = await buyerOf('c-none-3');
    await shop.deps.ledger.execute(wishes('c-none-3').cancel({ '1': 3, '2': 1 }));
    const away = await buyer.get('/orders/c-none-3/cancel');
    expect([away.status, away.headers.get('location')]).toEqual([303, '/orders/c-none-3']);
  });

  test.each([
    ['help/question', 'help'],
    ['change', ''],
  ])('%s leads where one can choose', async (page, there) => {
    const buyer = await buyerOf(`c-${page.replace('/', '-')}`);
    const path = `/orders/c-${page.replace('/', '-')}`;
    const away = await buyer.get(`${path}/${page}`);
    expect([away.status, away.headers.get('location')]).toEqual([303, there ? `${path}/${there}` : path]);
  });
});
