/** How much around a reply belongs to it: mail systems fold it over lines, with the command behind it. */
const reply_length_max = 600;
const replies_max = 5;

/** `550 5.1.1`, `550-`, `<<< 550`, `said: 421`: a reply of SMTP in the middle of words; or an enhanced code alone. */
const begins =
  /(?:^|[\s>:('"[#])(?:[45]\d\d(?:[ -]#?[45]\.\d{1,2}\.\d{1,3}|[ -](?=\D))|[45]\.\d{1,2}\.\d{1,3}(?=[\s-]))/g;

/** Where another reply begins, in a line of its own. */
const another = /\n[ \t]*(?:>>>|<<<|[45]\d\d (?=\S))/;

/** The replies of SMTP that a text quotes, each with what belongs to it, in their order. */
export function repliesIn(text: string): string[] {
  const found: string[] = [];
  let end = 0;
  for (const match of text.matchAll(begins)) {
    if (match.index < end) continue;
    const rest = text.slice(match.index, match.index + reply_length_max);
    // An empty line ends it. `550-` goes on in the next line, whatever that begins with.
    const [paragraph = ''] = rest.trimStart().split(/\n[ \t]*\n/);
    const reply = /^\D{0,5}\d\d\d-/.test(paragraph) ? paragraph : paragraph.split(another)[0]!;
    found.push(reply.trim());
    end = match.index + (rest.length - rest.trimStart().length) + reply.length;
    if (found.length === replies_max) break;
  }
  return found;
}
