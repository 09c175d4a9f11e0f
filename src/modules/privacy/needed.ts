import { casesOf } from '../cases/state.ts';
import { openQuantity } from '../orders/state.ts';
import type { State } from '../state.ts';

/**
 * Why who bought an order must still be known: nobody can deliver to or answer a buyer they have forgotten (GDPR 17(3),
 * 6(1)(b)). Money goes back the way it came, to whoever that is. In the order in which they are said.
 */
export const REASONS = ['to_send', 'on_the_way', 'coming_back', 'request'] as const;
export type KeptFor = (typeof REASONS)[number];

/** The first reason for which an order's buyer is still needed; null: the order is over. */
export function neededFor(state: State): KeptFor | null {
  const order = state.order!;
  if (order.lines.some((line) => openQuantity(line) > 0)) return 'to_send';
  const { declared = [] } = state.withdrawals;
  if (order.lines.some(({ quantity }) => quantity.delivered < quantity.shipped)) return 'on_the_way';
  if (declared.some(({ awaited }) => awaited.some(({ quantity }) => quantity > 0))) return 'coming_back';
  return casesOf(state).some(({ status }) => status !== 'closed') ? 'request' : null;
}
