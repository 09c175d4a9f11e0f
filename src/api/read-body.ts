import { malformed, Problem } from './problem.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a body of at most `bytes_max`. A length that is told is believed, since HTTP cuts the body at it; a
 * chunked body is counted while it arrives, and given up as soon as it is too long.
 */
export async function readBody(request: Request, bytes_max: number): Promise<Uint8Array> {
  const told = request.headers.get('content-length');
  if (told !== null) {
    if (Number(told) > bytes_max) throw tooLarge(bytes_max);
    return new Uint8Array(await bytesOf(request));
  }
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  while (true) {
    const { done, value } = await reader.read().catch(() => {
      throw malformed('The body ended too early.');
    });
    if (done) return Buffer.concat(chunks, length);
    length += value.length;
    if (length > bytes_max) {
      await reader.cancel().catch(() => {});
      throw tooLarge(bytes_max);
    }
    chunks.push(value);
  }
}

async function bytesOf(request: Request): Promise<ArrayBuffer> {
  try {
    return await request.arrayBuffer();
  } catch {
    throw malformed('The body ended too early.');
  }
}

/** @throws Problem 400 when the bytes are no JSON in UTF-8 */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) throw malformed('A JSON body is needed.');
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw malformed('The body is not JSON in UTF-8.');
  }
}

/** `application/json`, or a media type that ends in `+json`, with or without parameters. */
export function isJson(content_type: string | null): boolean {
  return content_type !== null && JSON_TYPE.test(content_type);
}

const JSON_TYPE = /^\s*application\/(?:[\w.!#$&^-]+\+)?json\s*(?:;|$)/i;

export function tooLarge(bytes_max: number): Problem {
  return new Problem(413, 'body_too_large', { detail: `At most ${bytes_max} bytes are read.` });
}

export function tooMany(items_max: number): Problem {
  return new Problem(413, 'too_many_items', { detail: `At most ${items_max} items are taken at once.` });
}
