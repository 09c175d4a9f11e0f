import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { pickEncoding } from './compress.ts';

const root = join(import.meta.dirname, '../../..');
const one_year_s = 31_536_000;

/** Every file a page may ask for, by the name templates use. */
const files: Record<string, { path: string; type: string }> = {
  'app.css': { path: 'public/app.css', type: 'text/css; charset=utf-8' },
  'icon.svg': { path: 'public/icon.svg', type: 'image/svg+xml' },
  'order.js': { path: 'src/web/browser/order.js', type: 'text/javascript; charset=utf-8' },
  'icon-192.png': { path: 'public/icon-192.png', type: 'image/png' },
  'icon-512.png': { path: 'public/icon-512.png', type: 'image/png' },
  'passkey.js': { path: 'src/web/browser/passkey.js', type: 'text/javascript; charset=utf-8' },
  'keep.js': { path: 'src/web/browser/keep.js', type: 'text/javascript; charset=utf-8' },
  'print.js': { path: 'src/web/browser/print.js', type: 'text/javascript; charset=utf-8' },
  'push.js': { path: 'src/web/browser/push.js', type: 'text/javascript; charset=utf-8' },
  'open.js': { path: 'src/web/browser/open.js', type: 'text/javascript; charset=utf-8' },
};

interface Asset {
  url: string;
  type: string;
  /** By content encoding; '' is uncompressed. */
  bodies: Record<'' | 'br' | 'gzip', Uint8Array<ArrayBuffer>>;
}

/** Our own files, under addresses that change with their content, so that a browser may keep them for ever. */
export interface Assets {
  /** Address of a file, with the base path. */
  url(name: string): string;
  /** Changes with any file: a page rendered with other files is another page. */
  fingerprint: string;
  /** Answers `GET /assets/*` on `app`. */
  serve(app: Hono): void;
}

/** Reads and compresses every file once. public/app.css is made by `npm run build:css`. */
export function openAssets(base: string): Assets {
  const assets = new Map(Object.keys(files).map((name) => [name, openAsset(name)]));
  const byUrl = new Map([...assets.values()].map((asset) => [asset.url, asset]));
  const fingerprint = digest(Buffer.from([...byUrl.keys()].join()));
  return {
    fingerprint,
    url: (name) => base + assets.get(name)!.url,
    serve: (app) => {
      app.get('/assets/:name', (context) => {
        const asset = byUrl.get(context.req.path);
        if (!asset) return context.notFound();
        const encoding = pickEncoding(context.req.header('accept-encoding'));
        return context.body(asset.bodies[encoding ?? ''], 200, {
          'Content-Type': asset.type,
          'Cache-Control': `public, max-age=${one_year_s}, immutable`,
          Vary: 'Accept-Encoding',
          'X-Content-Type-Options': 'nosniff',
          'Cross-Origin-Resource-Policy': 'same-origin',
          ...(encoding ? { 'Content-Encoding': encoding } : {}),
        });
      });
    },
  };
}

function openAsset(name: string): Asset {
  const { path, type } = files[name]!;
  const file = join(root, path);
  // Tests and the API must run without a style sheet; a person who sees a bare page reads the README.
  const content = existsSync(file) ? readFileSync(file) : Buffer.from('/* npm run build:css */');
  const [stem, extension] = name.split('.');
  return {
    url: `/assets/${stem}.${digest(content)}.${extension}`,
    type,
    bodies: {
      '': new Uint8Array(content),
      br: new Uint8Array(brotliCompressSync(content)),
      gzip: new Uint8Array(gzipSync(content, { level: 9 })),
    },
  };
}

function digest(content: Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 10);
}
