import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webRoutes } from '../../src/web/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { ORDER, place, scan, shop as wishes } from '../support/stories.ts';

const path = `/orders/${ORDER}`;
let shop: TestShop;
let visitor: Visitor;

beforeAll(async () => {
  shop = await testShop();
  const image_url = 'javascript:alert(1)';
  const lines = [
    { id: '1', title: 'First <book>', unit_price: 1999, quantity: 1 },
    { id: '2', title: 'Second book', unit_price: 2999, quantity: 1, image_url },
  ];
  await shop.deps.ledger.execute(place({ lines }));
  await shop.deps.ledger.execute(wishes().dispatch('s/1 "x"', { 1: 1 }));
  await shop.deps.ledger.execute(wishes().scans('s/1 "x"', scan('in_transit', '2026-03-03T09:12:00Z')));
  visitor = new Visitor(shop.app);
  await visitor.post('/status', { number: ORDER, email: 'buyer@example.com' });
});
afterAll(() => shop.close());

async function text(query = '', headers: Record<string, string> = {}): Promise<string> {
  return (await visitor.get(`${path}${query}`, headers)).text();
}

describe('the headers of a page', () => {
  test('keep it out of caches, frames and addresses, and run nothing that is not ours', async () => {
    const { headers } = await visitor.get(path);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-language')).toBe('en');
    expect(headers.get('vary')).toContain('Accept-Language');
  });

  test('a page has no inline script and no inline style', async () => {
    for (const page of [await text(), await text('/cancel?line=2')]) {
      expect(page).not.toMatch(/<script(?![^>]*src=)/);
      expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
    }
  });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('a page is compressed with %s when the browser takes it', async (encoding, decompress) => {
    const response = await visitor.get(path, { 'accept-encoding': encoding });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(decompress(Buffer.from(await response.arrayBuffer())).toString()).toBe(await text());
  });

  test('a page with a form token is not', async () => {
    const response = await visitor.get(`${path}/cancel?line=2`, { 'accept-encoding': 'br, gzip' });
    expect(response.headers.get('content-encoding')).toBeNull();
  });
});

describe('what is shown', () => {
  test('a title is text, and a picture is a picture or nothing', async () => {
    const page = await text();
    expect(page).toContain('First &lt;book&gt;');
    expect(page).not.toContain('javascript:');
  });

  test('the date is the headline, in the language of the order, of the link, and from then on of the session', async () => {
    expect(await text()).toContain('Arriving by Monday 9\u00a0March');
    expect(await text('?locale=pl')).toContain('Dostawa najpóźniej w poniedziałek 9\u00a0marca');
    const page = await visitor.get(path);
    expect(page.headers.get('content-language')).toBe('pl');
    expect(await page.text()).toContain('<html lang="pl" dir="ltr">');
    await visitor.get(`${path}?locale=en`);
  });

  test('a browser may ask for a language when nobody else has', async () => {
    const polish = await new Visitor(shop.app).get('/status', {
      'accept-language': 'de, pl;q=0.8, en;q=0.2',
    });
    expect(await polish.text()).toContain('Co się dzieje z moim zamówieniem?');
    const nonsense = await new Visitor(shop.app).get('/status?locale=%00%F0', {
      'accept-language': ';;q=x,*',
    });
    expect(nonsense.headers.get('content-language')).toBe('en');
  });

  test('every id is there once', async () => {
    const ids = [...(await text()).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[^\s"]+$/);
  });
});

describe('asking again', () => {
  test('nothing happened: 304 without a body; something did: the parts, under another tag', async () => {
    const first = await visitor.get(`${path}?fragment`);
    const etag = first.headers.get('etag')!;
    expect(await first.text()).not.toContain('<html');
    const same = await visitor.get(`${path}?fragment`, { 'if-none-match': etag });
    expect([same.status, await same.text()]).toEqual([304, '']);
    await shop.deps.ledger.execute(
      wishes().scans('s/1 "x"', scan('out_for_delivery', '2026-03-05T08:00:00Z')),
    );
    const changed = await visitor.get(`${path}?fragment`, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('Out for delivery, today');
  });

  test('another language and another day are other pages', async () => {
    const etag = (await visitor.get(path)).headers.get('etag')!;
    const polish = await visitor.get(`${path}?locale=pl`, { 'if-none-match': etag });
    expect(polish.status).toBe(200);
    await visitor.get(`${path}?locale=en`);
    shop.clock.advance(86_400_000);
    expect((await visitor.get(path, { 'if-none-match': etag })).status).toBe(200);
    shop.clock.advance(-86_400_000);
  });

  test('a message that was sent is news', async () => {
    const etag = (await visitor.get(path)).headers.get('etag')!;
    await shop.database.pool.query(
      `update deliveries set status = 'sent', sent_at = '2026-03-05T09:00:00Z' where subject_key = $1`,
      [`order:${ORDER}`],
    );
    const page = await visitor.get(path, { 'if-none-match': etag });
    expect(await page.text()).toMatch(/Order confirmed.*e-mail, sent/s);
  });
});

describe('files', () => {
  test('have an address that changes with them, and are kept for ever', async () => {
    const [, address] = /<script type="module" src="([^"]+)"/.exec(await text())!;
    const response = await new Visitor(shop.app).get(address!, { 'accept-encoding': 'br' });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect((await new Visitor(shop.app).get('/assets/order.0000000000.js')).status).toBe(404);
  });
});

describe('when something is wrong', () => {
  test('an unknown address is a page, in the language of the browser', async () => {
    const response = await new Visitor(shop.app).get('/orders/a/b/c', { 'accept-language': 'pl' });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Tu niczego nie ma');
  });

  test('the database away is 503 with a time to come back, and nothing of the error is shown', async () => {
    const away = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1'), { code: 'ECONNREFUSED' });
    const reader = { ...shop.deps.reader, read: () => Promise.reject(away) };
    const app = webRoutes({ ...shop.deps, reader });
    const response = await new Visitor(app).post('/status', { number: ORDER, email: 'buyer@example.com' });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).not.toBeNull();
    expect(await response.text()).not.toContain('ECONNREFUSED');
  });

  test('a mistake of ours is 500, told to the log and not to the reader', async () => {
    const told: unknown[] = [];
    const reader = { ...shop.deps.reader, read: () => Promise.reject(new Error('the secret inside')) };
    const app = webRoutes({ ...shop.deps, reader, onError: (error) => told.push(error) });
    const response = await new Visitor(app).post('/status', { number: ORDER, email: 'buyer@example.com' });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(told).toHaveLength(1);
    expect(response.headers.get('content-security-policy')).not.toBeNull();
  });
});
