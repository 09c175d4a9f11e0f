import { EXAMPLE_TYPES, tellExample } from '../../channels/examples.ts';
import type { Words } from '../../lib/words.ts';

/**
 * What a type of message is called: its name on the order page; what has none there is called as its message is
 * labelled, and what is no longer sent by its code.
 */
export function typeName(words: Words, type: string): string {
  const key = `page.message.${type}`;
  if (words.has(key)) return words.say(key);
  const known = EXAMPLE_TYPES.some(({ name }) => name === type);
  return known ? tellExample(type, words.locale).told.message.label : type;
}
