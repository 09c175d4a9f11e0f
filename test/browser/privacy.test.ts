import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveShop, type TestShop, testShop } from '../support/shop.ts';
import { place } from '../support/stories.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const NUMBER = 'p-1';
let browser: Browser;
let shop: TestShop;
let served: Awaited<ReturnType<typeof serveShop>>;

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), testShop()]);
  await shop.deps.ledger.execute(place({ number: NUMBER }));
  served = await serveShop(shop.app);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.close()]);
  await shop.close();
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  const too_wide = Number(wide) > 0 ? [`${wide} px too wide`] : [];
  return [
    ...too_wide,
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`)),
  ];
}

/** Who came by the link of a mail. */
async function reader(options: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> {
  const context = await browser.newContext({ ...options, baseURL: served.url });
  await context.request.post(shop.link(NUMBER));
  return context;
}

/** `LOOK=<folder>` keeps pictures of what was looked at. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.LOOK;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

const pages = { preferences: 'preferences', privacy: 'privacy', erase: 'privacy/erase' };

test.each([
  ['en', 'light', 390],
  ['pl', 'dark', 1280],
  ['zh-Hans', 'light', 390],
] as const)(
  'wishes and data are pages without a fault, %s, %s, %i px',
  async (locale, colorScheme, width) => {
    const context = await reader({ viewport: { width, height: 844 }, colorScheme });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(`/orders/${NUMBER}/${path}?locale=${locale}`);
      for (const folded of await page.locator('main details > summary').all()) await folded.click();
      await picture(page, `${name}-${locale}-${width}-${colorScheme}`);
      expect({ name, findings: await findings(page) }).toEqual({ name, findings: [] });
    }
    await context.close();
  },
);

test('everything works without scripts: saved in one go, asked for in one, erased in two', async () => {
  const context = await reader({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/orders/${NUMBER}/preferences`);
  const language = page.getByRole('combobox', { name: 'Language' });
  await language.selectOption('pl');
  await page.getByLabel('Leave me in peace at night').check();
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.getByRole('status').first().textContent()).toContain('Saved.');
  expect(await language.inputValue()).toBe('pl');

  await page.goto(`/orders/${NUMBER}/privacy`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'A page to read' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('my-data.html');
  await page.getByRole('link', { name: 'See what would go' }).click();
  await page.getByRole('button', { name: 'Forget me' }).click();
  await page.waitForURL('**/privacy/erasures/**');
  expect(await findingsWithoutScripts(page)).toBe(0);
  await context.close();
});

/** Axe needs scripts; what can be seen without: one heading, one main. */
async function findingsWithoutScripts(page: Page): Promise<number> {
  return (
    Math.abs((await page.locator('h1').count()) - 1) + Math.abs((await page.locator('main').count()) - 1)
  );
}
