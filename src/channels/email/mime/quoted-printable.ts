import { memo } from '../../../lib/memo.ts';

/** RFC 2045, 6.7; with the mark of a soft break, and room for a dot that is written as an octet. */
const line_length_max = 76;
const piece_length_max = line_length_max - 1 - 2;
/** Nine lines in ten of a page are those of its template. */
const lines_remembered_max = 4_096;

/**
 * Text as quoted-printable, lines ending in CRLF. What comes out is ASCII in lines of at most 76 characters, none of
 * which begins with a dot: nothing is left for SMTP to escape, so what was signed is what travels.
 */
export function quotedPrintable(text: string): string {
  let encoded = '';
  for (const line of withLineFeeds(text).split('\n')) encoded += `${encodedLine(line)}\r\n`;
  return encoded.slice(0, -2);
}

/** Text as base64 in lines of 76: shorter than quoted-printable where most letters are not Latin. */
export function base64Lines(text: string): string {
  const encoded = Buffer.from(withLineFeeds(text).replaceAll('\n', '\r\n')).toString('base64');
  return encoded.replace(/.{76}(?=.)/g, '$&\r\n');
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const encodedLine = memo(lines_remembered_max, (line) => {
  const plain = line.replaceAll('=', '=3D').replace(/[^ -~]+| $/g, octets);
  let broken = '';
  let start = 0;
  while (plain.length - start > piece_length_max) {
    const cut = uncut(plain, start + piece_length_max);
    broken += `${undotted(plain.slice(start, cut))}=\r\n`;
    start = cut;
  }
  return broken + undotted(plain.slice(start));
});

function octets(text: string): string {
  return Buffer.from(text).toString('hex').toUpperCase().replace(/../g, '=$&');
}

/** The place at or before `cut` that is not inside an encoded octet. */
function uncut(encoded: string, cut: number): number {
  if (encoded[cut - 1] === '=') return cut - 1;
  return encoded[cut - 2] === '=' ? cut - 2 : cut;
}

function undotted(line: string): string {
  return line[0] === '.' ? `=2E${line.slice(1)}` : line;
}
