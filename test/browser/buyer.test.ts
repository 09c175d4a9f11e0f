import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveShop, type TestShop, testShop } from '../support/shop.ts';
import { place, scan, shop as wishes } from '../support/stories.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let browser: Browser;
let shop: TestShop;
let served: Awaited<ReturnType<typeof serveShop>>;

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), testShop()]);
  served = await serveShop(shop.app);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.close()]);
  await shop.close();
});

/** The order of the issue: two books, one on its way, the other late. */
async function orderTwoBooks(number: string): Promise<void> {
  const lines = [
    { id: '1', title: 'First book', unit_price: 1999, quantity: 1 },
    { id: '2', title: 'Second book', unit_price: 2999, quantity: 1 },
  ];
  const { ledger } = shop.deps;
  await ledger.execute(place({ number, lines, locale: 'pl', time_zone: 'Europe/Warsaw' }));
  await ledger.execute(wishes(number).dispatch('s-1', { 1: 1 }));
  await ledger.execute(wishes(number).scans('s-1', scan('in_transit', '2026-03-03T09:12:00Z')));
  await ledger.execute(wishes(number).promise('2026-04-01', '2026-05-10', ['2']));
}

/** A phone. */
function phone(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    baseURL: served.url,
    ...options,
  });
}

async function openOrder(page: Page, number: string): Promise<void> {
  await page.goto(`/status?number=${number}`);
  await page.getByLabel('E-mail address').fill('buyer@example.com');
  await page.getByRole('button', { name: 'Show my order' }).click();
  await page.waitForURL(`**/orders/${number}`);
}

test('a guest in Polish looks up an order', async () => {
  await orderTwoBooks('b-1');
  const context = await phone({ locale: 'pl-PL' });
  const page = await context.newPage();
  await page.goto('/status');
  await page.getByLabel('Numer zamówienia').fill(' #b-1 ');
  await page.getByLabel('Adres e-mail').fill('someone@example.com');
  await page.getByRole('button', { name: 'Pokaż zamówienie' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('Nie znaleźliśmy zamówienia');
  await page.getByLabel('Adres e-mail').fill('buyer@example.com');
  await page.getByRole('button', { name: 'Pokaż zamówienie' }).click();
  await page.waitForURL('**/orders/b-1');
  expect(await page.locator('html').getAttribute('lang')).toBe('pl');
  const headlines = await page.locator('#cards h2').allTextContents();
  expect(headlines.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
    'Dostawa najpóźniej w poniedziałek 9 marca',
    'Nowy termin: 1 kwietnia – 10 maja',
  ]);
  await context.close();
});

describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
  test('the late item is canceled in two clicks', async () => {
    const number = `b-2-${javaScriptEnabled}`;
    await orderTwoBooks(number);
    const context = await phone({ javaScriptEnabled });
    const page = await context.newPage();
    await openOrder(page, number);
    await page.goto(`/orders/${number}?locale=en`);
    await page.getByRole('link', { name: /Cancel this item, get \$29\.99 back/ }).click();
    await page.getByText('$29.99 goes back to your card.').waitFor();
    const [yes, no] = [
      page.getByRole('button', { name: 'Cancel this item' }),
      page.getByRole('button', { name: 'I will wait' }),
    ];
    const [yesBox, noBox] = [(await yes.boundingBox())!, (await no.boundingBox())!];
    expect([yesBox.width, yesBox.height]).toEqual([noBox.width, noBox.height]);
    await yes.click();
    const status = page.locator('#just-canceled');
    expect(await status.textContent()).toMatch(/Canceled: 1\s×\sSecond book\. \$29\.99 goes back/);
    expect(await page.getByRole('link', { name: /Cancel this item/ }).count()).toBe(0);
    if (javaScriptEnabled)
      expect(await status.evaluate((element) => element.ownerDocument.activeElement === element)).toBe(true);
    await context.close();
  });

  test('the link in a mail opens the order and leaves no secret in the address', async () => {
    const number = `b-3-${javaScriptEnabled}`;
    await orderTwoBooks(number);
    const context = await phone({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(shop.link(number));
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Open my order' }).click();
    await page.waitForURL(`**/orders/${number}`);
    expect(page.url()).toBe(`${served.url}/orders/${number}`);
    await context.close();
  });
});

test('an open page brings itself up to date, says so, and leaves alone what is being read', async () => {
  await orderTwoBooks('b-4');
  const context = await phone();
  const page = await context.newPage();
  await page.clock.install({ time: new Date('2026-03-05T12:00:00Z') });
  await openOrder(page, 'b-4');
  await page.goto('/orders/b-4?locale=en');
  await page.locator('#scans-s-1 summary').click();
  const late = page.locator('#waiting-1');
  await late.scrollIntoViewIfNeeded();
  await page.evaluate('scrollTo(0, document.getElementById("waiting-1").offsetTop)');
  await late.evaluate((element) => element.setAttribute('data-same', 'yes'));
  const before = await late.boundingBox();
  await shop.deps.ledger.execute(
    wishes('b-4').scans('s-1', scan('out_for_delivery', '2026-03-05T08:00:00Z')),
  );
  await page.clock.runFor(60_000);
  await page.getByText('Out for delivery, today', { exact: true }).waitFor();
  expect(await page.locator('#live').textContent()).toContain('Out for delivery, today');
  expect(await late.getAttribute('data-same')).toBe('yes');
  expect(Math.abs((await late.boundingBox())!.y - before!.y)).toBeLessThan(2);
  expect(await page.locator('#scans-s-1').getAttribute('open')).not.toBeNull();
  await context.close();
});

test('everything can be done with the keyboard alone', async () => {
  await orderTwoBooks('b-5');
  const context = await phone();
  const page = await context.newPage();
  await page.goto('/status');
  await page.locator('#number').focus();
  await page.keyboard.type('b-5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('buyer@example.com');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/orders/b-5');
  const focused = () => page.evaluate('document.activeElement.textContent') as Promise<string>;
  const tabTo = async (text: string) => {
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      if ((await focused()).includes(text)) return;
    }
    throw new Error(`no way to ${text} by Tab`);
  };
  await tabTo('Cancel this item');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/delay?line=2&answer=cancel');
  // The answer that was chosen has the focus.
  expect(await focused()).toBe('Cancel this item');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/orders/b-5?canceled=*');
  expect(await focused()).toContain('Canceled:');
  await context.close();
});

test('a page with everything it needs transfers less than 60 KB', async () => {
  await orderTwoBooks('b-6');
  const context = await phone();
  const page = await context.newPage();
  await openOrder(page, 'b-6');
  let bytes = 0;
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto('/orders/b-6', { waitUntil: 'networkidle' });
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThan(60_000);
  console.info(`the order page transfers ${bytes} bytes`);
  await context.close();
});
