import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { compress, pickEncoding } from '../http/compress.ts';
import type { Site } from '../site.ts';
import { ordersPath } from '../zone/wish.ts';
import { leavePath } from './leave.ts';
import { copy_header, offlinePath } from './offline.ts';
import { startPath } from './start.ts';

/** So many orders are read without a network, and the list of them: as many as a guest's session opens. */
const copies_max = 10;
/** What a page needs beside itself. */
const files = ['app.css', 'order.js', 'push.js', 'keep.js', 'icon.svg'];

export function workerPath(base: string): string {
  return `${base}/worker.js`;
}

/**
 * `/worker.js`: the service worker, at the root so that every page of ours is in its scope. The names of files in it
 * change with their content; a browser that finds it changed installs the new one, with the new files.
 */
export function workerRoute(app: Hono, site: Site): void {
  const source = readFileSync(join(import.meta.dirname, '../browser/worker.js'), 'utf8');
  const script = `const settings = ${JSON.stringify(settingsOf(site))};\n${source}`;
  app.get('/worker.js', async (context) => {
    const headers = {
      'Content-Type': 'text/javascript; charset=utf-8',
      // It may speak to us and to nobody else.
      'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      Vary: 'Accept-Encoding',
    };
    const encoding = pickEncoding(context.req.header('accept-encoding'));
    if (!encoding) return context.body(script, 200, headers);
    return context.body(await compress(script, encoding), 200, { ...headers, 'Content-Encoding': encoding });
  });
}

function settingsOf({ base, assets, deps }: Site): object {
  return {
    base,
    shop: deps.config.shop.name,
    server_key: deps.push.public_key,
    icon: assets.url('icon-192.png'),
    files: files.map((name) => assets.url(name)),
    offline: offlinePath(base),
    start: startPath(base),
    orders: ordersPath(base),
    leaves: [leavePath(base), `${base}/account/sign-out`],
    renewed: `${base}/devices/renewed`,
    copy_header,
    copies_max,
  };
}
