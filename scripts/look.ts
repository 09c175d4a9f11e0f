import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { LOCALES } from '../src/lib/words.ts';
import { EXAMPLES } from '../src/web/buyer/examples.ts';
import { gallery } from '../src/web/buyer/gallery.ts';
import { launchBrowser } from '../test/support/browser.ts';
import { newPageForPictures, showChinese } from '../test/support/chinese.ts';
import { serveShop } from '../test/support/shop.ts';

/**
 * Takes pictures of every state of the order page at three widths, light and dark, in every language, to be looked at
 * after a change: `npm run look [state ...]`. `npm run look readme` makes docs/order-page.png anew.
 */
const widths = [390, 768, 1280];
const schemes = ['light', 'dark'] as const;
const folder = join(tmpdir(), 'tidings-look');

const asked = process.argv.slice(2);
const served = await serveShop(gallery());
const browser = await launchBrowser();
await mkdir(folder, { recursive: true });
if (asked[0] === 'readme') await pictureForReadme(browser);
else for (const name of asked.length > 0 ? asked : Object.keys(EXAMPLES)) await picturesOf(browser, name);
await browser.close();
await served.close();
process.stdout.write(`${asked[0] === 'readme' ? 'docs/order-page.png' : folder}\n`);

async function picturesOf(browser: Browser, name: string): Promise<void> {
  for (const width of widths) {
    for (const colorScheme of schemes) {
      for (const locale of LOCALES) {
        const path = join(folder, `${name}-${locale}-${width}-${colorScheme}.png`);
        await picture(browser, { name, locale, width, height: 844, colorScheme, path, fullPage: true });
      }
    }
  }
}

interface Wanted {
  name: string;
  locale: string;
  width: number;
  height: number;
  colorScheme: 'light' | 'dark';
  path?: string;
  fullPage: boolean;
}

async function picture(browser: Browser, wanted: Wanted): Promise<Buffer> {
  const { name, locale, width, height, colorScheme, path, fullPage } = wanted;
  const page = await newPageForPictures(browser, {
    viewport: { width, height },
    colorScheme,
    deviceScaleFactor: path ? 1 : 2,
  });
  await page.goto(`${served.url}/examples/${name}?locale=${locale}`);
  if (locale.startsWith('zh')) await showChinese(page);
  const taken = await page.screenshot({ fullPage, ...(path ? { path } : {}) });
  await page.close();
  return taken;
}

/** A desk and two phones side by side, light and dark. */
async function pictureForReadme(browser: Browser): Promise<void> {
  const base = { name: 'books', height: 1040, fullPage: false, colorScheme: 'light' } as const;
  const pictures = [
    await picture(browser, { ...base, locale: 'en', width: 1120 }),
    await picture(browser, { ...base, locale: 'pl', width: 390 }),
    await picture(browser, { ...base, locale: 'en', width: 390, colorScheme: 'dark' }),
  ];
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const images = pictures.map((taken) => `<img src="data:image/png;base64,${taken.toString('base64')}">`);
  const style =
    'body{margin:0;padding:24px;display:flex;gap:24px;background:#d9d7d1}img{height:672px;border-radius:12px}';
  await page.setContent(`<style>${style}</style>${images.join('')}`);
  await page.setViewportSize({
    width: (await page.evaluate<number>('document.body.scrollWidth')) + 24,
    height: 720,
  });
  await page.screenshot({ path: join(import.meta.dirname, '../docs/order-page.png') });
  await page.close();
}
