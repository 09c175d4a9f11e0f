import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../src/lib/clock.ts';
import { LOCALES } from '../../src/lib/words.ts';
import { launchBrowser } from '../support/browser.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { operatorApp } from '../web/operator-app.ts';

const problem = { file: 'locales/en/mail.json', key: 'order', reason: 'does not say {number}' };

const phone = { width: 390, scheme: 'light' as const };
const desk = { width: 1280, scheme: 'dark' as const };

let database: TestDatabase;
let server: ServerType;
let browser: Browser;
let page: Page;
let url: string;

beforeAll(async () => {
  database = await testDatabase();
  const app = operatorApp(database.pool, fixedClock('2026-07-18T12:00:00Z'), [problem]);
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/operator/notifications`;
  browser = await launchBrowser();
  page = await (await browser.newContext()).newPage();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
  await database?.close();
});

/**
 * With and without a text and a push, for buyer and seller, in every language of message and page, on a phone by day
 * and at a desk by night. That each type is shown in each language is test/web/notifications.test.ts.
 */
const types = [
  'order_confirmed',
  'promise_revised',
  'shipment_dispatched',
  'payment_awaited',
  'order_received',
];
const looks = [...types, 'shipment_available_for_pickup', 'refund_issued', 'digest'].map((type, index) => ({
  type,
  locale: LOCALES[index % LOCALES.length]!,
  reader: LOCALES[(index + 1) % LOCALES.length]!,
  ...(index % 2 === Math.trunc(index / 4) ? phone : desk),
}));

test.each(looks)(
  '$type in $locale for a reader of $reader at $width px: axe finds nothing, and nothing hangs over',
  async ({ type, locale, reader, width, scheme }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${url}/${type}/${locale}?locale=${reader}`);
    // The mail in the frame is judged by itself, in mails.test.ts.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => ({ id, html: nodes[0]?.html }))).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  },
  60_000,
);

test('on a phone the other types are behind one button, and lead there in the same language', async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${url}/order_confirmed/pl?locale=en`);
  await page.getByText('Notifications: Order confirmed').click();
  await page.getByRole('link', { name: 'Refund' }).click();
  expect(page.url()).toMatch(/\/refund_issued\/pl$/);
  const mail = page.frameLocator('iframe').first();
  expect(await mail.getByRole('heading', { level: 1 }).textContent()).toContain('wraca do Ciebie');
});

test('nothing in a mail runs, whatever a template of the shop says', async () => {
  await page.goto(`${url}/order_confirmed/en`);
  const frame = page.frames().find((each) => each.url().endsWith('/html'))!;
  const origin = await page.locator('iframe').getAttribute('sandbox');
  expect(origin).not.toMatch(/allow-scripts|allow-same-origin|allow-forms/);
  await expect(frame.evaluate('window.parent.document.title')).rejects.toThrow(/cross-origin|Blocked/);
});
