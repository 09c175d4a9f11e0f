import type { StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import { decide, evolve, PAYMENT_COMMANDS } from './payments.ts';

export const paymentsModule: StoryModule<State> = {
  name: 'payments',
  commands: PAYMENT_COMMANDS,
  decide,
  evolve,
};
