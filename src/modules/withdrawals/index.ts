import type { StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import { decide, evolve, FOLLOWED, follow, WITHDRAWAL_COMMANDS } from './withdrawals.ts';

export type { Declarant } from './commands.ts';
export { readDeclarants } from './declarants.ts';
export { type Expectation, expectationOf } from './expectation.ts';
export { withdrawableUntil } from './period.ts';
export {
  lastDayToReturn,
  type Returnable,
  returnable,
  WHY_NOT_RETURN,
} from './returnable.ts';
export { type FurtherCountries, hasRight } from './right.ts';
export {
  findUnmatched,
  keepUnmatched,
  readUnmatched,
  settleUnmatched,
  type UnmatchedWithdrawal,
} from './unmatched.ts';
export { withdrawalId, withdrawCommand } from './wish.ts';
export { everythingLeft } from './withdrawals.ts';

export const withdrawalsModule: StoryModule<State> = {
  name: 'withdrawals',
  commands: WITHDRAWAL_COMMANDS,
  decide,
  evolve,
  follows: FOLLOWED,
  follow,
};
