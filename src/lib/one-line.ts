/** Line ends, tabs, other controls, and the marks that turn the direction of writing: none belongs in a title. */
const unwanted = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
/** What takes no room and says nothing. Joiners between letters stay: emoji and Persian are written with them. */
const invisible =
  /[\u00ad\u180e\u200b\u2060-\u2064\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?<![^\s])[\u200c\u200d]+|[\u200c\u200d]+(?![^\s])/gu;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * A text that somebody else wrote, as one line that can stand in a sentence or a mail header: no line ends, no
 * control characters and nothing invisible, at most `length_max` UTF-16 units, the rest cut off with an ellipsis. Words written from
 * right to left are isolated, so that they cannot turn around what stands beside them.
 */
export function oneLine(text: string, length_max: number): string {
  // A text of a million characters costs no more than one that fits.
  const line = text
    .slice(0, 4 * length_max)
    .replace(unwanted, ' ')
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .trim();
  const short =
    line.length <= length_max
      ? line
      : `${line
          .slice(0, length_max - 1)
          .toWellFormed()
          .replace(/\ufffd$/, '')
          .trimEnd()}…`;
  return rightToLeft.test(short) ? `\u2068${short}\u2069` : short;
}
