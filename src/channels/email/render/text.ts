import { columnsOf, wrap } from '../../../lib/wrap.ts';
import type { Action, Figure, Item, Section } from '../../../modules/notifications/index.ts';
import type { Letter } from './letter.ts';

/** RFC 5322 asks for 78 at most; some clients quote with `> ` before it. */
const width = 72;

/** The same message for who reads mail as text: same words, same order, addresses on lines of their own. */
export function renderText({ message, shop, order, footer }: Letter): string {
  const parts = [
    order === null ? shop : `${shop}\n${order}`,
    `${message.label}\n${underlined(message.headline, '=')}`,
    ...message.sentences.map((sentence) => wrap(sentence, width)),
    ...message.sections.map(sectionText),
    `${'-'.repeat(width)}\n${footer.map((line) => wrap(line, width)).join('\n\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionText(section: Section): string {
  switch (section.kind) {
    case 'actions':
      return section.actions.map((action) => actionText(action)).join('\n\n');
    case 'items': {
      const items = section.items.map(itemText).join('\n\n');
      return [underlined(section.heading, '-'), items, ...(section.more ? ['', section.more] : [])].join(
        '\n',
      );
    }
    case 'figures':
      return `${underlined(section.heading, '-')}\n${figuresText(section.figures)}`;
    case 'lines':
      return `${underlined(section.heading, '-')}\n${section.lines.map((line) => wrap(line, width)).join('\n')}`;
  }
}

/** Never wrapped: a broken address cannot be followed. */
function actionText({ label, url }: Action): string {
  return `${label}:\n${url}`;
}

function itemText({ title, detail, amount, note, action }: Item): string {
  const lines = [
    wrap(title, width, '* ', '  '),
    amount ? `  ${spread(detail, amount, width - 2)}` : `  ${detail}`,
  ];
  if (note) lines.push(wrap(note, width, '  ', '  '));
  if (action) lines.push('', actionText(action));
  return lines.join('\n');
}

function figuresText(figures: readonly Figure[]): string {
  return figures.map(({ label, value }) => spread(label, value, width)).join('\n');
}

/** The value at the right edge, at least two spaces away from its name. */
function spread(label: string, value: string, columns: number): string {
  return label + ' '.repeat(Math.max(2, columns - columnsOf(label) - columnsOf(value))) + value;
}

function underlined(heading: string, mark: string): string {
  const lines = wrap(heading, width);
  const longest = Math.max(...lines.split('\n').map(columnsOf));
  return `${lines}\n${mark.repeat(longest)}`;
}
