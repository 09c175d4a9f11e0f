import type { StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import { decide, PRIVACY_COMMANDS } from './privacy.ts';

/** The slice it changes is the order's own: the orders module evolves it. */
export const privacyModule: StoryModule<State> = {
  name: 'privacy',
  commands: PRIVACY_COMMANDS,
  decide,
  evolve() {},
};
