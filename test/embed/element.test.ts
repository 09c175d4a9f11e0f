import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { makeDataDir, removeDataDir, startTidings, type Tidings } from '../support/tidings.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** A shop's page at another address than ours, as strict as a page can be that has the element on it. */
let store: Server;
let store_url: string;
let tidings: Tidings;
let data_dir: string;
let browser: Browser;
let content = '';

beforeAll(async () => {
  store = createServer((_, response) => {
    const policy = `default-src 'none'; script-src ${tidings.url}; connect-src ${tidings.url}; img-src ${tidings.url}`;
    const headers = { 'content-type': 'text/html', 'content-security-policy': policy };
    response.writeHead(200, headers).end(`<!doctype html><html lang="en"><title>A shop</title><main>
      <h1>A shop</h1><script type="module" src="${tidings.url}/embed/tidings-order-status.js"></script>${content}</main>`);
  });
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
  store_url = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
  data_dir = await makeDataDir();
  const env = { DEMO: '1', EMBED_ORIGINS: store_url, API_KEY: 'key-of-the-embedding-shop' };
  [browser, tidings] = await Promise.all([launchBrowser(), startTidings(data_dir, { env })]);
});
afterAll(async () => {
  store.close();
  store.closeAllConnections();
  await Promise.all([browser.close(), tidings.end('SIGTERM')]);
  await removeDataDir(data_dir);
});

const order = 'HB-1001';

async function open(html: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  content = html;
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  const page = await context.newPage();
  await page.goto(store_url);
  return page;
}

async function tokenOf(number: string): Promise<string> {
  const response = await fetch(`${tidings.url}/v1/orders/${number}/status-tokens`, {
    method: 'POST',
    headers: { authorization: 'Bearer key-of-the-embedding-shop' },
  });
  return ((await response.json()) as { token: string }).token;
}

const element = '<tidings-order-status></tidings-order-status>';

describe('a guest on the page of a shop', () => {
  test('types a number and an address, and is shown when it comes', async () => {
    const page = await open(element);
    await page.getByLabel('Order number').fill(order);
    await page.getByLabel('E-mail address').fill('ann@example.com');
    await page.getByRole('button', { name: 'Show my order' }).click();
    await page.getByRole('heading', { name: `Order ${order}` }).waitFor();
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(2);
    await page.getByText('1 × Twenty Thousand Leagues Under the Seas').waitFor();
    await page.getByText('1Z5R89390357567127').waitFor();
    expect(
      await page.getByRole('link', { name: 'See everything about this order' }).getAttribute('href'),
    ).toBe(`${tidings.url}/status?number=${order}`);
    expect(
      await page.evaluate(`document.querySelector('tidings-order-status').shadowRoot.activeElement.tagName`),
    ).toBe('H2');
    expect(await page.context().cookies()).toEqual([]);
    await page.getByRole('button', { name: 'Look up another order' }).click();
    await page.getByLabel('Order number').waitFor();
    await page.context().close();
  });

  test('is told what was wrong, and keeps what was typed', async () => {
    const page = await open(element);
    await page.getByLabel('Order number').fill('<img src=x>');
    await page.getByLabel('E-mail address').fill('nobody@example.com');
    await page.getByRole('button').click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('We found no order');
    expect(await page.getByLabel('Order number').inputValue()).toBe('<img src=x>');
    await page.context().close();
  });

  test('reads the language of the page', async () => {
    const page = await open(`<div lang="pl-PL">${element}</div>`);
    await page.getByLabel('Numer zamówienia').waitFor();
    await page.context().close();
  });
});

describe('somebody the shop knows', () => {
  test('sees their order at once, and nothing when the token is no good', async () => {
    const page = await open(
      `<tidings-order-status token="${await tokenOf(order)}" locale="zh-CN"></tidings-order-status>`,
    );
    const headline = await page.getByRole('heading', { level: 3 }).first().textContent();
    expect(headline).toMatch(/\p{Script=Han}/u);
    await page.evaluate(`new Promise((resolve) => {
      const shown = document.querySelector('tidings-order-status');
      shown.addEventListener('tidings-token-expired', resolve);
      shown.setAttribute('token', 'none.of.ours');
    })`);
    await page.context().close();
  });

  test('on the demonstration page, whose script is what its hash says', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const mistakes: string[] = [];
    page.on('console', (message) => message.type() === 'error' && mistakes.push(message.text()));
    await page.goto(`${tidings.url}/embed/`);
    await page.getByRole('heading', { name: `Order ${order}` }).waitFor();
    expect(mistakes).toEqual([]);
    await context.close();
  });
});

test('a page of a shop that was not named gets nothing', async () => {
  const page = await open(element);
  await page.goto(store_url.replace('127.0.0.1', 'localhost'));
  await page.getByLabel('Order number').fill(order);
  await page.getByLabel('E-mail address').fill('ann@example.com');
  await page.getByRole('button').click();
  await page.getByRole('alert').waitFor();
  await page.context().close();
});

describe('axe finds nothing, and nothing sticks out', () => {
  test.each([
    [390, 'light', 'pl'],
    [1280, 'dark', 'zh-Hans'],
  ] as const)('%i px, %s, %s', async (width, colorScheme, locale) => {
    const themed = `<meta name="color-scheme" content="light dark">${element}`;
    const shown = `<tidings-order-status token="${await tokenOf(order)}" locale="${locale}"></tidings-order-status>`;
    const page = await open(themed + shown, { viewport: { width, height: 900 }, colorScheme });
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    // axe takes every page without a background for white.
    await page.evaluate(`document.body.style.background = 'Canvas'`);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    const misfits = await page.evaluate(`({
      too_wide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
      too_small: [...document.querySelectorAll('tidings-order-status')]
        .flatMap((shown) => [...shown.shadowRoot.querySelectorAll('a, button, input')])
        .filter((target) => target.getBoundingClientRect().height < 44).length,
    })`);
    expect(misfits).toEqual({ too_wide: 0, too_small: 0 });
    await page.context().close();
  });
});
