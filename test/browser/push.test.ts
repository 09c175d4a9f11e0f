import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { until } from '../outbox/line.ts';
import { openStreet, type Street } from '../push/street.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let street: Street;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

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
    const context = await street.phone(options);
    const page = await context.newPage();
    await page.addInitScript(script);
    await street.openOrder(page, number);
    await page.locator('#device').waitFor();
    return { context, page };
  }

  async function devicesOf(number: string): Promise<number> {
    const { rows } = await street.shop.database.pool.query('select from push_devices where person = $1', [
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
    const none = await street.phone();
    const page = await none.newPage();
    await page.addInitScript('delete window.PushManager');
    await street.openOrder(page, 'b-4');
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
      `${subscribing('granted', 'granted')}; PushManager.prototype.subscribe({ applicationServerKey: '${street.shop.deps.push.public_key}' });`,
    );
    await again.goto('/orders/b-6');
    await again.getByRole('button', { name: 'Stop telling me on this device' }).waitFor();
    await street.shop.database.pool.query(`delete from push_devices where person = 'order:b-6'`);
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
  const context = await street.phone();
  const page = await context.newPage();
  await street.openOrder(page, 'i-1');
  const session = await context.newCDPSession(page);
  expect((await session.send('Page.getAppManifest')).errors).toEqual([]);
  expect((await session.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
  await context.close();
});

test('a push that arrives is shown, as far as this browser shows anything, whatever is in it', async () => {
  const context = await street.phone({ permissions: ['notifications'] });
  const page = await context.newPage();
  await street.openOrder(page, 'i-2');
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
    session.send('ServiceWorker.deliverPushMessage', { origin: street.url, registrationId, data });
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
