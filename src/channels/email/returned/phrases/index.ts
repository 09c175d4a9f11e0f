import type { BounceReason } from '../kind.ts';
import { FOR_NOW } from './for-now.ts';
import { NO_SUCH_ADDRESS } from './no-such-address.ts';
import { type Phrases, patternOf } from './phrase.ts';
import { ADDRESS_REFUSED } from './refused-address.ts';
import { WE_ARE_REFUSED } from './we-are-refused.ts';

export { wordsOf } from './phrase.ts';

/** What a refusal says. */
export interface Saying {
  reason: BounceReason;
  /** False: it may as well be said of something else (`mailbox unavailable`). */
  plain: boolean;
}

/**
 * In the order in which they are believed. What stands in the way of a mailbox that is there; that it is not there; that
 * we are not wanted, which some say to everybody in passing ("user unknown, for our policy on spam see ..."); and last,
 * words that only mean the address where nothing else is said.
 */
const all: readonly { pattern: RegExp; saying: Saying }[] = [
  ...known(FOR_NOW, true),
  ...known(NO_SUCH_ADDRESS, true),
  ...known(WE_ARE_REFUSED, true),
  ...known(ADDRESS_REFUSED, false),
];

function known(families: readonly Phrases[], plain: boolean): { pattern: RegExp; saying: Saying }[] {
  return families.map((family) => ({ pattern: patternOf(family), saying: { reason: family.reason, plain } }));
}

/** What words say; null when it is nothing we know. */
export function sayingIn(words: string): Saying | null {
  return all.find(({ pattern }) => pattern.test(words))?.saying ?? null;
}
