import { readFileSync } from 'node:fs';
import type { Words } from '../../../lib/words.ts';
import type { Tone } from '../../../modules/notifications/index.ts';
import { compiledTemplate } from './compile.ts';
import type { Scope } from './compile-liquid.ts';
import type { Letter } from './letter.ts';
import { renderTheirs } from './shop-templates.ts';
import { openTemplate, type Render } from './template.ts';

/** On the white of the card, at least 4.5 : 1; the dark ones are in templates/parts/look.css. */
const tone_colors: Record<Tone, string> = { good: '#00694a', late: '#8f5200', quiet: '#655f54' };

let ours: Render | undefined;

/**
 * The message as an HTML page, in the shop's form of this type when it has one, else in ours. Reading and parsing our
 * template happens once, at the first mail.
 */
export function renderHtml(type: string, letter: Letter, words: Words): string {
  const names = namesFor(letter, words);
  ours ??= openTemplate(readFileSync(compiledTemplate, 'utf8'));
  return renderTheirs(type, letter, names) ?? ours(names);
}

/** What a template may name. README, "Your own words and templates", promises them to the shop. */
export function namesFor({ message, ...letter }: Letter, words: Words): Scope {
  return {
    ...letter,
    ...message,
    headline: untorn(message.headline),
    sentences: message.sentences.map(untorn),
    preview: message.sentences[0] ?? '',
    tone_color: tone_colors[message.tone],
    locale: words.locale,
    dir: words.direction,
  };
}

const number_and_word = /(\d) (?=\p{L})/gu;

/** "10 September" must not be torn apart at the end of a line. */
function untorn(text: string): string {
  return text.replace(number_and_word, '$1\u00a0');
}
