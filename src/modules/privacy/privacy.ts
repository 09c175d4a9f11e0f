import type { Command, Decision } from '../../story/index.ts';
import { nothing, refuse } from '../../story/index.ts';
import type { State } from '../state.ts';
import type { EraseBuyer } from './commands.ts';
import type { PrivacyFacts } from './facts.ts';
import { neededFor } from './needed.ts';

export const PRIVACY_COMMANDS = ['EraseBuyer'] as const satisfies EraseBuyer['type'][];

/** What refuses an erasure begins with this; behind it stands why the buyer is still needed. */
export const needed_prefix = 'buyer_needed_';

/** An order that is not over keeps its buyer: somebody waits for it. */
export function decide(state: State, command: Command): Decision {
  const { order: number, body } = command as EraseBuyer;
  const order = state.order!;
  const result = { kind: 'erasure', id: number };
  if (order.erased) return nothing(result);
  const needed = neededFor(state);
  if (needed && !body.at_last) {
    return refuse(needed_prefix + needed, 'The order is not over: who bought it is still needed.');
  }
  const data: PrivacyFacts['BuyerErased'] = { customer: order.customer && body.pseudonym };
  return { facts: [{ type: 'BuyerErased', data }], result };
}
