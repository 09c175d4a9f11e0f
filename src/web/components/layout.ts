import { type Html, html, type Value } from '../../lib/html.ts';
import { offeredLocales, wordsFor } from '../../lib/words.ts';
import { manifestPath, theme } from '../app/manifest.ts';
import type { Page } from '../page.ts';
import { deskNav } from './desk-nav.ts';
import { zoneNav } from './zone-nav.ts';

interface Frame {
  title: string;
  main: Value;
  /** Scripts of this page beyond none. The page works without them. */
  scripts?: readonly string[];
  /** For those who run the shop: nothing of it is about a contract of theirs. */
  staff?: true;
}

/** The frame of every page: shop name, languages, and the one thing the reader came for. */
export function layout(page: Page, frame: Frame): Html {
  const { words, assets } = page;
  return html`<!doctype html>
<html lang="${words.locale}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${frame.title} · ${page.shop}</title>
<link rel="stylesheet" href="${assets.url('app.css')}">
<link rel="icon" href="${assets.url('icon.svg')}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${assets.url('icon-192.png')}">
<link rel="manifest" href="${manifestPath(page)}">
<meta name="theme-color" content="${theme.light}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${theme.dark}" media="(prefers-color-scheme: dark)">
${frame.scripts?.map((name) => html`<script type="module" src="${assets.url(name)}"></script>`)}
</head>
<body>
<a class="skip" href="#main">${words.say('page.skip')}</a>
<header class="top"><div class="width">
<a class="shop" href="${page.base}/status">${page.shop}</a>
<nav aria-label="${words.say('page.languages')}">${otherLanguages(page)}</nav>
</div></header>${zoneNav(page) ?? deskNav(page)}
<main id="main" class="width">${frame.main}</main>${frame.staff || page.desk ? null : bottom(page)}
</body>
</html>`;
}

/** The withdrawal function is on every page a buyer sees (Directive 2011/83/EU, Article 11a(1)). */
function bottom({ base, words, zone }: Page): Html {
  // A customer has the others at the top of the page.
  const others =
    zone !== 'customer' &&
    html`<a href="${base}/preferences">${words.say('preferences.title')}</a><a href="${base}/privacy">${words.say('privacy.title')}</a>`;
  return html`<footer class="bottom width"><a href="${base}/withdraw">${words.say('withdraw.link')}</a>${others}</footer>`;
}

function otherLanguages(page: Page): Html[] {
  const join = page.address.includes('?') ? '&' : '?';
  return offeredLocales()
    .filter((locale) => locale !== page.words.locale)
    .map(
      (locale) =>
        html`<a href="${page.address}${join}locale=${locale}" hreflang="${locale}" lang="${locale}">${wordsFor(locale).say('page.language')}</a>`,
    );
}
