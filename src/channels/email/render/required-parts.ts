import type { Letter } from './letter.ts';

/** The size from which Gmail cuts a mail off, which also hides its foot. */
export const html_bytes_max = 102_000;

/**
 * What a mail in a form of the shop's own must have, whatever it looks like: the fact, every way out of it, and how to
 * tell it from a forgery. Answers with what it lacks, null when nothing.
 */
export function lackOf(html: string, { message, footer }: Letter): string | null {
  if (Buffer.byteLength(html) > html_bytes_max) return `is larger than ${html_bytes_max} bytes`;
  const text = visibleText(html);
  const shows = (line: string) => text.includes(oneSpaced(line));
  if (!shows(message.headline)) return 'does not show {{ headline }}';
  if (!footer.every(shows)) return 'does not show every line of {{ footer }}';
  const links = linksIn(html);
  return actionsOf(message).every(({ url }) => links.has(url))
    ? null
    : 'does not link every action, by its url';
}

function actionsOf({ sections }: Letter['message']) {
  return sections.flatMap((section) => {
    if (section.kind === 'actions') return section.actions;
    return section.kind === 'items' ? section.items.flatMap(({ action }) => action ?? []) : [];
  });
}

/** What a reader of the mail sees of its words, on one line. */
function visibleText(html: string): string {
  const shown = html.replace(/<!--[\s\S]*?-->|<(head|style|script)\b[\s\S]*?<\/\1\s*>|<[^>]*>/gi, ' ');
  return oneSpaced(unescaped(shown));
}

function linksIn(html: string): Set<string> {
  const links = html.matchAll(/\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi);
  return new Set([...links].map(([, double, single]) => unescaped(double ?? single ?? '')));
}

function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  '#39': "'",
  nbsp: ' ',
};

function unescaped(text: string): string {
  return text.replace(/&(#?\w+);/g, (entity, name: string) => entities[name] ?? entity);
}
