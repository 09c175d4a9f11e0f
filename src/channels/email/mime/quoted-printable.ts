/** RFC 2045, 6.7; with the mark of a soft break, and room for a dot that is written as an octet. */
const line_length_max = 76;
const piece_length_max = line_length_max - 1 - 2;

const foreign = /[^\n -~]+/g;

/**
 * Text as quoted-printable, lines ending in CRLF. What comes out is ASCII in lines of at most 76 characters, none of
 * which begins with a dot: nothing is left for SMTP to escape, so what was signed is what travels.
 *
 * A page of 16 kB takes 0.1 ms. Most of it is plain: the native searches first, a walk over the characters never.
 */
export function quotedPrintable(text: string): string {
  const plain = withLineFeeds(text).replaceAll('=', '=3D').replace(foreign, octets);
  const encoded = plain.replaceAll(' \n', '=20\n').replace(/ $/, '=20');
  let lines = '';
  for (let start = 0; ; ) {
    const end = encoded.indexOf('\n', start);
    const line_end = end < 0 ? encoded.length : end;
    while (line_end - start > piece_length_max) {
      const cut = uncut(encoded, start + piece_length_max);
      lines += `${undotted(encoded.slice(start, cut))}=\r\n`;
      start = cut;
    }
    lines += undotted(encoded.slice(start, line_end));
    if (end < 0) return lines;
    lines += '\r\n';
    start = end + 1;
  }
}

/** Text as base64 in lines of 76: shorter than quoted-printable where most letters are not Latin. */
export function base64Lines(text: string): string {
  const encoded = Buffer.from(withLineFeeds(text).replaceAll('\n', '\r\n')).toString('base64');
  return encoded.replace(/.{76}(?=.)/g, '$&\r\n');
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

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
