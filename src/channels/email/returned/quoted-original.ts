/**
 * Lines with which mail systems begin what they send back, or explain nothing more. What follows belongs to our own
 * mail: its words must not be taken for the reason.
 */
const markers = [
  /^[\s>#*=_-]*(original message|message headers?|original headers?|returned message|bounced e-?mail|your original message) *(follows?|headers?|is|as follows|below)?[\s:.*=_-]*$/i,
  /^[\s>*=_-]*(this is a copy of (the|your) message|below this line is a copy of the message|a copy of (the|your) (original )?message)/i,
  /^[\s>*=_-]*((the )?(text|header|body|contents?|unsent|undelivered) .{0,20}(message|mail) .{0,20}(follows?|below|is:?)|message (text|contents?|headers?) follows?)/i,
  /^[\s>*=_-]*(the )?(first \d+ (bytes|lines|characters)|(original|returned|undelivered|unsent|rejected) (mail|message|e-mail)( follows?| header(s)?)?)[\s:.*=_-]*$/i,
  /^[\s>*=_-]*(original message headers|intestazioni originali del messaggio|ursprüngliche nachrichtenkopfzeilen|en-têtes de message d'origine|oryginalne nagłówki wiadomości)[\s:.-]*$/i,
];

/** Fields no mail system puts into its explanations, but every mail has at its top. */
const ofAMail =
  /^[> \t]{0,4}(return-path|received|message-id|mime-version|delivered-to|dkim-signature|content-type|x-mailer|arc-seal|domainkey-signature|x-received)[ \t]*:/i;
const anyField = /^[> \t]{0,4}[a-z][a-z0-9-]{1,40}[ \t]*:|^[ \t]+\S/i;
/** A field alone may be part of a sentence; so many lines of them are a header. */
const header_lines_min = 3;
const lines_read_max = 5_000;
const shown_lines_max = 15;

/** Divides the text of a bounce: what the mail system says, and the mail it sends back from there on. */
export function divideQuoted(text: string): { said: string; quoted: string } {
  const lines = text.split('\n', lines_read_max);
  const begin = lines.findIndex((line, index) => isMarker(line) || beginsHeader(lines, index));
  if (begin < 0) return { said: text, quoted: '' };
  return { said: lines.slice(0, begin).join('\n'), quoted: lines.slice(begin).join('\n') };
}

function isMarker(line: string): boolean {
  return line.length < 200 && markers.some((marker) => marker.test(line));
}

/** A block of header lines one of the first of which only a real mail has. */
function beginsHeader(lines: readonly string[], index: number): boolean {
  if (!ofAMail.test(lines[index]!)) return false;
  const block = lines.slice(index, index + header_lines_min);
  if (block.length < header_lines_min || !block.every((line) => anyField.test(line))) return false;
  return !explanationGoesOn(lines, index);
}

/** Sun's server says first which mail it speaks of, by a few fields of its header, and then what happened to it. */
function explanationGoesOn(lines: readonly string[], index: number): boolean {
  const block = lines.slice(index, index + shown_lines_max);
  const end = block.findIndex((line) => line.trim() === '');
  return end > 0 && block.slice(end, end + 3).some((line) => /\bfollowing recipients?\b/i.test(line));
}
