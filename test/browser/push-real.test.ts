import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { openOutbox } from '../../src/channels/outbox/index.ts';
import { openPush, openPushServices, openVapidKeys } from '../../src/channels/push/index.ts';
import { openTeller } from '../../src/channels/teller.ts';
import { webRoutes } from '../../src/web/index.ts';
import { silent, until } from '../outbox/line.ts';
import { type Google, startGoogle } from '../push/google.ts';
import { serveShop, type TestShop, testShop } from '../support/shop.ts';
import { command, place, scan, shop as wishes } from '../support/stories.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

/** Debian's: the one from npm shows no notifications. */
const installed = '/usr/bin/chromium';
const NUMBER = 'real-1';

const missing = [
  ...(existsSync(installed) ? [] : [`no ${installed} here: apt-get install chromium`]),
  ...(canRun('openssl') ? [] : ['no openssl here']),
];

function canRun(program: string): boolean {
  try {
    execFileSync(program, ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The shop with its channel, the stand-in for Google, and a phone that may be told. */
async function openEverything() {
  const opened = new AsyncDisposableStack();
  const shop = await testShop();
  opened.defer(() => shop.close());
  shop.clock.set(Date.now());
  const google = await startGoogle();
  opened.defer(() => google.close());
  const keys = await openVapidKeys(null, { database: shop.database.pool, clock: shop.clock });
  const push = { ...shop.deps.push, public_key: keys.public_key };
  const served = await serveShop(webRoutes({ ...shop.deps, push }));
  opened.defer(() => served.close());
  const outbox = sending(shop, keys, served.url);
  opened.defer(() => outbox.close());
  const profile = await mkdtemp(join(tmpdir(), 'tidings-chromium-'));
  opened.defer(() => rm(profile, { recursive: true, force: true }));
  const context = await phone(google, profile, served.url);
  opened.defer(() => context.close());
  return { shop, google, outbox, context, url: served.url, close: () => opened.disposeAsync() };
}

function sending(shop: TestShop, keys: Awaited<ReturnType<typeof openVapidKeys>>, public_url: string) {
  const { database, clock, deps } = shop;
  const teller = openTeller({
    ...{ database: database.pool, clock, secrets: deps.secrets, orders: deps.reader as never },
    shop: { name: 'Harbour Books', public_url, mail_from: 'orders@harbour.example' },
    seller_defaults: { locale: 'en', time_zone: 'UTC' },
  });
  const push = openPush({
    ...{ database: database.pool, clock, log: silent, secrets: deps.secrets, teller, keys, inbox: null },
    subject: 'mailto:orders@harbour.example',
    services: openPushServices({ private_hosts: true }),
  });
  return openOutbox({
    database: database.pool,
    clock,
    log: silent,
    channels: [push],
    limits: { poll_ms: 50 },
  });
}

async function phone(google: Google, profile: string, baseURL: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    ...{ executablePath: installed, baseURL, viewport: { width: 390, height: 844 }, locale: 'pl-PL' },
    args: google.args,
    ignoreDefaultArgs: ['--disable-background-networking'],
  });
  await context.grantPermissions(['notifications'], { origin: baseURL });
  return context;
}

async function openOrder(page: Page): Promise<void> {
  await page.goto(`/status?number=${NUMBER}`);
  await page.locator('#email').fill('buyer@example.com');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/orders/${NUMBER}`);
}

/** What is shown on the phone at this moment. */
function shownOn(page: Page): Promise<{ title: string; body: string; lang: string; tag: string }[]> {
  return page.evaluate(`navigator.serviceWorker.ready
    .then((registration) => registration.getNotifications())
    .then((shown) => shown.map(({ title, body, lang, tag }) => ({ title, body, lang, tag })))`);
}

async function happens(shop: TestShop, stage: 'out_for_delivery' | 'delivered') {
  const at = new Date(shop.clock.now()).toISOString();
  const scans = [scan(stage, at)];
  await shop.deps.ledger.execute(command('RecordScans', NUMBER, { shipment: 's-1', scans }, at));
}

test.skipIf(missing.length > 0)(
  `a real browser is told, from the click to the notification${missing.map((why) => ` (skipped: ${why})`)}`,
  async () => {
    const { shop, google, outbox, context, close } = await openEverything();
    const placed = { number: NUMBER, customer: null, locale: 'pl', time_zone: 'Europe/Warsaw' };
    await shop.deps.ledger.execute(place(placed));
    await shop.deps.ledger.execute(wishes(NUMBER).dispatch('s-1', { 1: 3, 2: 1 }));
    const page = await context.newPage();
    await openOrder(page);

    await page.getByRole('button', { name: 'Powiadamiaj mnie na tym urządzeniu' }).click();
    await page.getByText('Wiadomości o tym zamówieniu będą przychodzić na to urządzenie.').waitFor();
    const pool = shop.database.pool;
    const { rows } = await pool.query('select endpoint, browser from push_devices');
    expect(rows).toEqual([
      { endpoint: expect.stringMatching(/^https:\/\/[\w.]+\.google(apis)?\.com\//), browser: 'Chrome' },
    ]);
    // Nothing but the address is other than in the world.
    await pool.query(`update push_devices set endpoint = regexp_replace(endpoint, '^https://[^/]+', $1)`, [
      google.url,
    ]);

    await happens(shop, 'out_for_delivery');
    outbox.wake();
    await until('the phone shows it', async () => (await shownOn(page)).length > 0);
    const [shown] = await shownOn(page);
    expect(shown).toMatchObject({ title: expect.stringMatching(/w doręczeniu/i), lang: 'pl' });
    expect(google.posted).toHaveLength(1);
    expect(google.posted[0]!.headers).toMatchObject({
      ...{ 'content-encoding': 'aes128gcm', urgency: 'high', topic: shown!.tag },
      authorization: expect.stringMatching(/^vapid t=/),
    });

    shop.clock.advance(60_000);
    await happens(shop, 'delivered');
    outbox.wake();
    await until('the phone shows the newer state', async () =>
      (await shownOn(page)).some(({ title }) => title !== shown!.title),
    );
    expect(await shownOn(page)).toEqual([
      expect.objectContaining({ title: expect.stringMatching(/dostarcz/i), tag: shown!.tag }),
    ]);

    await page.reload();
    await page.getByRole('button', { name: 'Nie powiadamiaj mnie na tym urządzeniu' }).click();
    await page.getByRole('button', { name: 'Powiadamiaj mnie na tym urządzeniu' }).waitFor();
    await close();
  },
);
