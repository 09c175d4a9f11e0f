import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderExamples } from '../../src/channels/email/render/index.ts';
import { launchBrowser } from '../support/browser.ts';

const mails = renderExamples();
/** Every kind of section, every tone and every language; all the mails come out of one template. */
const shown: Record<string, string> = {
  order_confirmed: 'zh-Hans',
  promise_revised: 'pl',
  lines_canceled: 'ru',
  order_received: 'en',
};
const samples = mails.filter(({ type, locale }) => shown[type] === locale);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
}, 60_000);
afterAll(() => browser?.close());

test.each(
  samples.flatMap(({ type, email }) =>
    (['light', 'dark'] as const).map((scheme) => [type, scheme, email] as const),
  ),
)(
  '%s in %s: axe finds nothing',
  async (_type, colorScheme, { html }) => {
    await page.emulateMedia({ colorScheme });
    await page.setContent(html);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => ({ id, html: nodes[0]?.html }))).toEqual([]);
  },
  30_000,
);

test('no phone has to scroll sideways, and a finger finds every button', async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const { type, locale, email } of mails) {
    await page.setContent(email.html);
    const measured = await page.evaluate(`({
      width: document.documentElement.scrollWidth,
      lowest: Math.min(...[...document.links].map((link) => link.getBoundingClientRect().height)),
    })`);
    const { width, lowest } = measured as { width: number; lowest: number };
    expect({ type, locale, fits: width <= 320, high: lowest >= 44 }).toEqual({
      type,
      locale,
      fits: true,
      high: true,
    });
  }
}, 30_000);
