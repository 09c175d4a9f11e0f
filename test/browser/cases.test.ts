import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { instant } from '../../src/lib/clock.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveShop, type TestShop, testShop } from '../support/shop.ts';
import { atDesk } from '../support/staff.ts';
import { place, scan, shop as wishes } from '../support/stories.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const NUMBER = 'case-1';
let browser: Browser;
let shop: TestShop;
let served: Awaited<ReturnType<typeof serveShop>>;

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), testShop()]);
  shop.clock.set(Date.now());
  const lines = [
    { id: '1', quantity: 2, title: 'The Design of Everyday Things' },
    {
      id: '2',
      quantity: 2,
      title: 'A lamp that is described by a very long name, with its color, size and maker',
    },
    { id: '3', quantity: 1 },
    { id: '4', quantity: 1 },
  ];
  const to = wishes(NUMBER);
  const at = instant(shop.clock.now());
  for (const command of [
    place({ number: NUMBER, lines }),
    to.dispatch('p-1', { '1': 2, '2': 1 }),
    to.scans('p-1', scan('delivered', '2026-03-02T11:00:00Z')),
    to.dispatch('p-2', { '3': 1 }, { tracking_number: '1Z12345E0205271688' }),
    to.scans('p-2', scan('attempt_failed', '2026-03-02T11:00:00Z')),
    to.pack({ '2': 1 }),
    to.ask('damaged', {
      case: 'cas_1',
      units: { '1': 1 },
      text: 'A corner is bent.\nAnd the cover is torn.',
      at,
    }),
    to.ask('cancellation', { case: 'cas_2', units: { '2': 1 }, at }),
    to.ask('question', { case: 'cas_3', shipment: 'p-1', at: '2026-03-02T12:00:00Z' }),
    to.ask('wrong_item', { case: 'cas_4', units: { '2': 1 } }),
    to.say('seller', 'We are sorry. Which one arrived?', at, 'cas_4'),
    to.ask('invoice_missing', { case: 'cas_5' }),
    to.close('buyer', null, at, 'cas_5'),
  ]) {
    const { refusal } = await shop.deps.ledger.execute(command);
    if (refusal) throw new Error(JSON.stringify(refusal));
  }
  served = await serveShop(shop.app);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.close()]);
  await shop.close();
});

/** What axe finds, what sticks out of the page, and what is too small for a thumb. */
async function faults(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const misfits = await page.evaluate(`({
    too_wide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    too_small: [...document.querySelectorAll('a, button, summary, select, textarea, input:not([type=hidden])')]
      .filter((target) => target.offsetParent && !target.closest('.skip, p:not(.actions, .invoice, .foot), h2'))
      .filter((target) => target.getBoundingClientRect().height < 44)
      .map((target) => target.outerHTML.slice(0, 80)),
  })`);
  return {
    rules: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`)),
    misfits,
  };
}

const none = { rules: [], misfits: { too_wide: 0, too_small: [] } };

const BUYERS_PAGES = [
  '',
  '/help',
  '/help?shipment=p-1',
  '/help/not_received?shipment=p-1',
  '/help/damaged?shipment=p-1',
  '/help/missed_delivery?shipment=p-2',
  '/help/missed_delivery?shipment=p-2&wish=another_day',
  '/help/missed_delivery?shipment=p-2&wish=pickup_point',
  '/help/question?line=4',
  '/help/cancellation?line=4',
  '/help/cancellation?line=2',
  '/cases/cas_1',
  '/cases/cas_3',
  '/cases/cas_4',
  '/cases/cas_5',
].map((path) => `/orders/${NUMBER}${path}`);

const SELLERS_PAGES = ['', '?status=closed', '/cas_1', '/cas_2', '/cas_4', '/cas_5'].map(
  (path) => `/desk/requests${path}`,
);

describe.each([
  ['en', 'light', 390],
  ['pl', 'dark', 390],
  ['pl', 'light', 1280],
] as const)('%s, %s, %i pixels', (locale, colorScheme, width) => {
  // Words do not change what axe looks at, nor colors what fits: every page is seen once by each.
  const pages = (paths: readonly string[]) => (locale === 'en' ? paths : paths.slice(-3));
  const open = () =>
    browser.newContext({ viewport: { width, height: 844 }, colorScheme, baseURL: served.url });
  const look = async (context: BrowserContext, paths: readonly string[]) => {
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}locale=${locale}`);
      expect({ path, ...((await faults(page)) as object) }).toEqual({ path, ...none });
    }
    await context.close();
  };

  test("the buyer's pages have no fault that a machine finds", async () => {
    const context = await open();
    await context.request.post('/status', { form: { number: NUMBER, email: 'buyer@example.com' } });
    await look(context, pages(BUYERS_PAGES));
  });

  test("nor the seller's", async () => {
    const context = await open();
    const { cookie } = await atDesk(shop, { email: `${locale}${width}@seller.example`, seller: 's-1' });
    const cookies = cookie.split('; ').map((pair) => pair.split(/=(.*)/s, 2) as [string, string]);
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: served.url })));
    await look(context, pages(SELLERS_PAGES));
  });
});

test('a seller answers with the keyboard alone', async () => {
  const { cookie } = await atDesk(shop, { email: 'keys@seller.example', seller: 's-1' });
  const context = await browser.newContext({ viewport: { width: 1280, height: 844 }, baseURL: served.url });
  const cookies = cookie.split('; ').map((pair) => pair.split(/=(.*)/s, 2) as [string, string]);
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: served.url })));
  const page = await context.newPage();
  await page.goto('/desk/requests');
  const focused = () => page.evaluate('document.activeElement.outerHTML');
  const tabTo = async (what: string) => {
    for (let keys = 0; keys < 60; keys++) {
      await page.keyboard.press('Tab');
      if (String(await focused()).includes(what)) return;
    }
    throw new Error(`no key leads to ${what}`);
  };
  await tabTo('requests/cas_3');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/cas_3');
  await tabTo('<textarea');
  await page.keyboard.type('It is on its way.');
  await tabTo('value="say"');
  await page.keyboard.press('Enter');
  await page.getByText('It is on its way.').waitFor();
  await context.close();
});
