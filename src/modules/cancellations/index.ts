import type { StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import { CANCELLATION_COMMANDS, decide, evolve } from './cancellations.ts';

export const cancellationsModule: StoryModule<State> = {
  name: 'cancellations',
  commands: CANCELLATION_COMMANDS,
  decide,
  evolve,
};
