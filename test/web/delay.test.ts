import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signLink } from '../../src/modules/order-view/links.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { command, place, shop as wishes } from '../support/stories.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
});
afterAll(() => shop.close());

/** Day by day from now on: the pages are read at this moment. */
const day = (days: number) =>
  new Date(shop.deps.clock.now() + days * 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** A buyer of two things, of which line 2 comes `late` days from now instead of in five. */
async function buyerOf(number: string, late: number, country = 'US'): Promise<Visitor> {
  const promise = { earliest: day(5), latest: day(5), source: 'given' as const };
  const now = new Date(shop.deps.clock.now()).toISOString().replace(/\.\d+Z/, 'Z');
  const order = { number, country, placed_at: now };
  const lines = [
    { id: '1', unit_price: 1000, promise },
    { id: '2', unit_price: 500, promise },
  ];
  await shop.deps.ledger.execute(place({ ...order, lines }));
  const to = { earliest: day(late), latest: day(late) };
  const body = { lines: ['2'], to, reason: 'reprint' as const, note: null };
  await shop.deps.ledger.execute(command('RevisePromise', number, body, now));
  const buyer = new Visitor(shop.app);
  await buyer.post('/status', { number, email: 'buyer@example.com' });
  return buyer;
}

async function read(buyer: Visitor, path: string) {
  const response = await buyer.get(path);
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

const asked = ['OrderPlaced', 'PromiseRevised', 'DecisionAsked'];

describe('the question of a delay', () => {
  test('stands on the order page with both answers, of the same look', async () => {
    const buyer = await buyerOf('d-1', 20);
    const { page } = await read(buyer, '/orders/d-1');
    expect(page).toContain('Will you wait, or cancel?');
    expect(page).toContain('Without an answer we take it that you wait.');
    const answers = [
      ...page.matchAll(/<a class="([^"]+)" href="[^"]*\/orders\/d-1\/delay\?line=2&amp;answer=(\w+)"/g),
    ];
    expect(answers.map(([, , answer]) => answer)).toEqual(['wait', 'cancel']);
    expect(new Set(answers.map(([, look]) => look)).size).toBe(1);
  });

  test('says what each answer means, and changes nothing by being read', async () => {
    const buyer = await buyerOf('d-2', 60);
    const { status, page } = await read(buyer, '/orders/d-2/delay?line=2&answer=cancel');
    expect(status).toBe(200);
    expect(page).toContain('Without an answer it is canceled after that day');
    expect(page).toContain('$5.00 goes back to your card.');
    expect(page).toContain('It stays ordered and comes as said above.');
    expect(page.match(/<button class="btn btn-outline" name="answer"/g)).toHaveLength(2);
    expect(await factsOf('d-2')).toEqual(asked);
  });

  test('to wait: one click, said back, and nothing is asked any more', async () => {
    const buyer = await buyerOf('d-3', 20);
    const { fields } = await read(buyer, '/orders/d-3/delay?line=2');
    const done = await buyer.post('/orders/d-3/delay', { ...fields, answer: 'wait' });
    expect(done.status).toBe(303);
    const { page } = await read(buyer, done.headers.get('location')!.replace(/#.*/, ''));
    expect(page).toContain('You told us on');
    expect(page).not.toContain('Will you wait, or cancel?');
    expect(await factsOf('d-3')).toEqual([...asked, 'DelayDecided']);
  });

  test('to cancel: just that item, with its money, and the order says so', async () => {
    const buyer = await buyerOf('d-4', 20);
    const { fields } = await read(buyer, '/orders/d-4/delay?line=2');
    const done = await buyer.post('/orders/d-4/delay', { ...fields, answer: 'cancel' });
    const { page } = await read(buyer, done.headers.get('location')!);
    expect(page).toMatch(
      /role="status"[^>]*>Canceled: 1\u00a0×\u00a0Thing 2\. \$5\.00 goes back to your card\./,
    );
    expect(await factsOf('d-4')).toEqual([...asked, 'DelayDecided', 'LinesCanceled', 'RefundIssued']);
  });

  test('a form sent twice answers once; another answer afterwards is refused kindly', async () => {
    const buyer = await buyerOf('d-5', 20);
    const { fields } = await read(buyer, '/orders/d-5/delay?line=2');
    const wait = { ...fields, answer: 'wait' };
    const twice = await Promise.all([1, 2].map(() => buyer.post('/orders/d-5/delay', wait)));
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    const other = await buyer.post('/orders/d-5/delay', { ...fields, answer: 'cancel' });
    expect(other.status).toBe(409);
    expect(await factsOf('d-5')).toEqual([...asked, 'DelayDecided']);
  });

  test('is over when the goods have left: the page says so', async () => {
    const buyer = await buyerOf('d-6', 20);
    await shop.deps.ledger.execute(wishes('d-6').dispatch('p-1', { '2': 1 }));
    const { status, page } = await read(buyer, '/orders/d-6/delay?line=2');
    expect(status).toBe(409);
    expect(page).toContain('It has left, was canceled, or has another date by now.');
  });

  test('is asked of nobody else, and answered by no foreign form', async () => {
    const buyer = await buyerOf('d-7', 20);
    const stranger = new Visitor(shop.app);
    expect((await stranger.get('/orders/d-7/delay?line=2')).status).toBe(303);
    const { fields } = await read(buyer, '/orders/d-7/delay?line=2');
    const forged = await buyer.post('/orders/d-7/delay', { ...fields, token: 'x', answer: 'cancel' });
    expect(forged.status).toBe(403);
    expect((await stranger.post('/orders/d-7/delay', { ...fields, answer: 'cancel' })).status).toBe(303);
    expect((await read(buyer, '/orders/d-7/delay?line=9')).status).toBe(404);
    const odd = await buyer.post('/orders/d-7/delay', { ...fields, lines: '{', answer: 'maybe' });
    expect(odd.status).toBe(403);
    expect(await factsOf('d-7')).toEqual(asked);
  });

  test('a link in a mail leads straight to it, with the answer in focus', async () => {
    await buyerOf('d-8', 20);
    const link = signLink(shop.deps.secrets, { number: 'd-8', access_epoch: 1 }, shop.deps.clock.now());
    const reader = new Visitor(shop.app);
    const opened = await reader.post(`${link}?delay=2&answer=wait`, {});
    expect(opened.headers.get('location')).toMatch(/\/orders\/d-8\/delay\?line=2&answer=wait$/);
    const { page } = await read(reader, opened.headers.get('location')!);
    expect(page).toContain('value="wait" autofocus');
  });

  test('in the European Union says what the law gives', async () => {
    const buyer = await buyerOf('d-9', 60, 'DE');
    const { page } = await read(buyer, '/orders/d-9/delay');
    expect(page).toContain('Your money is then back within 14 days.');
    expect(page).toContain('Without an answer we take it that you wait.');
  });
});
