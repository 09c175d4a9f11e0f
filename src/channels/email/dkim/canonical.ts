/**
 * The forms a signature is made of (RFC 6376, 3.4, `relaxed`): what mail servers do to white space on the way does not
 * break it.
 */

/** A folded header, `Name: value`, as it is signed, without its end of line. */
export function relaxedHeader(header: string): string {
  const colon = header.indexOf(':');
  const value = header
    .slice(colon + 1)
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return `${header.slice(0, colon).trim().toLowerCase()}:${value}`;
}

/** A body whose lines end in CRLF, as it is signed. */
export function relaxedBody(body: string): string {
  // What stands alone stays as it is: a pattern for every single space takes three times as long.
  const lines = body.replace(/[ \t]{2,}|\t/g, ' ').replaceAll(' \r\n', '\r\n');
  let end = lines.length;
  while (lines.endsWith('\r\n', end) && lines.endsWith('\r\n', end - 2)) end -= 2;
  const kept = lines.slice(0, end);
  return kept === '\r\n' ? '' : kept;
}
