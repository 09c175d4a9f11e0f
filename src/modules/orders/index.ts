import type { Effects, Fact, StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import type { Move, OrderFacts } from './facts.ts';
import { decide, evolve, ORDER_COMMANDS } from './orders.ts';
import { sellerRows } from './rows.ts';

export const ordersModule: StoryModule<State> = {
  name: 'orders',
  commands: ORDER_COMMANDS,
  decide,
  evolve,
  react(fact: Fact, state: State, effects: Effects): void {
    const begins = fact.type === 'OrderPlaced' || fact.type === 'HandlingBegun';
    if (!begins && !movesReminders(fact)) return;
    effects.rows.push(...sellerRows(state.order!, fact.recorded_at, begins));
  },
};

/** Whether there may be something else to remind a seller of: another day, or units that are open again. */
function movesReminders(fact: Fact): boolean {
  switch (fact.type) {
    case 'ShipByNeared':
      return true;
    case 'PromiseRevised':
      return (fact.data as OrderFacts['PromiseRevised']).lines.some((line) => line.ship_by !== undefined);
    default: {
      const { moves } = fact.data as { moves?: Move[] };
      return moves?.some((move) => (move.shipped ?? 0) < 0) ?? false;
    }
  }
}
