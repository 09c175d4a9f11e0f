import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { invite, keepStaff } from '../../src/modules/accounts/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { newPageForPictures, showChinese } from '../support/chinese.ts';
import { serveShop, type TestShop, testShop } from '../support/shop.ts';
import { atDesk, password } from '../support/staff.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let browser: Browser;
let shop: TestShop;
let served: Awaited<ReturnType<typeof serveShop>>;

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), testShop()]);
  shop.clock.set(Date.now());
  served = await serveShop(shop.app);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.close()]);
  await shop.close();
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing for axe to find, nothing wider than the screen, nothing too small for a thumb. */
async function isFit(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
  );
  const misfits = await page.evaluate(`({
    too_wide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    too_small: [...document.querySelectorAll('main .btn, main label:has([type=radio]), main input:not([type=hidden], [type=radio]), nav.zone a')]
      .filter((target) => target.offsetParent && target.getBoundingClientRect().height < 44)
      .map((target) => target.outerHTML.slice(0, 80)),
  })`);
  expect({ what, found, misfits }).toEqual({ what, found: [], misfits: { too_wide: 0, too_small: [] } });
  if (!process.env.PICTURES) return;
  const name = `${what}-${await page.evaluate('document.documentElement.lang')}-${page.viewportSize()!.width}`;
  if (name.includes('zh')) await showChinese(page);
  await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
}

/** A desk with an owner, somebody whose name is long, and an open invitation. */
async function deskOf(seller: string): Promise<string> {
  const { pool } = shop.database;
  const team = { kind: 'seller' as const, seller };
  const { cookie } = await atDesk(shop, { email: `owner@${seller}.example`, seller });
  const long = { name: 'Aleksandra Katarzyna Wolff-Brzęczyszczykiewicz', role: 'staff' as const };
  const email = `aleksandra.katarzyna.wolff-brzeczyszczykiewicz@warehouse.${seller}.example`;
  await keepStaff(pool, { ...team, ...long, email, demonstration: false }, shop.clock.now());
  await invite(pool, { ...team, email: `new@${seller}.example`, role: 'viewer' }, shop.clock.now());
  return cookie;
}

async function openAs(cookie: string, options: Parameters<Browser['newPage']>[0]): Promise<Page> {
  const page = await newPageForPictures(browser, { ...options, baseURL: served.url });
  const cookies = cookie.split('; ').map((pair) => pair.split(/=(.*)/s, 2) as [string, string]);
  await page.context().addCookies(cookies.map(([name, value]) => ({ name, value, url: served.url })));
  return page;
}

test.each([
  ['en', 'light', 390],
  ['pl', 'dark', 390],
  ['pl', 'light', 1280],
  ['zh-Hans', 'dark', 1280],
] as const)('every page of who works here, %s, %s, %i pixels', async (locale, colorScheme, width) => {
  const cookie = await deskOf(`s-${locale.toLowerCase()}-${width}`);
  const page = await openAs(cookie, { viewport: { width, height: 844 }, colorScheme, locale });
  const goOn = () => page.locator('main form button').first().click();
  const open = (link: string) => page.locator(`main a[href*="${link}"]`).last().click();

  await page.goto('/desk/requests');
  await page.locator('nav.zone a[href$="/people"]').click();
  await isFit(page, 'list');

  await open('/invite');
  await isFit(page, 'invite');
  await page.locator('#email').fill('nobody@nowhere');
  await goOn();
  await page.locator('#problem').waitFor();
  await isFit(page, 'invite-refused');
  await page.locator('#email').fill('nela.nowak@books.example');
  await page.locator('#name').fill('Nela Nowak');
  await goOn();
  await page.locator('input[name=step]').first().waitFor({ state: 'attached' });
  await isFit(page, 'invite-preview');
  await goOn();
  await page.locator('.done-note').waitFor();
  await isFit(page, 'invited');

  for (const act of ['again', 'withdraw']) {
    await open(`/${act}`);
    await isFit(page, act);
    await goOn();
    await page.locator('.done-note').waitFor();
  }

  await open('/role');
  await isFit(page, 'role');
  await page.locator('[value=viewer]').check();
  await goOn();
  await page.locator('input[name=step]').waitFor({ state: 'attached' });
  await isFit(page, 'role-preview');
  await goOn();
  await page.locator('.done-note').waitFor();

  await open('/remove');
  await isFit(page, 'remove');
  await goOn();
  await page.locator('.done-note').waitFor();
  await isFit(page, 'removed');

  await page.locator('nav.zone a[href$="/account"]').click();
  await isFit(page, 'account');
  await page.locator('#old-password').fill(password);
  await page.locator('#new-password').fill('another horse battery');
  await page.locator('form.stacked button').click();
  await page.locator('.done-note').waitFor();
  await isFit(page, 'password-changed');
  await page.context().close();
});

test('what an operator has of it, on a phone', async () => {
  const { cookie } = await atDesk(shop, { email: 'operator@shop.example' });
  const page = await openAs(cookie, {
    ...{ viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'pl' },
  });
  await page.goto('/operator/people');
  await isFit(page, 'operator');
  await page.locator('#seller').fill('nobody');
  await page.locator('form.one-field button').click();
  await page.locator('#seller-problem').waitFor();
  await isFit(page, 'operator-unknown-seller');
  await page.context().close();
});
