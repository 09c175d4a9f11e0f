import type { StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import { CHANGE_COMMANDS, decide, evolve } from './changes.ts';

export type { ChangeOrder } from './commands.ts';
export { CHANGED_BY, type Change, type ChangedBy, changesOf } from './state.ts';
export { type ChangeWish, changeAsked } from './wish.ts';

export const changesModule: StoryModule<State> = {
  name: 'changes',
  commands: CHANGE_COMMANDS,
  decide,
  evolve,
};
