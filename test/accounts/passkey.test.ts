import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { invite } from '../../src/modules/accounts/index.ts';
import { webRoutes } from '../../src/web/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveShop, type TestShop, testShop } from '../support/shop.ts';
import { mailedCode } from './mailed.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let shop: TestShop;
let browser: Browser;
let served: { url: string; close(): Promise<void> };
/** A passkey belongs to a name, so the shop has one. */
let home: string;

beforeAll(async () => {
  let app: TestShop['app'] | null = null;
  served = await serveShop({
    fetch: (...request: Parameters<TestShop['app']['fetch']>) => app!.fetch(...request),
  });
  home = served.url.replace('127.0.0.1', 'localhost');
  shop = await testShop({ public_url: home });
  shop.clock.set(Date.now());
  app = webRoutes({ ...shop.deps, config: { ...shop.deps.config, lookupLimit: 1_000 } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await shop.close();
});

/** A browser with an authenticator that has what `verifies` says: a finger to ask for, or none. */
async function device(verifies: boolean): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: verifies, isUserVerified: verifies, automaticPresenceSimulation: true },
    },
  });
  return { context, page };
}

const whoIs = async (realm: 'customer' | 'staff', context: BrowserContext) => {
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  return shop.deps.accounts.whoIs(realm, cookies);
};

test('a buyer adds a passkey, signs out, and comes in again without a mail', async () => {
  const { context, page } = await device(true);
  const email = 'buyer@example.com';
  await shop.deps.database.query(
    "insert into customer_accounts (id, name, email, email_verified) values ('a-1', '', $1, true)",
    [email],
  );
  await page.goto(`${home}/sign-in?back=/account`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code').fill(await mailedCode(shop, email));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${home}/account`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('button', { name: 'Remove' }).waitFor();
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await page.waitForURL(`${home}/sign-in`);
  expect(await whoIs('customer', context)).toBeNull();

  await page.goto(`${home}/sign-in?back=/account`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${home}/account`);
  expect(await whoIs('customer', context)).toMatchObject({ email, proof: 'passkey' });
  expect(await whoIs('staff', context)).toBeNull();

  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Add a passkey').waitFor();
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('No passkey was used').waitFor();
  expect(await whoIs('customer', context)).toBeNull();
  await context.close();
});

async function accept(page: Page, email: string): Promise<void> {
  const wish = { kind: 'operator' as const, email, seller: null, role: 'owner' as const };
  const { token } = await invite(shop.deps.database, wish, shop.clock.now());
  await page.goto(`${home}/invitation/${token}`);
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL(`${home}/operator/account`);
}

test('an operator comes in by a passkey that asks who holds it, and it is the second step too', async () => {
  const { context, page } = await device(true);
  await accept(page, 'op@shop.example');
  expect(await whoIs('staff', context)).toMatchObject({ complete: false });
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('link', { name: 'Go to your desk' }).waitFor();
  expect(await whoIs('staff', context)).toMatchObject({ complete: true, proof: 'passkey' });

  const before = (await whoIs('staff', context))!.session;
  await page.goto(`${home}/operator/confirm?back=/operator/account`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${home}/operator/account`);
  const { session } = (await whoIs('staff', context))!;
  expect(session).not.toBe(before);
  const { rows } = await shop.deps.database.query('select id from staff_sessions where id = $1', [before]);
  expect(rows).toEqual([]);
  await context.close();
});

test('a device that cannot tell who holds it is refused at a desk', async () => {
  const { context, page } = await device(false);
  await accept(page, 'weak@shop.example');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('No passkey was added').waitFor();
  expect(await whoIs('staff', context)).toMatchObject({ complete: false });
  await context.close();
});

test('where the address is digits there is no button, and the page works without', async () => {
  const page = await browser.newPage();
  await page.goto(`${served.url}/sign-in`);
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Send me a code' }).isVisible()).toBe(true);
  await page.close();
});
