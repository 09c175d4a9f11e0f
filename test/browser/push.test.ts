import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { until } from '../outbox/line.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveShop, type TestShop, testShop } from '../support/shop.ts';
import { place, scan, shop as wishes } from '../support/stories.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let browser: Browser;
let shop: TestShop;
let served: Awaited<ReturnType<typeof serveShop>>;

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), testShop()]);
  // A session ends by the browser's clock too.
  shop.clock.set(Date.now());
  served = await serveShop(shop.app);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.close()]);
  await shop.close();
});

function phone(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const viewport = { width: 390, height: 844 };
  return browser.newContext({ viewport, locale: 'en-GB', baseURL: served.url, ...options });
}

/** Opens an order as its buyer does, and waits until the worker has a copy. */
async function openOrder(page: Page, number: string): Promise<void> {
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
}

/** Paths of the copies this browser has. */
function copiesOn(page: Page): Promise<string[]> {
  return page.evaluate(`caches.open('tidings-pages').then((cache) => cache.keys())
    .then((requests) => requests.map(({ url }) => new URL(url).pathname))`);
}

describe('without a network', () => {
  test('the order seen last is there, says as of when, and takes that back when the network is back', async () => {
    const context = await phone();
    const page = await context.newPage();
    await openOrder(page, 'n-1');
    const note = page.getByText('You are offline. This is your order as of');
    expect(await note.isVisible()).toBe(false);
    await context.setOffline(true);
    await page.reload();
    expect(await note.isVisible()).toBe(true);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Order n-1');
    const ground = "getComputedStyle(document.querySelector('.card')).borderTopStyle";
    expect(await page.evaluate(ground)).toBe('solid');
    await context.setOffline(false);
    await page.evaluate("dispatchEvent(new Event('online'))");
    await note.waitFor({ state: 'hidden' });
    await context.close();
  });

  test('every other page says so, and leads to the orders there are; the app begins with the last', async () => {
    const context = await phone();
    const page = await context.newPage();
    await openOrder(page, 'n-2');
    await openOrder(page, 'n-3');
    await context.setOffline(true);
    await page.goto('/status');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are offline');
    expect(await page.locator('.kept a').allTextContents()).toEqual(['n-3', 'n-2']);
    await page.goto('/orders/n-2/cancel?line=1');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are offline');
    await page.getByRole('link', { name: 'n-2' }).click();
    await page.waitForURL('**/orders/n-2');
    await page.goto('/start');
    expect(new URL(page.url()).pathname).toBe('/orders/n-3');
    await context.close();
  });

  test('the copy has what an open page has learned', async () => {
    const context = await phone();
    const page = await context.newPage();
    await openOrder(page, 'n-4');
    await shop.deps.ledger.execute(
      wishes('n-4').scans('s-1', scan('out_for_delivery', new Date(shop.clock.now()).toISOString())),
    );
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.getByText('Out for delivery, today', { exact: true }).waitFor();
    await until('the copy says so too', () =>
      page.evaluate<boolean>(`caches.match('/orders/n-4').then((copy) => copy.text())
        .then((text) => text.includes('Out for delivery, today'))`),
    );
    await context.close();
  });
});

