import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** All that is wrong with the page that is shown; nothing, when nothing is. */
export async function faultsOf(page: Page, locale: string): Promise<string[]> {
  await inColors(page, 'light');
  const found = [...(await foundByAxe(page)), ...((await page.evaluate(looking(locale))) as string[])];
  return (await isDressedAnew(page)) ? [...found, ...(await foundInTheDark(page))] : found;
}

/** Elements by their classes and those around them: what has been seen in the dark has the same colors there again. */
const seen = new Set<string>();

async function isDressedAnew(page: Page): Promise<boolean> {
  const dresses = (await page.evaluate(`[...document.body.querySelectorAll('*')].map((element) =>
    [element.parentElement.parentElement, element.parentElement, element]
      .map(({ tagName, className }) => tagName + '.' + className).join('>'))`)) as string[];
  const fresh = dresses.filter((dress) => !seen.has(dress));
  for (const dress of fresh) seen.add(dress);
  return fresh.length > 0;
}

async function foundByAxe(page: Page): Promise<string[]> {
  // In this page: opening another for each report takes twice as long. What is in a frame is not ours.
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude('iframe').withTags(tags);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`));
}

/** Colors that were changing have come to their end. */
async function inColors(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(`new Promise(requestAnimationFrame).then(() => {
    for (const changing of document.getAnimations()) changing.finish();
  })`);
}

/** What is not a color is the same in the dark. Axe is in the page from the light. */
async function foundInTheDark(page: Page): Promise<string[]> {
  await inColors(page, 'dark');
  const only = `{ runOnly: ['color-contrast'] }`;
  return page.evaluate(`axe.run({ exclude: [['iframe']] }, ${only}).then(({ violations }) =>
    violations.flatMap(({ nodes }) => nodes.map(({ html }) => 'too pale in the dark: ' + html.slice(0, 140))))`);
}

/**
 * Names that are the same in every language, and what programs are told with. Everything else in Latin letters on a
 * page in Russian or Chinese was forgotten in English: what these tests write themselves is Greek.
 */
const international =
  /\b(?:UPS|SMS|Push|JSON|HTML|PDF|QR|UTC|GMT|USD|EUR|Tidings|Face ID|Touch ID|Windows Hello|Chrome|Chromium|Linux|HeadlessChrome|Europe\/Warsaw|FV|WCAG|API|DKIM|STOP)\b/g;

function looking(locale: string): string {
  return `((locale, international) => {
    const faults = [];
    const html = document.documentElement;
    if (html.lang !== locale) faults.push('lang is ' + html.lang);
    const headings = document.querySelectorAll('h1').length;
    if (headings !== 1) faults.push(headings + ' first headings');
    if (html.scrollWidth > innerWidth) faults.push(html.scrollWidth - innerWidth + ' px too wide');
    const targets = 'main a, main button, main summary, main select, main textarea, main input:not([type=hidden])';
    for (const target of document.querySelectorAll(targets)) {
      // A link inside a sentence, and a box whose label is the target, need no room of their own.
      const inside = target.closest('p:not(.actions, .invoice, .foot), label, h2') ?? (target.parentElement.tagName === 'LI' && target.parentElement.textContent !== target.textContent);
      if (!target.offsetParent || (inside && target.tagName === 'A') || target.closest('label')) continue;
      if (target.getBoundingClientRect().height < 44) faults.push('too small: ' + target.outerHTML.slice(0, 120));
    }
    if (/^(en|pl)/.test(locale)) return faults;
    const own = (text) => text
      .replace(/https?:[^\\s]+|[^\\s@]+@[^\\s@]+|[a-z]+\\.test|([0-9A-Z]{4}-){2}[0-9A-Z]{4}/g, ' ')
      .replace(international, ' ')
      .replace(/\\([A-Z][\\w ,-]*\\)$/, ' ')
      .match(/[A-Za-z]{2,}(?:[ '-]+[A-Za-z]+)*/g) ?? [];
    const others = 'code, iframe, address, script, style, noscript, [lang]:not(html), [translate=no], .number, .letter';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest(others)) continue;
      for (const words of own(walker.currentNode.data)) faults.push('not translated: ' + words);
    }
    for (const name of ['aria-label', 'placeholder', 'alt', 'title']) {
      for (const element of document.querySelectorAll('[' + name + ']')) {
        if (element.closest(others)) continue;
        for (const words of own(element.getAttribute(name))) faults.push('not translated: ' + name + ' ' + words);
      }
    }
    for (const words of own(document.title)) faults.push('not translated: title ' + words);
    return faults;
  })(${JSON.stringify(locale)}, ${international})`;
}
