import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../test/support/browser.ts';

/**
 * Makes public/icon-192.png and icon-512.png of public/icon.svg: the sign in white on the theme's color, filling its
 * square and small enough in it to be cut to any shape ("maskable"). Run it after changing the icon:
 * `node scripts/icons.ts`.
 */
const folder = join(import.meta.dirname, '../public');
const sign = (await readFile(join(folder, 'icon.svg'), 'utf8')).replace(/<style>.*<\/style>/, '');
const ground = '#0b6b4f';
/** Of the side. What lies outside the middle 80 % of a maskable icon may be cut away. */
const sign_size = '56%';

const browser = await launchBrowser();
for (const size of [192, 512]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>
    body { margin: 0; height: 100vh; display: grid; place-items: center; background: ${ground} }
    svg { width: ${sign_size} } path { fill: none; stroke: #fff; stroke-width: 2.2; stroke-linejoin: round; stroke-linecap: round }
  </style>${sign}`);
  await page.screenshot({ path: join(folder, `icon-${size}.png`) });
  await page.close();
}
await browser.close();
