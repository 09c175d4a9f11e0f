import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putListing } from '../../src/modules/listings/index.ts';
import { refreshRecommendations } from '../../src/modules/recommendations/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { place, shop as wishes } from '../support/stories.ts';

let shop: TestShop;
let orders = 0;

/** Four people have the harpoon and the net; the shop sells both. */
beforeAll(async () => {
  shop = await testShop();
  for (const customer of ['p-1', 'p-2', 'p-3', 'p-4']) {
    await shop.deps.ledger.execute(order({ customer }, ['harpoon', 'net']));
  }
  const listing = { seller: 's-1', description: null, price: 2500, currency: 'USD', image_url: null };
  const sold = { ...listing, availability: 'in_stock' as const, ships_after: null, handling_days: null };
  const now_ms = shop.clock.now();
  await putListing(shop.database.pool, { ...sold, sku: 'net', title: 'A <b>net</b>' }, null, now_ms);
  await putListing(shop.database.pool, { ...sold, sku: 'harpoon', title: 'A harpoon' }, null, now_ms);
  await refreshRecommendations(shop.database.pool, now_ms);
});
afterAll(() => shop.close());

function order(given: Parameters<typeof place>[0], skus: string[]) {
  orders += 1;
  const lines = skus.map((sku, index) => ({
    ...{ id: String(index + 1), sku, title: `Bought ${sku}` },
    ...{ promise: { earliest: '2026-03-06', latest: '2026-03-09', source: 'given' as const } },
  }));
  return place({ number: `i-${orders}`, lines, ...given });
}

async function buyerOf(customer: string | null, sku = 'harpoon') {
  const placing = order({ customer }, [sku]);
  await shop.deps.ledger.execute(placing);
  const buyer = new Visitor(shop.app);
  await buyer.post('/status', { number: placing.order, email: 'buyer@example.com' });
  const page = async (query = '') => (await buyer.get(`/orders/${placing.order}${query}`)).text();
  return { buyer, number: placing.order, page };
}

const idea = 'href="https://harbour.example/books/net"';

describe('beside an order that goes well', () => {
  test('stands what others bought with it, why, and where it is sold; escaped', async () => {
    const { page } = await buyerOf('i-a');
    const shown = await page();
    expect(shown).toContain(idea);
    expect(shown).toContain('A &lt;b&gt;net&lt;/b&gt;');
    expect(shown).toContain('Because you bought Bought harpoon');
    expect(shown).toContain('$25.00');
  });

  test('but not in what an open page asks for again', async () => {
    const { page } = await buyerOf('i-b');
    expect(await page('?fragment')).not.toContain(idea);
  });

  test('and nothing where there is nothing to say', async () => {
    const { page } = await buyerOf('i-c', 'something-else');
    expect(await page()).not.toContain('class="card ideas"');
  });
});

describe('beside an order that does not', () => {
  test.each([
    ['late', (number: string) => wishes(number).promise('2026-03-20', '2026-03-24')],
    ['asked about in a case', (number: string) => wishes(number).ask('question')],
    ['canceled', (number: string) => wishes(number).cancel({ 1: 1 })],
  ])('%s: never', async (_, trouble) => {
    const { page, number } = await buyerOf('i-d');
    expect(await page()).toContain(idea);
    const outcome = await shop.deps.ledger.execute(trouble(number));
    expect(outcome.refusal).toBeFalsy();
    expect(await page()).not.toContain(idea);
  });

  test('unpaid: never', async () => {
    const placing = order({ customer: 'i-e', payment_status: 'pending' }, ['harpoon']);
    await shop.deps.ledger.execute(placing);
    const buyer = new Visitor(shop.app);
    await buyer.post('/status', { number: placing.order, email: 'buyer@example.com' });
    expect(await (await buyer.get(`/orders/${placing.order}`)).text()).not.toContain(idea);
  });
});

describe('the choice', () => {
  async function choose(buyer: Visitor, number: string, ideas: string): Promise<Response> {
    const fields = Visitor.fields(await (await buyer.get(`/orders/${number}/ideas`)).text());
    return buyer.post(`/orders/${number}/ideas`, { ...fields, ideas });
  }

  test('to see none is taken at once, and can be taken back', async () => {
    const { buyer, number, page } = await buyerOf('i-f');
    expect((await choose(buyer, number, 'never')).status).toBe(303);
    expect(await page()).not.toContain(idea);
    expect((await choose(buyer, number, 'page')).status).toBe(303);
    expect(await page()).toContain(idea);
  });

  test('to have them in mails is for who has shown that they read the mailbox', async () => {
    const { buyer, number } = await buyerOf('i-g');
    const asked = await choose(buyer, number, 'mail');
    expect(asked.headers.get('location')).toContain('/identify?back=');
    const reader = new Visitor(shop.app);
    await reader.post(shop.link(number), {});
    expect((await choose(reader, number, 'mail')).headers.get('location')).toMatch(/\/ideas$/);
    const page = await (await reader.get(`/orders/${number}/ideas`)).text();
    expect(page).toContain('and in the mail that says something has arrived');
  });

  test('a form from elsewhere, or without its token, changes nothing', async () => {
    const { buyer, number, page } = await buyerOf('i-h');
    expect((await buyer.post(`/orders/${number}/ideas`, { ideas: 'never' })).status).toBe(403);
    const fields = Visitor.fields(await (await buyer.get(`/orders/${number}/ideas`)).text());
    const strange = { 'sec-fetch-site': 'cross-site' };
    const sent = await buyer.post(`/orders/${number}/ideas`, { ...fields, ideas: 'never' }, strange);
    expect(sent.status).toBe(403);
    expect(await page()).toContain(idea);
  });

  test('is not asked of who has not opened the order', async () => {
    const { number } = await buyerOf('i-i');
    const stranger = await new Visitor(shop.app).get(`/orders/${number}/ideas`);
    expect(stranger.headers.get('location')).toBe(`/status?number=${number}`);
  });
});
