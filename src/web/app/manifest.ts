import type { Hono } from 'hono';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';
import { startPath } from './start.ts';

/** Of the theme in src/web/styles/app.css: base-100 and base-200, which paint the page's head and ground. */
export const theme = { light: '#fdfdfb', light_ground: '#f6f5f3', dark: '#1d1a15' };

/** Where the manifest is, in a language. */
export function manifestPath({ base, words }: Pick<Page, 'base' | 'words'>): string {
  return `${base}/manifest.webmanifest?locale=${words.locale}`;
}

/** `/manifest.webmanifest`: lets the order pages be installed as an app of the shop's name. */
export function manifestRoute(app: Hono, site: Site): void {
  app.get('/manifest.webmanifest', (context) => {
    const page = site.page(context, site.visit(context));
    return context.body(JSON.stringify(manifestOf(page)), 200, {
      'Content-Type': 'application/manifest+json; charset=utf-8',
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    });
  });
}

function manifestOf({ words, shop, base, assets }: Page): object {
  const icon = (name: string, sizes: string, purpose: string) => ({
    ...{ src: assets.url(name), sizes, purpose, type: name.endsWith('.svg') ? 'image/svg+xml' : 'image/png' },
  });
  return {
    // One installation is one app, in whichever language it is installed.
    id: `${base}/`,
    name: shop,
    short_name: shop,
    description: words.say('app.description'),
    lang: words.locale,
    dir: words.direction,
    start_url: startPath(base),
    scope: `${base}/`,
    display: 'standalone',
    theme_color: theme.light,
    background_color: theme.light_ground,
    icons: [
      icon('icon.svg', 'any', 'any'),
      icon('icon-192.png', '192x192', 'any'),
      icon('icon-512.png', '512x512', 'any'),
      icon('icon-512.png', '512x512', 'maskable'),
    ],
  };
}
