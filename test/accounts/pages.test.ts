import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { invite } from '../../src/modules/accounts/index.ts';
import { webRoutes } from '../../src/web/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveShop, type TestShop, testShop } from '../support/shop.ts';
import { ORDER, place } from '../support/stories.ts';
import { mailedCode } from './mailed.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let browser: Browser;
let shop: TestShop;
let served: Awaited<ReturnType<typeof serveShop>>;
let page: Page;

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), testShop()]);
  shop.clock.set(Date.now());
  await shop.deps.ledger.execute(place({ locale: 'en' }));
  const config = { ...shop.deps.config, lookupLimit: 1_000 };
  served = await serveShop(webRoutes({ ...shop.deps, config, demonstration: true }));
  page = await browser.newPage({ viewport: { width: 390, height: 800 } });
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await shop.close();
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** In light and in dark: nothing for axe to find, nothing wider than the phone, nothing too small for a thumb. */
async function isFit(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
    );
    const misfits = await page.evaluate(`({
      too_wide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
      too_small: [...document.querySelectorAll('main button, main input:not([type=hidden])')]
        .filter((target) => target.offsetParent && target.getBoundingClientRect().height < 44)
        .map((target) => target.outerHTML.slice(0, 80)),
    })`);
    expect({ at: page.url(), found, misfits }).toEqual({
      at: page.url(),
      found: [],
      misfits: { too_wide: 0, too_small: [] },
    });
  }
}

test('the pages by which a buyer signs in, and their account', async () => {
  await page.goto(`${served.url}/sign-in?back=/account`);
  await isFit();
  await page.getByLabel('E-mail address').fill('buyer@example.com');
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code').fill('1');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('does not open anything').waitFor();
  await isFit();
  await page.getByLabel('Code').fill(await mailedCode(shop, 'buyer@example.com'));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/account');
  await isFit();
  await page.context().clearCookies();
});

test('the page on which a guest proves the mailbox of an order', async () => {
  await page.goto(`${served.url}/status?number=${ORDER}`);
  await page.getByLabel('E-mail address').fill('buyer@example.com');
  await page.locator('main form button').click();
  await page.waitForURL(`**/orders/${ORDER}`);
  await page.goto(`${served.url}/orders/${ORDER}/identify?back=/`);
  await isFit();
});

test('the pages by which somebody comes in to a desk', async () => {
  await page.goto(`${served.url}/desk/sign-in`);
  await isFit();
  const wish = { kind: 'operator' as const, email: 'o@shop.example', seller: null, role: 'owner' as const };
  const { token } = await invite(shop.deps.database, wish, shop.clock.now());
  await page.goto(`${served.url}/invitation/${token}`);
  await isFit();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL('**/operator/account');
  await isFit();
  await page.getByLabel('A new password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Set it up' }).click();
  await page.getByText('Backup codes').waitFor();
  await isFit();
});