describe('what a device keeps', () => {
  test('is five orders, and no form, no look-up, no token', async () => {
    const context = await phone();
    const page = await context.newPage();
    for (const number of ['k-1', 'k-2', 'k-3', 'k-4', 'k-5', 'k-6']) await openOrder(page, number);
    await page.goto('/orders/k-6/cancel?line=1');
    await page.goto('/status');
    await until('five are left', async () => (await copiesOn(page)).length === 5);
    const kept = await copiesOn(page);
    expect(kept.sort()).toEqual(['k-2', 'k-3', 'k-4', 'k-5', 'k-6'].map((number) => `/orders/${number}`));
    const everything: string = await page.evaluate(`(async () => {
      let all = '';
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) all += request.url + await (await cache.match(request)).text();
      }
      return all;
    })()`);
    expect(everything).not.toMatch(/name="token"|\/o\/|buyer@example\.com/);
    await context.close();
  });

  test('is gone for one who is no longer let in, at the next look', async () => {
    const context = await phone();
    const page = await context.newPage();
    await openOrder(page, 'g-1');
    await shop.database.pool.query(`update contacts set access_epoch = 2 where order_number = 'g-1'`);
    await page.reload();
    await page.waitForURL('**/status?number=g-1');
    await until('it is forgotten', async () => !(await copiesOn(page)).includes('/orders/g-1'));
    await context.close();
  });

  test('is gone with another session', async () => {
    const context = await phone();
    const page = await context.newPage();
    await openOrder(page, 'g-2');
    await context.clearCookies();
    await openOrder(page, 'g-3');
    await until('only that is left', async () => (await copiesOn(page)).join() === '/orders/g-3');
    await context.close();
  });

  test('is not shown once the session would be over', async () => {
    const context = await phone();
    const page = await context.newPage();
    await openOrder(page, 'g-4');
    await page.evaluate(`caches.open('tidings-pages').then(async (cache) => {
      const copy = await cache.match('/orders/g-4');
      const headers = new Headers(copy.headers);
      const [session] = headers.get('Tidings-Copy').split(' ');
      headers.set('Tidings-Copy', session + ' ' + (Date.now() / 1000 - 1));
      await cache.put('/orders/g-4', new Response(await copy.text(), { headers }));
    })`);
    await context.setOffline(true);
    await page.goto('/orders/g-4');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are offline');
    expect(await page.locator('.kept a').count()).toBe(0);
    await context.close();
  });

  test('is gone at a click, and so is the session', async () => {
    const context = await phone();
    const page = await context.newPage();
    await openOrder(page, 'g-5');
    await page.getByRole('button', { name: 'Forget my orders on this device' }).click();
    await page.waitForURL('**/status');
    expect(await copiesOn(page)).toEqual([]);
    await page.goto('/orders/g-5');
    await page.waitForURL('**/status?number=g-5');
    await context.close();
  });
});

