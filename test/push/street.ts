import type { Browser, BrowserContext, Page } from 'playwright-core';
import { until } from '../outbox/line.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveShop, type TestShop, testShop, Visitor } from '../support/shop.ts';
import { place, shop as wishes } from '../support/stories.ts';

/** A shop, and phones that look at it. */
export interface Street {
  shop: TestShop;
  url: string;
  phone(options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>;
  /** Opens an order as its buyer does, and waits until the phone has a copy. */
  openOrder(page: Page, number: string): Promise<void>;
  /** As a customer with this proven address. */
  signIn(context: BrowserContext, email: string): Promise<void>;
  close(): Promise<void>;
}

export async function openStreet(): Promise<Street> {
  const [browser, shop] = await Promise.all([launchBrowser(), testShop()]);
  // A session ends by the phone's clock too.
  shop.clock.set(Date.now());
  const served = await serveShop(shop.app);
  return {
    shop,
    url: served.url,
    phone(options = {}) {
      const viewport = { width: 390, height: 844 };
      return browser.newContext({ viewport, locale: 'en-GB', baseURL: served.url, ...options });
    },
    async openOrder(page, number) {
      if (!(await shop.deps.reader.read(number))) {
        await shop.deps.ledger.execute(place({ number, customer: null }));
        await shop.deps.ledger.execute(wishes(number).dispatch('s-1', { 1: 3, 2: 1 }));
      }
      await page.goto(`/status?number=${number}`);
      await page.getByLabel('E-mail address').fill('buyer@example.com');
      await page.getByRole('button', { name: 'Show my order' }).click();
      await page.waitForURL(`**/orders/${number}`);
      await until(`there is a copy of ${number}`, async () =>
        (await copiesOn(page)).includes(`/orders/${number}`),
      );
    },
    async signIn(context, email) {
      const visitor = new Visitor(shop.app);
      await shop.signIn(visitor, { email });
      const cookies = visitor.cookie.split('; ').map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return { name, value: value.join('='), url: served.url };
      });
      await context.addCookies(cookies);
    },
    async close() {
      await Promise.all([browser.close(), served.close()]);
      await shop.close();
    },
  };
}

/** Paths of the copies a phone has. */
export function copiesOn(page: Page): Promise<string[]> {
  return page.evaluate(`caches.open('tidings-pages').then((cache) => cache.keys())
    .then((requests) => requests.map(({ url }) => new URL(url).pathname))`);
}
