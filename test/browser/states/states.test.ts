import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningProduct, runProduct } from '../../privacy/product.ts';
import { launchBrowser } from '../../support/browser.ts';
import { serveShop } from '../../support/shop.ts';
import { faultsOf } from './faults.ts';
import { placeOrders } from './orders.ts';
import { Reader } from './reader.ts';
import { type Stage, WALKS } from './walks/index.ts';

/**
 * Every page that is not there for the asking: what follows a form, what is refused, what is over, what is asked once
 * more. In Russian: its words are long, and one that was forgotten in English shows. The languages of `LOOK_IN` instead,
 * with `LOOK=<folder>` for pictures: `LOOK=/tmp/states LOOK_IN=pl,zh-Hans vitest run test/browser/states`.
 */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const networks = Array.from({ length: 250 }, (_, index) => `198.51.100.${index + 1}`);

describe.each((process.env.LOOK_IN ?? 'ru').split(','))('in %s', (locale) => {
  let running: RunningProduct;
  let served: Awaited<ReturnType<typeof serveShop>>;
  let stage: Stage;
  const titles: { title: string; name: string }[] = [];

  beforeAll(async () => {
    running = await runProduct({
      ...{ ROLE: 'web', SHOP_NAME: 'Βιβλία', MAIL_FROM: 'Βιβλία <orders@example.com>', TRUST_PROXY: '1' },
      ...{ LOOKUP_LIMIT: '10', LISTING_URL: 'https://shop.example/{sku}', SHOP_TIME_ZONE: 'Europe/Warsaw' },
    });
    // better-auth reads the system's clock: ours must show the same.
    running.clock.set(Date.now());
    stage = { running, cases: await placeOrders(running, locale) };
    served = await serveShop(running.product as never);
  });
  afterAll(async () => {
    await served?.close();
    await running?.close();
  });

  test.each(WALKS)('$who', async ({ states }) => {
    const { url } = served;
    const reader = await Reader.open(browser, { locale, url, network: networks.pop()! });
    const wrong: object[] = [];
    for (const { name, status = 200, reach } of states) {
      await reach(reader, stage);
      await reader.picture(`${name}-${locale}`);
      const faults = await faultsOf(reader.page, locale);
      if (reader.status !== status) faults.unshift(`answered ${reader.status}, not ${status}`);
      if (faults.length > 0) wrong.push({ name, faults });
      if (status < 400) titles.push({ title: await reader.page.title(), name });
    }
    await reader.close();
    expect(wrong).toEqual([]);
  });

  test('a title is of one page, or of pages of one kind', () => {
    const words = (name: string) => new Set(name.split('-'));
    const same = titles.flatMap((one, index) =>
      titles
        .slice(0, index)
        .filter(({ title, name }) => title === one.title && words(name).isDisjointFrom(words(one.name)))
        .map(({ title, name }) => `${name} and ${one.name}: ${title}`),
    );
    expect(same).toEqual([]);
  });
});
