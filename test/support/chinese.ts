import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

const styles = createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc');
/** An address nobody has (RFC 2606): asked for nowhere, answered from the package. */
const origin = 'http://fonts.invalid/';

/** A page that can be given a font: its own policy would refuse one from elsewhere. */
export function newPageForPictures(
  browser: Browser,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<Page> {
  return browser.newPage({ ...options, bypassCSP: true });
}

/**
 * Shows Chinese on a page made by `newPageForPictures`, for pictures alone: the browser from npm has no font for it,
 * and machines that build have none either. A real reader's system has.
 */
export async function showChinese(page: Page): Promise<void> {
  await page.route(`${origin}**`, async (route) => {
    const body = await readFile(join(dirname(styles), 'files', basename(route.request().url())));
    await route.fulfill({ body, contentType: 'font/woff2', headers: { 'Access-Control-Allow-Origin': '*' } });
  });
  const faces = (await readFile(styles, 'utf8')).split(/(?=\/\*)/);
  // The numbered ones are the Chinese characters; nothing else shall look different.
  const content = faces
    .filter((face) => /^\/\* noto-sans-sc-\[\d+\]/.test(face))
    .join('')
    // A name our styles already ask for.
    .replaceAll("'Noto Sans SC Variable'", "'Segoe UI'")
    .replaceAll('url(./files/', `url(${origin}`);
  await page.addStyleTag({ content });
  await page.evaluate(`Promise.all(
    ['400', '600', '700'].map((weight) => document.fonts.load(weight + ' 16px "Segoe UI"', document.body.innerText)),
  ).then(() => null)`);
  // Chromium keeps the shapes of words it drew without the font, until their style changes.
  await page.addStyleTag({ content: 'body, body * { font-kerning: none }' });
}
