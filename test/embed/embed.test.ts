import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiRoutes } from '../../src/api/index.ts';
import { issueStatusToken } from '../../src/modules/order-view/status-token.ts';
import { type Bundle, bundleElement } from '../../src/web/embed/bundle.ts';
import type { Summary } from '../../src/web/embed/summary.ts';
import { crossOrigin } from '../../src/web/http/cross-origin.ts';
import { anOrder, type TestApi, testApi } from '../support/api.ts';
import { type TestShop, testShop } from '../support/shop.ts';
import { place } from '../support/stories.ts';

const size_max = 6 * 1024;
const shops_page = 'https://shop.example';

let shop: TestShop;
let api: TestApi;

beforeAll(async () => {
  [shop, api] = await Promise.all([testShop(), testApi()]);
  const { config } = shop.deps;
  config.embedOrigins.push(shops_page);
  await shop.deps.ledger.execute(place({ number: 'e/1' }));
});
afterAll(async () => {
  await Promise.all([shop.close(), api.close()]);
});

describe('the script', () => {
  test('is small, and holds the words of every language', () => {
    const { text } = bundleElement();
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(size_max);
    expect(brotliCompressSync(text).length).toBeLessThan(size_max);
    for (const words of ['Where is my order?', 'Numer zamówienia', '订单', 'заказ'])
      expect(text).toContain(words);
  });

  test('puts in text only, sets no cookie and asks nobody but us', () => {
    const { text } = bundleElement();
    expect(text).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|\.cookie|localStorage/,
    );
    expect(text).not.toMatch(/https?:\/\/\w/);
    expect(text).not.toMatch(/^\s*(\/\/|\/\*)/m);
  });

  test('is answered to any page, compressed, and as its hash says', async () => {
    const plain = await shop.app.request('/embed/tidings-order-status.js');
    expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(plain.headers.get('access-control-allow-origin')).toBe('*');
    expect(plain.headers.get('set-cookie')).toBeNull();
    const said = (await (await shop.app.request('/embed/tidings-order-status.json')).json()) as Bundle;
    const hash = await crypto.subtle.digest('SHA-384', await plain.arrayBuffer());
    expect(said.integrity).toBe(`sha384-${Buffer.from(hash).toString('base64')}`);
    const again = { 'if-none-match': plain.headers.get('etag')! };
    expect((await shop.app.request('/embed/tidings-order-status.js', { headers: again })).status).toBe(304);
    const zipped = { 'accept-encoding': 'br' };
    const response = await shop.app.request('/embed/tidings-order-status.js', { headers: zipped });
    expect(response.headers.get('content-encoding')).toBe('br');
  });
});

describe('the order of a token', () => {
  const read = (token: string, headers: Record<string, string> = {}, query = '') =>
    shop.app.request(`/embed/order${query}`, { headers: { authorization: `Bearer ${token}`, ...headers } });

  const tokenOf = (number: string, access_epoch = 1) =>
    issueStatusToken(shop.deps.secrets, { number, access_epoch }, shop.clock.now()).token;

  test('is said in full, and nothing of a person', async () => {
    const response = await read(tokenOf('e/1'));
    expect(response.status).toBe(200);
    const text = await response.text();
    const order = JSON.parse(text);
    expect(order).toMatchObject({ title: 'Order e/1', status: 'Processing', locale: 'en' });
    expect(order.parts[0].items).toHaveLength(2);
    expect(order.page.url).toBe('http://tidings.test/status?number=e%2F1');
    for (const personal of ['buyer@example.com', 'Ann', 'Main', 'Boston', '10.00', '1000']) {
      expect(text).not.toContain(personal);
    }
  });

  test('in the language asked for', async () => {
    const order = (await (await read(tokenOf('e/1'), {}, '?locale=zh-CN')).json()) as Summary;
    expect(order.locale).toBe('zh-Hans');
    expect(order.status).toMatch(/\p{Script=Han}/u);
  });

  test('is not said again to who has it', async () => {
    const etag = (await read(tokenOf('e/1'))).headers.get('etag')!;
    expect((await read(tokenOf('e/1'), { 'if-none-match': etag })).status).toBe(304);
  });

  test('is shown for an hour, and no longer than its links', async () => {
    const token = tokenOf('e/1');
    expect((await read(tokenOf('e/1', 2))).status).toBe(401);
    expect((await read(tokenOf('none'))).status).toBe(401);
    expect((await read('')).status).toBe(401);
    expect((await read(`${token}x`)).status).toBe(401);
    const session_cookie = shop.link('e/1').replace('/o/', '');
    expect((await read(session_cookie)).status).toBe(401);
    const began_ms = shop.clock.now();
    shop.clock.advance(60 * 60_000);
    expect((await read(token)).status).toBe(401);
    shop.clock.set(began_ms);
  });

  test('may be read by pages of the shops that were named, and no others', async () => {
    const allowed = await read(tokenOf('e/1'), { origin: shops_page });
    expect(allowed.headers.get('access-control-allow-origin')).toBe(shops_page);
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    const strange = await read(tokenOf('e/1'), { origin: 'https://evil.example' });
    expect(strange.headers.get('access-control-allow-origin')).toBeNull();
    const asked = { origin: shops_page, 'access-control-request-method': 'GET' };
    const preflight = await shop.app.request('/embed/order', { method: 'OPTIONS', headers: asked });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Authorization.*If-None-Match/);
  });
});

describe('a token', () => {
  test('is given to the shop, for its own orders, and to who looked one up', async () => {
    const order = anOrder();
    await api.call('POST', '/v1/orders', order);
    const given = await api.call('POST', `/v1/orders/${order.number}/status-tokens`);
    expect(given).toMatchObject({ status: 201, body: { expires_at: '2026-03-02T13:00:00Z' } });
    expect((await api.call('POST', '/v1/orders/none/status-tokens')).status).toBe(404);
    const sellers = { key: await api.key('seller:s-1') };
    expect(
      (await api.call('POST', `/v1/orders/${order.number}/status-tokens`, undefined, sellers)).status,
    ).toBe(403);
    const guest = { number: order.number, email: 'buyer@example.com' };
    const found = await api.call('POST', '/v1/lookups', guest, { key: null });
    expect(found.body.status_token.token).toMatch(/^\w+\.[\w-]+\.[\w-]+$/);
  });

  test('is read by the page of a shop, which may send the form from its own address', async () => {
    const app = new Hono()
      .use('/v1/lookups', crossOrigin([shops_page], ['POST']))
      .route('/', apiRoutes(api.deps));
    const asked = { origin: shops_page, 'access-control-request-method': 'POST' };
    const preflight = await app.request('/v1/lookups', { method: 'OPTIONS', headers: asked });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(shops_page);
    const headers = { origin: shops_page, 'content-type': 'application/json' };
    const body = JSON.stringify({ number: 'none', email: 'a@example.com' });
    const missed = await app.request('/v1/lookups', { method: 'POST', headers, body });
    expect(missed.status).toBe(404);
    expect(missed.headers.get('access-control-allow-origin')).toBe(shops_page);
  });
});

test('the documented hash is that of the script: else write the one of /embed/tidings-order-status.json into docs/embedding.md', async () => {
  const text = await readFile(join(import.meta.dirname, '../../docs/embedding.md'), 'utf8');
  expect(/integrity="([^"]+)"/.exec(text)?.[1]).toBe(bundleElement().integrity);
});
