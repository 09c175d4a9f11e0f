import type { Words } from '../../../lib/words.ts';

/** What a message was about, in two words; "Message about your order" for one that has no name. */
export function messageTitle(words: Words, type: string): string {
  const key = `page.message.${type}`;
  return words.say(words.has(key) ? key : 'page.message.other');
}
