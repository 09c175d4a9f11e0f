import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { Person } from '../../support/person.ts';
import { openSeedShop } from '../seeds/open.ts';
import type { SeedShop } from '../seeds/shop.ts';
import { emailOf } from './task.ts';
import { TASKS } from './tasks.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let browser: Browser;
let shop: SeedShop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), openSeedShop()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), shop.close()]);
});

test.each(TASKS.map((task, index) => [task.name, task, `T-${index + 1}`] as const))(
  '%s',
  async (_name, task, number) => {
    await task.prepare(shop, number);
    const person = await Person.withPhone(browser);
    person.page.setDefaultTimeout(20_000);
    person.begin();
    await task.perform(person, shop, { number, email: emailOf(number) });
    expect(person.clicks).toBeLessThanOrEqual(task.clicks_max);
    expect(person.seconds).toBeLessThan(60);
    await task.done?.(shop, number);
    await person.close();
  },
);
