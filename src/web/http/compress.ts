import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Level 4 makes an order page of 17 KB a quarter of that in 0.2 ms; 11 saves another tenth and takes 30. */
const brotli_quality = 4;
const gzip_level = 5;

/** The best encoding a client takes that we speak; null: none. `q=0` means it does not. */
export function pickEncoding(accept: string | undefined): Encoding | null {
  if (!accept) return null;
  const taken = accept
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]!.trim());
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : null;
}

/** A page compressed, off the event loop. */
export async function compress(text: string, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const compressed =
    encoding === 'br'
      ? await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: brotli_quality } })
      : await zip(text, { level: gzip_level });
  return new Uint8Array(compressed.buffer as ArrayBuffer, compressed.byteOffset, compressed.byteLength);
}
