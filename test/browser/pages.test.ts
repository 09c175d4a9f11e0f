import { AxeBuilder } from '@axe-core/playwright';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { putDeliveryPrices, putPickupPoint } from '../../src/modules/delivery/index.ts';
import { EXAMPLES } from '../../src/web/buyer/examples.ts';
import { gallery } from '../../src/web/buyer/gallery.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveShop, type TestShop, testShop } from '../support/shop.ts';
import { HANDLING, PRICES, place } from '../support/stories.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const NUMBER = 'p-1';
const LOCKER = {
  ...{
    id: 'bos-1',
    name: 'South Station',
    carrier: null,
    line1: '700 Atlantic Ave',
    line2: null,
    city: 'Boston',
  },
  ...{ region: 'MA', postal_code: '02110', country: 'US', hours: 'Mon-Sat 6-23', active: true },
};
let browser: Browser;
let shop: TestShop;
let served: Awaited<ReturnType<typeof serveShop>>;

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), testShop()]);
  await shop.deps.ledger.execute(place({ number: NUMBER, handling: HANDLING }));
  await putDeliveryPrices(shop.database.pool, { currency: 'USD', prices: PRICES }, shop.clock.now());
  await putPickupPoint(shop.database.pool, LOCKER, shop.clock.now());
  // The examples first: the shop answers every other address.
  served = await serveShop(new Hono().route('/', gallery()).route('/', shop.app));
});
afterAll(async () => {
  await Promise.all([browser.close(), served.close()]);
  await shop.close();
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, shortly: rule and element. In one page: opening another for each report takes twice as long. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

/** Words that stick out of the page, and targets too small for a thumb. */
async function misfits(page: Page): Promise<unknown> {
  return page.evaluate(`({
    too_wide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    too_small: [...document.querySelectorAll('a, button, summary, select, input:not([type=hidden])')]
      .filter((target) => target.offsetParent && !target.closest('.skip, p:not(.actions, .invoice, .foot)'))
      .filter((target) => target.getBoundingClientRect().height < 44)
      .map((target) => target.outerHTML.slice(0, 80)),
  })`);
}

/** What can be changed, and each page that asks whether it is meant. */
const CHANGES = [
  ...['address', 'contact', 'delivery', 'delivery?option=expedited', 'delivery?option=same_day'],
  ...['pickup', 'pickup?near=nowhere', 'pickup?point=bos-1'],
];

const fits = { too_wide: 0, too_small: [] };

const phone = { viewport: { width: 390, height: 844 } };

describe('axe finds nothing', () => {
  // Colours do not depend on the language, nor words on the colours: two of the four are enough.
  test.each([
    ['en', 'light'],
    ['pl', 'dark'],
  ] as const)('in any state of the order page, %s, %s', async (locale, colorScheme) => {
    const context = await browser.newContext({ ...phone, colorScheme, baseURL: served.url });
    const page = await context.newPage();
    for (const name of [...Object.keys(EXAMPLES), 'orders', 'receipt']) {
      await page.goto(`/examples/${name}?locale=${locale}`);
      expect({ name, findings: await findings(page) }).toEqual({ name, findings: [] });
    }
    await context.close();
  });

  test.each([
    ['en', 'light'],
    ['pl', 'dark'],
  ] as const)('on any page, %s, %s; and a thumb hits every target', async (locale, colorScheme) => {
    const context = await browser.newContext({ ...phone, colorScheme, baseURL: served.url });
    const page = await context.newPage();
    const look = async (path: string) => {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}locale=${locale}`);
      expect({ path, findings: await findings(page), ...((await misfits(page)) as object) }).toEqual({
        path,
        findings: [],
        ...fits,
      });
    };
    await look('/status');
    await look('/nowhere');
    await look('/verify');
    await look('/verify?code=0000-0000-0000');
    await look('/o/not-a-link');
    await page.request.post('/status', { form: { number: NUMBER, email: 'buyer@example.com' } });
    await look(`/orders/${NUMBER}`);
    await look('/orders');
    await look('/orders?q=nowhere');
    await look(`/orders/${NUMBER}/receipt`);
    await look(`/orders/${NUMBER}/delay`);
    await look(`/orders/${NUMBER}/cancel?line=1`);
    await look(`/orders/${NUMBER}/cancel?line=1&quantity=9`);
    await page.request.post(shop.link(NUMBER));
    for (const change of CHANGES) {
      await look(`/orders/${NUMBER}/change/${change}`);
      expect(new URL(page.url()).pathname).toContain('/change/');
    }
    await context.close();
  });
});

describe.each([320, 390, 768, 1280])('%i pixels wide', (width) => {
  test('every state fits, in Polish and with the longest names, and a thumb hits every target', async () => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, baseURL: served.url });
    const page = await context.newPage();
    for (const name of [...Object.keys(EXAMPLES), 'orders', 'receipt']) {
      await page.goto(`/examples/${name}?locale=${name === 'forty' ? 'en' : 'pl'}`);
      expect({ name, ...((await misfits(page)) as object) }).toEqual({ name, ...fits });
    }
    await context.close();
  });
});
