import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveShop, type TestShop, testShop } from '../support/shop.ts';
import { place, scan, shop as wishes } from '../support/stories.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let browser: Browser;
let shop: TestShop;
let served: Awaited<ReturnType<typeof serveShop>>;

const email = 'buyer@example.com';
const here = { country: 'PL', time_zone: 'Europe/Warsaw', locale: 'pl', currency: 'PLN' };

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), testShop()]);
  served = await serveShop(shop.app);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.close()]);
  await shop.close();
});

/** A phone whose browser runs no scripts. */
function phone(more: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const viewport = { width: 390, height: 844 };
  return browser.newContext({ baseURL: served.url, viewport, javaScriptEnabled: false, ...more });
}

async function signInto(page: Page, number: string): Promise<void> {
  await page.goto(`/status?number=${number}`);
  await page.fill('#email', email);
  await page.click('main button');
  await page.waitForURL(`**/orders/${number}`);
}

async function withdrawals(number: string): Promise<number> {
  const { rows } = await shop.database.pool.query(
    `select count(*)::int as count from facts where order_number = $1 and type = 'WithdrawalDeclared'`,
    [number],
  );
  return rows[0].count;
}

test('a guest without scripts: three things, then the second step', async () => {
  await shop.deps.ledger.execute(place({ number: 'b-1', ...here, locale: 'en' }));
  const context = await phone({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/status');
  await page.click('footer >> text=Withdraw from contract here');
  await page.fill('#name', 'Ann Buyer');
  await page.fill('#number', 'b-1');
  await page.fill('#email', email);
  await page.click('text=Continue');
  expect(await withdrawals('b-1')).toBe(0);
  await page.click('button:has-text("Confirm withdrawal")');
  expect(await page.textContent('h1')).toBe('We have your withdrawal');
  expect(await page.textContent('dl')).toContain('b-1');
  expect(await withdrawals('b-1')).toBe(1);
  await context.close();
});

test('in Polish from the order page: nothing but which items, and four taps', async () => {
  await shop.deps.ledger.execute(place({ number: 'b-2', ...here }));
  await shop.deps.ledger.execute(wishes('b-2').dispatch('p-b-2', { '1': 3, '2': 1 }));
  await shop.deps.ledger.execute(wishes('b-2').scans('p-b-2', scan('delivered', '2026-03-03T10:00:00Z')));
  const context = await phone({ locale: 'pl-PL' });
  const page = await context.newPage();
  await signInto(page, 'b-2');
  await page.click('main >> text=Odstąp od umowy tutaj');
  await page.uncheck('input[type=checkbox]');
  await page.click('text=Dalej');
  await page.click('button:has-text("Potwierdź odstąpienie")');
  expect(await page.textContent('h1')).toBe('Mamy Twoje odstąpienie');
  const said = await page.textContent('main');
  expect(said).toContain('3\u00a0×\u00a0Thing 1: odeślij najpóźniej 19 marca.');
  expect(said).not.toContain('Thing 2');
  await page.click('text=Wróć do zamówienia');
  expect(await page.textContent('#cards')).toContain('Odstąpienie z 5 marca');
  await context.close();
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, what sticks out, and what is too small for a thumb. */
async function findings(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  const misfits = await page.evaluate(`({
    too_wide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    too_small: [...document.querySelectorAll('main a, main button, main label.unit, main input:not([type=hidden]):not([type=checkbox])')]
      .filter((target) => target.offsetParent && !target.closest('p:not(.foot)'))
      .filter((target) => target.getBoundingClientRect().height < 44).map((target) => target.outerHTML.slice(0, 80)),
  })`);
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
  );
  return { found, ...(misfits as object) };
}

const nothing = { found: [], too_wide: 0, too_small: [] };

describe.each([
  ['en', 'light', 390],
  ['pl', 'dark', 1280],
] as const)('every page of it is sound in %s, %s, %i px', (locale, colorScheme, width) => {
  test('from the form to the acknowledgement', async () => {
    const number = `b-3-${locale}`;
    const title = 'Kompletne dzieła zebrane w twardej oprawie, wydanie jubileuszowe z komentarzem krytycznym';
    const lines = [
      { id: '1', quantity: 12, unit_price: 1000, title },
      { id: '2', quantity: 1, unit_price: 500 },
    ];
    await shop.deps.ledger.execute(place({ number, ...here, lines }));
    await shop.deps.ledger.execute(wishes(number).dispatch(`p-${number}`, { '1': 5 }));
    const context = await phone({ colorScheme, viewport: { width, height: 844 }, javaScriptEnabled: true });
    const page = await context.newPage();
    const sound = async (name: string) => {
      if (process.env.LOOK_AT) {
        await page.screenshot({
          path: `${process.env.LOOK_AT}/${name}-${locale}-${width}.png`,
          fullPage: true,
        });
      }
      expect({ name, ...((await findings(page)) as object) }).toEqual({ name, ...nothing });
    };
    await page.goto(`/withdraw?locale=${locale}`);
    await sound('form');
    await page.fill('#name', 'Ann Buyer');
    await page.fill('#number', 'nothing-of-the-kind');
    await page.fill('#email', `${locale}@example.com`);
    await page.click('main form button');
    await sound('guest-review');
    await page.click('main form button');
    await sound('guest-done');
    await page.goto(`/status?number=${number}&locale=${locale}`);
    await page.fill('#email', email);
    await page.click('main button');
    await page.waitForURL(`**/orders/${number}`);
    await page.goto('/withdraw');
    await sound('known');
    await page.goto(`/orders/${number}/withdraw`);
    await sound('choose');
    await page.click('main form button');
    await sound('review');
    await page.click('main form button');
    await sound('done');
    await page.goto(`/orders/${number}`);
    await sound('order');
    await context.close();
  });
});