describe('the button', () => {
  /** The browser's half of Web Push, which the browser from npm does not have: it takes whatever is subscribed. */
  const subscribing = (permission: string, answer: string) => `
    Object.defineProperty(Notification, 'permission', { get: () => globalThis.allowed ?? '${permission}' });
    Notification.requestPermission = async () => (globalThis.allowed = '${answer}');
    let subscription = null;
    const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    PushManager.prototype.getSubscription = async () => subscription;
    PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
      const keys = { p256dh: '${p256dh}', auth: 'BTBZMqHH6r4Tts7J_aSIgg' };
      return subscription = {
        endpoint: 'https://push.example/' + location.pathname,
        options: { applicationServerKey: bytes(applicationServerKey).buffer },
        toJSON: () => ({ keys }),
        unsubscribe: async () => { subscription = null; return true; },
      };
    };`;
  /** Of the example of RFC 8291, 5. */
  const p256dh = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4';

  const button = (page: Page) => page.locator('#device button');
  const said = (page: Page) => page.locator('#device [role=status]');

  async function pageWith(script: string, number: string, options = {}) {
    const context = await phone(options);
    const page = await context.newPage();
    await page.addInitScript(script);
    await openOrder(page, number);
    await page.locator('#device').waitFor();
    return { context, page };
  }

  async function devicesOf(number: string): Promise<number> {
    const { rows } = await shop.database.pool.query('select from push_devices where person = $1', [
      `order:${number}`,
    ]);
    return rows.length;
  }

  test('asks only when pressed, says that it is on, and takes it back', async () => {
    const { context, page } = await pageWith(subscribing('default', 'granted'), 'b-1');
    expect([await button(page).textContent(), await said(page).textContent()]).toEqual([
      'Tell me on this device',
      '',
    ]);
    expect(await page.evaluate('Notification.permission')).toBe('default');
    await button(page).click();
    await page.getByText('News about this order will come to this device.').waitFor();
    expect(await devicesOf('b-1')).toBe(1);
    await button(page).click();
    await page.getByRole('button', { name: 'Tell me on this device' }).waitFor();
    expect([await devicesOf('b-1'), await page.evaluate('globalThis.allowed')]).toEqual([0, 'granted']);
    await context.close();
  });

  test('says that it is blocked, and offers nothing it cannot do', async () => {
    const { context, page } = await pageWith(subscribing('default', 'denied'), 'b-2');
    await button(page).click();
    await page.getByText('Notifications are blocked here.').waitFor();
    expect([await button(page).isVisible(), await devicesOf('b-2')]).toEqual([false, 0]);
    await context.close();
  });

  test('says that it did not work, and can be pressed again', async () => {
    const { context, page } = await pageWith(subscribing('default', 'granted'), 'b-3');
    await context.setOffline(true);
    await button(page).click();
    await page.getByText('That did not work just now.').waitFor();
    await context.setOffline(false);
    await button(page).click();
    await page.getByText('News about this order will come to this device.').waitFor();
    await context.close();
  });

  test('a browser that has no push is offered nothing; an iPhone is told how', async () => {
    const none = await phone();
    const page = await none.newPage();
    await page.addInitScript('delete window.PushManager');
    await openOrder(page, 'b-4');
    expect(await page.locator('#device').isVisible()).toBe(false);
    await none.close();
    const iphone = 'delete window.PushManager; navigator.standalone = false;';
    const { context, page: there } = await pageWith(iphone, 'b-5');
    expect(await said(there).textContent()).toContain('add this page to your home screen first');
    await context.close();
  });

  test('a device that the server has forgotten is not on', async () => {
    const { context, page } = await pageWith(subscribing('default', 'granted'), 'b-6');
    await button(page).click();
    await page.getByText('News about this order will come to this device.').waitFor();
    const again = await context.newPage();
    // Another tab of the same browser: allowed, subscribed.
    await again.addInitScript(
      `${subscribing('granted', 'granted')}; PushManager.prototype.subscribe({ applicationServerKey: '${shop.deps.push.public_key}' });`,
    );
    await again.goto('/orders/b-6');
    await again.getByRole('button', { name: 'Stop telling me on this device' }).waitFor();
    await shop.database.pool.query(`delete from push_devices where person = 'order:b-6'`);
    await again.reload();
    await again.getByRole('button', { name: 'Tell me on this device' }).waitFor();
    await context.close();
  });

  test.each([
    [390, 'light'],
    [1280, 'dark'],
  ] as const)('axe finds nothing, %i pixels wide, %s, and a thumb hits it', async (width, colorScheme) => {
    const options = { viewport: { width, height: 844 }, colorScheme };
    const { context, page } = await pageWith(subscribing('default', 'granted'), `b-7-${width}`, options);
    const look = async (where: string) => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect({ where, found: violations.map(({ id }) => id) }).toEqual({ where, found: [] });
    };
    await look('off');
    expect((await button(page).boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await button(page).click();
    await page.getByText('News about this order will come to this device.').waitFor();
    await look('on');
    await context.setOffline(true);
    await page.reload();
    await look('a copy');
    await page.goto('/status');
    await look('offline');
    await context.close();
  });
});

test('the browser finds nothing missing for installing it', async () => {
  const context = await phone();
  const page = await context.newPage();
  await openOrder(page, 'i-1');
  const session = await context.newCDPSession(page);
  expect((await session.send('Page.getAppManifest')).errors).toEqual([]);
  expect((await session.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
  await context.close();
});

test('a push that arrives is shown, as far as this browser shows anything, whatever is in it', async () => {
  const context = await phone({ permissions: ['notifications'] });
  const page = await context.newPage();
  await openOrder(page, 'i-2');
  const [worker] = context.serviceWorkers();
  // It has no place for notifications: what it is asked to show is noted instead.
  await worker!.evaluate(`globalThis.asked = [];
    registration.showNotification = async (title, options) => asked.push({ title, ...options })`);
  const session = await context.newCDPSession(page);
  const registrationId = await new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first) resolve(first.registrationId);
    });
    void session.send('ServiceWorker.enable');
  });
  const push = (data: string) =>
    session.send('ServiceWorker.deliverPushMessage', { origin: served.url, registrationId, data });
  const message = {
    id: 'n-1',
    title: 'Out for delivery',
    body: 'Today',
    lang: 'en',
    dir: 'ltr',
    tag: 't',
    at_ms: 1,
  };
  await push(JSON.stringify({ ...message, page: '/orders/i-2', link: '/o/x' }));
  await push('nonsense');
  await until('both are shown', async () => (await worker!.evaluate<number>('asked.length')) === 2);
  expect(await worker!.evaluate('asked')).toMatchObject([
    { title: 'Out for delivery', body: 'Today', lang: 'en', tag: 't', timestamp: 1, renotify: true },
    { title: 'Harbour Books', data: { link: '/start' } },
  ]);
  await context.close();
});
