import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { until } from '../outbox/line.ts';
import { copiesOn, openStreet, type Street } from '../push/street.ts';
import { scan, shop as wishes } from '../support/stories.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let street: Street;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

describe('without a network', () => {
  test('the order seen last is there, says as of when, and takes that back when the network is back', async () => {
    const context = await street.phone();
    const page = await context.newPage();
    await street.openOrder(page, 'n-1');
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
    const context = await street.phone();
    const page = await context.newPage();
    await street.openOrder(page, 'n-2');
    await street.openOrder(page, 'n-3');
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
    const context = await street.phone();
    const page = await context.newPage();
    await street.openOrder(page, 'n-4');
    await street.shop.deps.ledger.execute(
      wishes('n-4').scans('s-1', scan('out_for_delivery', new Date(street.shop.clock.now()).toISOString())),
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

describe('the list of orders', () => {
  test('is there without a network, says as of when, and leads to the orders that are kept', async () => {
    const context = await street.phone();
    const page = await context.newPage();
    await street.openOrder(page, 'l-1');
    await street.openOrder(page, 'l-2');
    await page.getByRole('link', { name: 'Orders', exact: true }).click();
    await page.waitForURL('**/orders');
    await until('there is a copy', async () => (await copiesOn(page)).includes('/orders'));
    await context.setOffline(true);
    await page.goto('/orders?q=l-1');
    expect(await page.getByText('You are offline. These are your orders as of').isVisible()).toBe(true);
    await page.locator('.listed h2 a').last().click();
    await page.waitForURL('**/orders/l-1');
    await page.goto('/status');
    await page.getByRole('link', { name: 'Your orders', exact: true }).click();
    await page.waitForURL('**/orders');
    await context.close();
  });

  test('of a customer goes with their signing out, and so does every order of theirs', async () => {
    const context = await street.phone();
    const page = await context.newPage();
    await street.openOrder(page, 'l-3');
    await street.signIn(context, 'buyer@example.com');
    await page.goto('/orders');
    await until('there is a copy', async () => (await copiesOn(page)).includes('/orders'));
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/status');
    expect(await copiesOn(page)).toEqual([]);
    await page.goto('/orders');
    await page.waitForURL('**/status');
    await context.close();
  });
});

describe('what a device keeps', () => {
  test('is ten orders and their list, and no form, no look-up, no search, no token', async () => {
    const context = await street.phone();
    const page = await context.newPage();
    const numbers = Array.from({ length: 11 }, (_, index) => `k-${String(index).padStart(2, '0')}`);
    for (const number of numbers) await street.openOrder(page, number);
    await page.goto('/orders');
    await page.goto('/orders?q=k-03');
    await page.goto('/orders/k-06/cancel?line=1');
    await page.goto('/status');
    await until('ten and the list are left', async () => (await copiesOn(page)).length === 11);
    const kept = await copiesOn(page);
    expect(kept.sort()).toEqual(['/orders', ...numbers.slice(1).map((number) => `/orders/${number}`)]);
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
    const context = await street.phone();
    const page = await context.newPage();
    await street.openOrder(page, 'g-1');
    await street.shop.database.pool.query(`update contacts set access_epoch = 2 where order_number = 'g-1'`);
    await page.reload();
    await page.waitForURL('**/status?number=g-1');
    await until('it is forgotten', async () => !(await copiesOn(page)).includes('/orders/g-1'));
    await context.close();
  });

  test('is gone with another session', async () => {
    const context = await street.phone();
    const page = await context.newPage();
    await street.openOrder(page, 'g-2');
    await context.clearCookies();
    await street.openOrder(page, 'g-3');
    await until('only that is left', async () => (await copiesOn(page)).join() === '/orders/g-3');
    await context.close();
  });

  test('is not shown once the session would be over', async () => {
    const context = await street.phone();
    const page = await context.newPage();
    await street.openOrder(page, 'g-4');
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
    const context = await street.phone();
    const page = await context.newPage();
    await street.openOrder(page, 'g-5');
    await page.getByRole('button', { name: 'Forget my orders on this device' }).click();
    await page.waitForURL('**/status');
    expect(await copiesOn(page)).toEqual([]);
    await page.goto('/orders/g-5');
    await page.waitForURL('**/status?number=g-5');
    await context.close();
  });
});
