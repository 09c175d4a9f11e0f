import type { StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import { react } from './react.ts';

export * from './find.ts';

/** Takes part in every story by listening: it keeps the row by which a customer's list finds the order. */
export const orderListModule: StoryModule<State> = {
  name: 'order-list',
  commands: [],
  decide(_state, command) {
    throw new Error(`${command.type} is not decided here`);
  },
  evolve() {},
  react,
};
