import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { makeDataDir, removeDataDir, startTidings } from '../../support/tidings.ts';
import { openShop, type SeedShop } from './shop.ts';

/** A shop on the product as `npm start` starts it, embedded database and all. */
async function openSeedShop(): Promise<SeedShop> {
  const data_dir = await makeDataDir();
  return openShop(async (env) => {
    const tidings = await startTidings(data_dir, { env });
    const end = async () => {
      await tidings.end('SIGTERM');
      await removeDataDir(data_dir);
    };
    return { url: tidings.url, end };
  });
}

/** A browser and such a shop for all tests of a file. */
export function seedStage(): { browser: Browser; shop: SeedShop } {
  vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
  const stage = {} as { browser: Browser; shop: SeedShop };
  beforeAll(async () => {
    [stage.browser, stage.shop] = await Promise.all([launchBrowser(), openSeedShop()]);
  });
  afterAll(async () => {
    await Promise.all([stage.browser?.close(), stage.shop?.close()]);
  });
  return stage;
}
