/** Characters as wide as two others in a terminal or a mail program (UAX 11, wide and fullwidth), within the first plane. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
/** Scripts written without spaces: a line may end behind any of their characters. */
const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const opening = '（《〈“‘「『【';
const closing = '，。、；：！？）》〉”’」』】…';
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u');
/** What stays on one line: a character, or a run of others, with the signs that must not begin or end a line. */
const unbroken = new RegExp(
  `[${opening}]*(?:[${unspaced}]|[^${unspaced}${opening}${closing}]+)?[${closing}]*`,
  'gu',
);

/** How many columns a text takes where every letter is as wide as every other. */
export function columnsOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

/**
 * Breaks a text into lines of at most `width` columns: between words, and in Chinese and Japanese between characters.
 * What cannot be broken stays whole. @param first what the first line begins with @param next and the others
 */
export function wrap(text: string, width: number, first = '', next = ''): string {
  const lines: string[] = [];
  let line = first;
  let columns = columnsOf(first);
  let empty = true;
  for (const word of text.split(' ')) {
    let space = empty ? '' : ' ';
    for (const piece of hasUnspaced.test(word) ? piecesOf(word) : [word]) {
      const more = columnsOf(piece);
      if (!empty && columns + space.length + more > width) {
        lines.push(line);
        line = next;
        columns = columnsOf(next);
        space = '';
      }
      line += space + piece;
      columns += space.length + more;
      space = '';
      empty = false;
    }
  }
  return [...lines, line].join('\n');
}

function piecesOf(word: string): string[] {
  return (word.match(unbroken) ?? []).filter((piece) => piece !== '');
}
