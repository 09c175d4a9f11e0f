import type { Effects, Fact } from '../../story/index.ts';
import type { AnyFact } from '../facts.ts';
import type { State } from '../state.ts';
import { concernedSellers } from './concerned.ts';
import { eventTypeOf } from './event-types.ts';
import { WEBHOOK_DELIVERIES } from './rows.ts';

/**
 * Plans telling a fact to other systems, all of them by one row. On the path of every fact: who listens, and what the
 * message is called, is found by the statement that writes it. An order imported without telling anyone is silent here
 * too.
 */
export function react(fact: Fact, state: State, effects: Effects): void {
  const order = state.order;
  if (!order?.notify) return;
  effects.rows.push({
    set: WEBHOOK_DELIVERIES,
    values: {
      order_number: order.number,
      fact_version: fact.version,
      type: eventTypeOf(fact),
      created_at: fact.recorded_at,
      sellers: JSON.stringify(concernedSellers(fact as AnyFact, state)),
    },
  });
}
