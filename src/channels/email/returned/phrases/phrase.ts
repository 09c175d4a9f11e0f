import type { BounceReason } from '../kind.ts';

/** Ways in which mail systems say one reason. */
export interface Phrases {
  reason: BounceReason;
  /**
   * Lower case, separated by commas and line ends. `no such user`: these words. `user|mailbox ... not found`: one of
   * the first, at most 40 characters of anything, the last.
   */
  phrases: string;
}

const gap = '.{0,40}?';

/** One pattern for all of them. Only plain words, alternatives and bounded gaps: no text can make it slow. */
export function patternOf({ phrases }: Phrases): RegExp {
  const all = phrases.split(/[,\n]/).map((phrase) => phrase.trim());
  return new RegExp(all.filter(Boolean).map(source).join('|'), 'u');
}

/** Whole words only: `rbl` must not be found in a word, nor a phrase in a longer one. */
function source(phrase: string): string {
  const parts = phrase.split(' ... ').map((part) => part.split(' ').map(word).join(' '));
  return `(?<![a-z0-9])(?:${parts.join(gap)})(?![a-z0-9])`;
}

function word(text: string): string {
  const escaped = text.replace(/[.*+?^${}()[\]\\/]/g, '\\$&');
  return escaped.includes('|') ? `(?:${escaped})` : escaped;
}

const text_length_max = 20_000;

/**
 * Text as the phrases want it: lower case, single spaces, typographic quotes made plain, no commas, every address `@`
 * and every link gone, so that `<mailbox-full@...>` says nothing.
 */
export function wordsOf(text: string): string {
  return text
    .slice(0, text_length_max)
    .toLowerCase()
    .replace(/https?:\/\/\S{1,500}/g, ' ')
    .replace(/[^\s<>"'(),:;[\]]{1,100}@[^\s<>"'(),:;[\]]{1,255}/g, '@')
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/[\s\u00a0,]+/g, ' ');
}
