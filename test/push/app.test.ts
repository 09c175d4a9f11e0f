import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestShop, testShop } from '../support/shop.ts';
import { buyersOf } from './buyers.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
});
afterAll(() => shop.close());

const { buyerOf, another } = buyersOf(() => shop);

test('its manifest names the shop, in a language, and its icons are there', async () => {
  const response = await shop.app.request('/manifest.webmanifest?locale=pl');
  expect(response.headers.get('content-type')).toContain('application/manifest+json');
  // biome-ignore lint/suspicious/noExplicitAny: the test says what must be in it
  const manifest: any = await response.json();
  expect(manifest).toMatchObject({
    ...{
      id: '/',
      name: 'Harbour Books',
      lang: 'pl',
      start_url: '/start',
      scope: '/',
      display: 'standalone',
    },
  });
  for (const { src, type } of manifest.icons) {
    const icon = await shop.app.request(src);
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, type]);
  }
  for (const [name, size] of [
    ['192', 192],
    ['512', 512],
  ] as const) {
    const { src } = manifest.icons.find(({ sizes }: { sizes: string }) => sizes.startsWith(name));
    const png = Buffer.from(await (await shop.app.request(src)).arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  }
});

test('it begins with the order that was opened last, or with the question which', async () => {
  expect((await shop.app.request('/start')).headers.get('location')).toBe('/status');
  const buyer = await buyerOf('a-1');
  expect((await buyer.get('/start')).headers.get('location')).toBe('/orders/a-1');
});

test('its worker may speak to nobody but us, and knows the files by their names', async () => {
  const response = await shop.app.request('/worker.js');
  expect(response.headers.get('content-type')).toContain('text/javascript');
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'");
  const [, settings] = /^const settings = (\{.*\});\n/.exec(await response.text())!;
  for (const file of JSON.parse(settings!).files) expect((await shop.app.request(file)).status).toBe(200);
});

test('only an order page may be kept, for as long as its session lasts', async () => {
  const buyer = await buyerOf('a-2');
  const permit = (await buyer.get('/orders/a-2')).headers.get('tidings-copy')!;
  const [, until_s] = permit.split(' ');
  expect(Number(until_s) - shop.clock.now() / 1000).toBeCloseTo(7 * 86_400, -1);
  expect((await (await another('a-2')).get('/orders/a-2')).headers.get('tidings-copy')).not.toBe(permit);
  for (const path of [
    '/orders/a-2/cancel?line=1',
    '/orders/a-2/device',
    '/status',
    '/offline',
    '/orders/x',
  ]) {
    expect((await buyer.get(path)).headers.get('tidings-copy')).toBeNull();
  }
});

test('leaving ends the session and clears what the browser keeps; only a page of ours can ask for it', async () => {
  const buyer = await buyerOf('a-3');
  expect((await buyer.post('/leave', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await buyer.get('/orders/a-3')).status).toBe(200);
  const left = await buyer.post('/leave', {});
  expect([left.status, left.headers.get('location')]).toEqual([303, '/status']);
  expect(left.headers.get('clear-site-data')).toBe('"storage"');
  expect(left.headers.get('set-cookie')).toMatch(/^tidings=; Path=\/; Max-Age=0/);
  expect((await buyer.get('/orders/a-3')).status).toBe(303);
});
