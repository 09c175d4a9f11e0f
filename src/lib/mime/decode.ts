/**
 * The encodings of a mail. Nothing here throws: what is broken is read as far as it makes sense, since whoever sent
 * it will not send it again in a better shape.
 */

/** Names in use that the Encoding Standard does not know. */
const aliases: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'windows-31j': 'shift_jis',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  'utf-7': 'utf-8',
};

/** @param bytes as Latin-1: one character per byte */
export function decodeCharset(bytes: string, charset: string): string {
  const name = charset.toLowerCase().replace(/\*.*$/, '').trim();
  const buffer = Buffer.from(bytes, 'latin1');
  try {
    const text = new TextDecoder(aliases[name] ?? (name || 'utf-8')).decode(buffer);
    // What says that it is UTF-8, or says nothing, and is not: the bytes as they are lose least.
    return text.includes('\ufffd') && isUnicode(name) ? bytes : text;
  } catch {
    const text = buffer.toString('utf8');
    return text.includes('\ufffd') ? bytes : text;
  }
}

function isUnicode(name: string): boolean {
  return name === '' || name === 'utf-8' || name === 'utf8' || name === 'us-ascii';
}

/** A body as bytes in Latin-1, out of its transfer encoding. */
export function decodeTransfer(body: string, encoding: string): string {
  switch (encoding.trim().toLowerCase()) {
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    case 'base64':
      return Buffer.from(body, 'base64').toString('latin1');
    default:
      return body;
  }
}

/** A line end after `=` is none; what is not two hex digits after `=` stands for itself. */
export function decodeQuotedPrintable(body: string): string {
  return body
    .replace(/=[ \t]{0,80}\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const encodedWord = /=\?([\w.:*+-]{1,60})\?([bq])\?([^?\n]{0,4096})\?=/gi;

/** A header's text with its encoded words (RFC 2047) read; raw UTF-8 is read as such. */
export function decodeWords(value: string): string {
  const joined = value.replace(/(\?=)[ \t\n]{1,200}(?==\?)/g, '$1');
  if (!joined.includes('=?')) return decodeCharset(joined, 'utf-8');
  return joined.replace(encodedWord, (_, charset: string, kind: string, text: string) =>
    decodeCharset(
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('latin1')
        : decodeQuotedPrintable(text.replaceAll('_', ' ')),
      charset,
    ),
  );
}
