import type { BounceReason } from '../kind.ts';
import { FOR_NOW } from './for-now.ts';
import { NO_SUCH_ADDRESS } from './no-such-address.ts';
import { type Phrases, patternOf } from './phrase.ts';

export { wordsOf } from './phrase.ts';

interface Known {
  reason: BounceReason;
  pattern: RegExp;
}

const compiled = (all: readonly Phrases[]): Known[] =>
  all.map((phrases) => ({ reason: phrases.reason, pattern: patternOf(phrases) }));

const for_now = compiled(FOR_NOW);
const no_such_address = compiled(NO_SUCH_ADDRESS);

/** Words that say something else than that the address is no good; null when there are none. */
export function otherReasonIn(words: string): BounceReason | null {
  return for_now.find(({ pattern }) => pattern.test(words))?.reason ?? null;
}

/** Words that say that the address is no good; null when there are none. */
export function badAddressIn(words: string): BounceReason | null {
  return no_such_address.find(({ pattern }) => pattern.test(words))?.reason ?? null;
}
