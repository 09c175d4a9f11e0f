/** Elements that begin a line of their own. */
const lines = new Set('p div br tr li ul ol table h1 h2 h3 h4 h5 h6 blockquote pre hr'.split(' '));
/** Elements whose content nobody reads. */
const unread = new Set(['script', 'style', 'head', 'title']);

const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '-', mdash: '-' },
  ...{ lsquo: "'", rsquo: "'", ldquo: '"', rdquo: '"', hellip: '...', copy: '(c)' },
};

/**
 * The words of an HTML mail, one line per block. For reading by a machine or by a person as plain text: the answer
 * is text and must still be escaped. One pass, whatever the tags are.
 */
export function textOfHtml(html: string): string {
  let text = '';
  let skipping: string | null = null;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (!skipping) text += html.slice(at, end).replace(/\s+/g, ' ');
    if (open < 0) break;
    const close = html.indexOf('>', open);
    if (close < 0) {
      // A lone `<` at the end of what was sent, or of what is read.
      if (!skipping) text += html.slice(open).replace(/\s+/g, ' ');
      break;
    }
    const tag = /^<(\/?)([a-z][a-z0-9]{0,20})/i.exec(html.slice(open, open + 24));
    const name = tag?.[2]?.toLowerCase() ?? '';
    if (skipping) {
      if (tag?.[1] === '/' && name === skipping) skipping = null;
    } else if (tag?.[1] === '' && unread.has(name)) skipping = name;
    else if (lines.has(name)) text += '\n';
    at = close + 1;
  }
  return withoutEntities(text)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function withoutEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
