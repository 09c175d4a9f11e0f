import type { Words } from '../../lib/words.ts';

/** What a type of message is called where wishes are said. One that has no name yet is called as the API calls it. */
export function kindName(words: Words, type: string): string {
  const key = `preferences.kind.${type}`;
  return words.has(key) ? words.say(key) : type.replaceAll('_', ' ');
}
