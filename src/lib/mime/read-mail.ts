import { decodeCharset, decodeTransfer } from './decode.ts';
import { type ContentType, contentTypeOf, type Header, readHeader } from './headers.ts';
import { textOfHtml } from './html-text.ts';

/**
 * A mail, or one part of it. Read without throwing whatever the bytes are, in a time bound by the limits below:
 * bounces are written by every mail system of forty years, and many break the rules of MIME.
 */
export interface MailPart {
  header: Header;
  content_type: ContentType;
  /** The body out of its encodings, HTML as text; '' of a part that is no text or holds others. */
  text: string;
  /** What a multipart holds; of `message/rfc822` the message. */
  parts: readonly MailPart[];
}

/** What a machine has to say stands in the first kilobytes; behind them is what it sends back. */
const bytes_read_max = 512 * 1024;
const parts_max = 60;
const depth_max = 6;
const header_lines_max = 2_000;

/** @param raw a whole mail with any line ends; only its first 512 KiB are read */
export function readMail(raw: Uint8Array): MailPart {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, bytes_read_max));
  const text = bytes.toString('latin1').replace(/\r\n|\r/g, '\n');
  return readPart(text.replace(/^\n+/, ''), 0, { left: parts_max });
}

function readPart(source: string, depth: number, budget: { left: number }): MailPart {
  budget.left -= 1;
  const { lines, body } = divide(source);
  const header = readHeader(lines);
  const content_type = contentTypeOf(header.first('content-type'));
  const part: MailPart = { header, content_type, text: '', parts: [] };
  const deeper = (inside: string) => readPart(inside, depth + 1, budget);
  if (depth < depth_max && budget.left > 0) {
    const { type } = content_type;
    const inside = type.startsWith('multipart/') ? partsIn(body, content_type.parameter('boundary')) : [];
    if (inside.length > 0) return { ...part, parts: inside.slice(0, budget.left).map(deeper) };
    if (type === 'message/rfc822' || type === 'message/global') {
      return { ...part, parts: [deeper(decodeTransfer(body, header.first('content-transfer-encoding')))] };
    }
  }
  return { ...part, text: textOf(body, header, content_type) };
}

/** The header's lines and what comes behind the first empty one. */
function divide(source: string): { lines: string[]; body: string } {
  if (source.startsWith('\n')) return { lines: [], body: source.slice(1) };
  const end = source.indexOf('\n\n');
  const head = end < 0 ? source : source.slice(0, end);
  return { lines: head.split('\n', header_lines_max), body: end < 0 ? '' : source.slice(end + 2) };
}

/** Where the delimiter that was announced never comes, what looks like one is taken for it. */
function partsIn(body: string, announced: string): string[] {
  const parts = divideParts(body, announced);
  if (parts.length > 0) return parts;
  return divideParts(body, /^--(\S[^\n]{0,100}?)[ \t]*$/m.exec(body)?.[1] ?? '');
}

/** The parts between the delimiters; none when the delimiter never comes. The last need not be closed. */
function divideParts(body: string, boundary: string): string[] {
  if (boundary === '') return [];
  const delimiter = `\n--${boundary}`;
  const text = `\n${body}`;
  const parts: string[] = [];
  let at = text.indexOf(delimiter);
  while (at >= 0 && parts.length < parts_max) {
    const rest = at + delimiter.length;
    if (text.startsWith('--', rest)) break;
    const line_end = text.indexOf('\n', rest);
    if (line_end < 0) break;
    const next = text.indexOf(delimiter, line_end);
    // The line end before a delimiter is the delimiter's.
    parts.push(text.slice(line_end + 1, next < 0 ? undefined : next));
    at = next;
  }
  return parts;
}

function textOf(body: string, header: Header, { type, parameter }: ContentType): string {
  if (type !== '' && !/^(text|message|multipart)\//.test(type)) return '';
  const bytes = decodeTransfer(body, header.first('content-transfer-encoding'));
  const text = decodeCharset(bytes.replace(/\r\n?/g, '\n'), parameter('charset'));
  return type === 'text/html' ? textOfHtml(text) : text;
}

/** The part and everything in it, outermost first; messages inside are entered only when asked. */
export function* partsOf(mail: MailPart, into_messages = false): Generator<MailPart> {
  yield mail;
  if (!into_messages && mail.content_type.type.startsWith('message/')) return;
  for (const part of mail.parts) yield* partsOf(part, into_messages);
}
