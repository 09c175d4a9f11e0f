import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

let browser: Browser;
const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end('<title>Order</title><h1>Zażółć gęślą jaźń</h1><b id=i>iiii</b> <b id=w>WWWW</b>');
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server.close();
});

test('a page opens, its letters have shapes, and it can be pictured', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 200 } });
  const blank = await page.screenshot();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(await page.locator('h1').textContent()).toBe('Zażółć gęślą jaźń');
  // Without a font every letter would be the same empty box.
  const [narrow, wide] = await Promise.all(['#i', '#w'].map((id) => page.locator(id).boundingBox()));
  expect(narrow!.width).toBeLessThan(wide!.width);
  expect(await page.screenshot()).not.toEqual(blank);
});
