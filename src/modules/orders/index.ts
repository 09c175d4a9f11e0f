import type { Effects, Fact, StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import { decide, evolve, ORDER_COMMANDS } from './orders.ts';
import { sellerRows } from './rows.ts';

export const ordersModule: StoryModule<State> = {
  name: 'orders',
  commands: ORDER_COMMANDS,
  decide,
  evolve,
  react(fact: Fact, state: State, effects: Effects): void {
    if (fact.type === 'OrderPlaced') effects.rows.push(...sellerRows(state.order!));
  },
};
