import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { ORDER, place, shop as wishes } from '../support/stories.ts';

const path = `/orders/${ORDER}/receipt`;
let shop: TestShop;
let visitor: Visitor;

beforeAll(async () => {
  shop = await testShop();
  const lines = [
    { id: '1', title: 'First <book>', unit_price: 1999, quantity: 2 },
    { id: '2', title: 'Second book', unit_price: 2999, quantity: 1 },
  ];
  await shop.deps.ledger.execute(place({ lines }));
  await shop.deps.ledger.execute(wishes().pay(7396));
  await shop.deps.ledger.execute(wishes().cancel({ 2: 1 }));
  visitor = new Visitor(shop.app);
  await visitor.post('/status', { number: ORDER, email: 'buyer@example.com' });
});
afterAll(() => shop.close());

const text = async () => (await visitor.get(path)).text();

test('what was bought, what it cost, what was taken off, and that it is no invoice', async () => {
  const page = await text();
  expect(page).toContain('First &lt;book&gt;');
  expect(page).toMatch(/<td>2<\/td><td>\$19\.99<\/td><td>\$39\.98<\/td>/);
  expect(page).toContain('1 canceled');
  expect(page).toContain('no invoice');
  expect(page).toContain('1 Main St');
});

test('an invoice is linked where it lies on the web, and named where it does not', async () => {
  await shop.deps.ledger.execute(wishes().invoice('FV/1', 'https://shop.example/fv-1.pdf'));
  await shop.deps.ledger.execute(wishes().invoice('FV/2', 'javascript:alert(1)'));
  const page = await text();
  expect(page).toContain('href="https://shop.example/fv-1.pdf"');
  expect(page).toContain('Invoice FV/2');
  expect(page).not.toContain('javascript:');
});

test('nobody else reads it', async () => {
  const stranger = await new Visitor(shop.app).get(path);
  expect([stranger.status, stranger.headers.get('location')]).toEqual([303, `/status?number=${ORDER}`]);
});
