import { encodeWord, foldLines, quoteString } from 'nodemailer/lib/mime-funcs';

/** Whole lines should have 78 characters at most; one encoded word may have 75 (RFC 2047). */
const encoded_word_length_max = 52;
const line_length_max = 76;
/** A line must not have more than 998 (RFC 5322), and can only be folded between words. */
const word_length_max = 300;

/** A header of free text: what is not plain ASCII becomes encoded words. The result is folded, without an end. */
export function textHeader(name: string, text: string): string {
  const line = oneLine(text);
  return foldLines(`${name}: ${plain(line) ? line : encoded(line)}`, line_length_max);
}

/**
 * A header of tokens and addresses of ours (ids, dates, links), folded between them. The first one stays beside the
 * name, however long: some programs take an empty first line for an empty header.
 */
export function tokenHeader(name: string, value: string): string {
  const line = oneLine(value);
  return `${name}: ${name.length + 2 + line.length <= line_length_max ? line : line.replace(/ +/g, '\r\n ')}`;
}

/** The name before an address: as it is, quoted, or encoded. */
export function displayName(name: string): string {
  const line = oneLine(name);
  if (!plain(line)) return encoded(line);
  return /^[\w!#$%&'*+\-/=?^`{|}~ ]*$/.test(line) ? line : quoteString(line);
}

/** Nothing in it can begin another header. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .toWellFormed();
}

/** `=?` is how an encoded word begins: text that looks like one is encoded, so that it arrives as it is. */
function plain(line: string): boolean {
  return /^[ -~]*$/.test(line) && !line.includes('=?') && !longWord.test(line);
}

const longWord = new RegExp(`[^ ]{${word_length_max}}`);

function encoded(line: string): string {
  return encodeWord(line, 'B', encoded_word_length_max);
}
