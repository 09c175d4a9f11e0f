import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { place, scan, shop as wishes } from '../support/stories.ts';

let shop: TestShop;
let ann: Visitor;

beforeAll(async () => {
  shop = await testShop();
  ann = new Visitor(shop.app);
  await shop.signIn(ann, { email: 'buyer@example.com', customer: 'c-1' });
  const { execute } = shop.deps.ledger;
  const lines = [
    { id: '1', title: 'First <book>', sku: 'b-1', unit_price: 1999, quantity: 1 },
    { id: '2', title: 'Second book', sku: 'b-2', unit_price: 2999, quantity: 1 },
  ];
  await execute(place({ number: 'FORTY/1', placed_at: '2026-03-02T09:00:00Z', lines }));
  await execute(wishes('FORTY/1').dispatch('1', { 1: 1 }));
  await execute(wishes('FORTY/1').promise('2026-04-01', '2026-04-10', ['2']));
  await execute(place({ number: 'old', placed_at: '2026-02-01T09:00:00Z', lines: lines.slice(0, 1) }));
  await execute(wishes('old').dispatch('1', { 1: 1 }));
  await execute(wishes('old').scans('1', scan('delivered', '2026-03-04T20:04:00Z')));
  await execute(place({ number: 'hers', placed_at: '2026-03-03T09:00:00Z', customer: 'c-2' }));
  await shop.database.pool.query("update contacts set email = 'eve@example.com' where order_number = 'hers'");
  await shop.database.pool.query(
    `insert into listings (sku, seller, title, price, currency, availability, updated_at)
     values ('b-1', 's-1', 'First', 1999, 'USD', 'in_stock', now()), ('b-2', 's-1', 'Second', 1, 'USD', 'out_of_stock', now())`,
  );
});
afterAll(() => shop.close());

async function page(address: string, visitor = ann) {
  const answer = await visitor.get(address);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

describe('a signed-in customer', () => {
  test('sees their orders, newest first, with the words of the orders themselves', async () => {
    const { status, text } = await page('/orders');
    expect(status).toBe(200);
    expect(text.indexOf('/orders/FORTY%2F1"')).toBeLessThan(text.indexOf('/orders/old"'));
    expect(text).toContain('Arriving by Monday 9\u00a0March');
    expect(text).toContain('Now expected 1\u00a0-\u2060\u00a010\u00a0April');
    expect(text).toContain('Delivered Wednesday 4\u00a0March, 15:04');
    expect(text).toContain('First &lt;book&gt;');
    expect(text).not.toContain('hers');
  });

  test('is offered the one thing that helps: to buy again only what is still sold', async () => {
    const { text } = await page('/orders?show=returnable');
    expect(text).not.toContain('Buy again');
    const all = (await page('/orders')).text;
    expect(all.match(/href="https:\/\/harbour\.example\/books\/[^"]+"/g)).toEqual([
      'href="https://harbour.example/books/b-1"',
    ]);
    expect(all).toContain('/orders/FORTY%2F1#waiting-1');
  });

  test('finds nothing of anybody else, whatever they ask', async () => {
    expect((await page('/orders?q=hers')).text).toContain('No order has “hers”');
    expect((await page('/orders?after=2027-01-01T00%3A00%3A00Z+zz')).text).not.toContain('/orders/hers"');
  });

  test('reads it in the language they chose', async () => {
    const { text, headers } = await page('/orders?locale=zh-Hans');
    expect(headers.get('content-language')).toBe('zh-Hans');
    expect(text).toContain('我的订单');
  });
});

describe('a guest', () => {
  test('sees the orders of their session and no other', async () => {
    const visitor = new Visitor(shop.app);
    await visitor.post('/status', { number: 'old', email: 'buyer@example.com' });
    const { text, headers } = await page('/orders', visitor);
    expect(text).toContain('/orders/old"');
    expect(text).not.toContain('FORTY');
    expect(headers.get('tidings-copy')).toMatch(/^[\w-]{16} \d+$/);
  });

  test('is asked for an order when nothing is open', async () => {
    const { status, headers } = await page('/orders', new Visitor(shop.app));
    expect([status, headers.get('location')]).toEqual([303, '/status']);
  });
});

test('what was found by an index that is wrong is not shown', async () => {
  await shop.database.pool.query("update listed_orders set customer = 'c-1' where order_number = 'hers'");
  expect((await page('/orders')).text).not.toContain('/orders/hers"');
});
