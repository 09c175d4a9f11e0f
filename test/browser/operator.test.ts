import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInbox } from '../../src/channels/email/index.ts';
import { renderStory } from '../../src/channels/email/render/examples.ts';
import { openSmsInbox } from '../../src/channels/sms/index.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { markAway, readSwitch } from '../../src/modules/notifications/deliveries/index.ts';
import { typeNamed } from '../../src/modules/notifications/index.ts';
import { NOON, numbers, plan } from '../outbox/line.ts';
import { launchBrowser } from '../support/browser.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { operatorApp } from '../web/operator-app.ts';

let database: TestDatabase;
let server: ServerType;
let browser: Browser;
let url: string;
const clock = fixedClock(NOON);

beforeAll(async () => {
  database = await testDatabase();
  server = serve({ fetch: operatorApp(database.pool, clock).fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
  await fillLine();
  await fillInbox();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
  await database?.close();
});

async function fillLine(): Promise<void> {
  await plan(
    database.pool,
    numbers('114-3941689-8772232', 40).map((number) => ({ number })),
  );
  await plan(
    database.pool,
    numbers('late', 3).map((number) => ({ number, type: 'promise_revised', importance: 2 })),
  );
  await database.pool.query(
    `update deliveries set status = 'failed', attempts = 1,
       last_error = '550 5.1.1 <***> Recipient address rejected: User unknown in virtual mailbox table (RCPT TO)'
     where subject_key like '%-1' or subject_key like '%-2'`,
  );
  const now_ms = clock.now();
  await markAway(database.pool, {
    ...{ channel: 'email', now_ms, next_try_at_ms: now_ms + 20_000, failures: 5 },
    reason: 'connection_refused (ESOCKET)',
  });
}

async function fillInbox(): Promise<void> {
  const inbox = openInbox({ database: database.pool, clock, from: 'Shop <shop@tidings.invalid>' });
  for (const type of ['order_confirmed', 'shipment_dispatched']) {
    const { thread, ...mail } = renderStory(type, typeNamed(type).example);
    await inbox.deliver(
      {
        ...mail,
        ...{ to: 'ann.buyer@shop.invalid', headers: thread.headers, message_id: thread.message_id },
        about: { subject_key: 'order:1', order_number: '114-3941689-8772232', type },
      },
      new AbortController().signal,
    );
  }
  await fillTexts();
}

async function fillTexts(): Promise<void> {
  const inbox = openSmsInbox({ database: database.pool, clock, from: 'Altenberg' });
  const link = 'https://orders.shop.invalid/o/1.3s1wCqFEyPXv5lB1o9GDfjxJDrC5yYpZ8VQz2nQf0aXk';
  const bodies = [
    `Altenberg: Out for delivery Tuesday 22 July: Second book. ${link} STOP ends texts.`,
    `Altenberg: Доставка, דרך, 👩‍💻 ${'书'.repeat(60)}. ${link}`,
  ];
  for (const [index, body] of bodies.entries()) {
    const about = { subject_key: 'order:1', order_number: '114-3941689-8772232' };
    await inbox.deliver(
      {
        ...{ to: '+48600100200', body, message_id: `sms-${index}`, again: false },
        about: { ...about, type: 'shipment_out_for_delivery', subject: 'Out for delivery: Second book' },
      },
      new AbortController().signal,
    );
  }
}

async function open(path: string, options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(url + path);
  return page;
}

const pages = [
  '/operator/deliveries',
  '/operator/deliveries?locale=pl',
  '/dev/inbox',
  '/dev/inbox/1',
  '/dev/inbox/3',
  '/dev/inbox/4?locale=pl',
];
const looks = [
  { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
] as const;

test.each(pages.flatMap((path) => looks.map((look) => ({ path, look }))))(
  '$path at $look.viewport.width px: axe finds nothing, nothing runs out of the page',
  async ({ path, look }) => {
    const page = await open(path, look);
    // What is inside the frame is the mail's own; its tests are beside it.
    const found = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze();
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    const [scroll, width] = (await page.evaluate(
      '[document.documentElement.scrollWidth, innerWidth]',
    )) as number[];
    expect(scroll).toBeLessThanOrEqual(width!);
    if (process.env.PICTURES) {
      await page.screenshot({
        path: `${process.env.PICTURES}/${path.replace(/\W/g, '_')}-${width}.png`,
        fullPage: true,
      });
    }
    await page.context().close();
  },
);

test('without scripts the line is paused and resumed', async () => {
  const page = await open('/operator/deliveries', { javaScriptEnabled: false });
  await page.getByRole('button', { name: 'Pause sending: E-mail' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/sending is paused since/);
  await page.getByRole('button', { name: 'Resume sending: E-mail' }).click();
  expect((await readSwitch(database.pool, 'email'))!.paused_at).toBeNull();
  await page.context().close();
});

test('a mail is shown in its frame; its links lead out of it', async () => {
  const page = await open('/dev/inbox', {});
  await page.getByRole('link').filter({ hasText: 'Order confirmed' }).first().click();
  const frame = page.frameLocator('iframe');
  const link = frame.getByRole('link').first();
  await link.waitFor();
  expect(await frame.locator('base').getAttribute('target')).toBe('_blank');
  await page.context().close();
});

test('a text is a bubble with its link and its price in segments', async () => {
  const page = await open('/dev/inbox', {});
  expect(await page.getByText('Text message · +48600100200').count()).toBe(2);
  await page.getByRole('link', { name: 'Out for delivery' }).last().click();
  const bubble = page.locator('p[dir=auto]');
  expect(await bubble.innerText()).toMatch(/^Altenberg: Out for delivery .* STOP ends texts\.$/);
  expect(await bubble.getByRole('link').getAttribute('href')).toMatch(
    /^https:\/\/orders\.shop\.invalid\/o\/1\.\w+$/,
  );
  expect(await page.getByText('1 segment, GSM alphabet').count()).toBe(1);
  await page.context().close();
});
