import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Encoding } from '../http/compress.ts';
import type { Bundle } from './bundle.ts';

/** A new version is seen within the hour; who pins its hash (integrity) decides when. */
const kept_s = 3_600;

/** Answers requests for the element's script, compressed once. Any page may load it: it knows nothing. */
export function openScript({ text }: Bundle): (encoding: Encoding | null, known?: string) => Response {
  const plain = Buffer.from(text);
  const bodies = {
    '': new Uint8Array(plain),
    br: new Uint8Array(brotliCompressSync(plain)),
    gzip: new Uint8Array(gzipSync(plain, { level: 9 })),
  };
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': `public, max-age=${kept_s}`,
    ETag: etag,
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
    // A script with `integrity` is fetched with CORS, and a page may demand that of all it loads.
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  return (encoding, known) => {
    if (known === etag) return new Response(null, { status: 304, headers });
    const encoded = encoding ? { 'Content-Encoding': encoding } : {};
    return new Response(bodies[encoding ?? ''], { headers: { ...headers, ...encoded } });
  };
}
