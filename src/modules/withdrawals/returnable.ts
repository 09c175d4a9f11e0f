import type { Line } from '../orders/state.ts';
import type { State } from '../state.ts';
import type { Expectation } from './expectation.ts';
import { withdrawableUntil } from './period.ts';
import { awaitedQuantity } from './state.ts';

/** Why nothing of a line can be sent back: what is named first is asked first. */
export const WHY_NOT_RETURN = [
  'line_already_canceled',
  'line_already_withdrawn',
  'line_already_returned',
  'not_delivered',
  'no_right_in_country',
  'period_over',
] as const;
export type WhyNotReturn = (typeof WHY_NOT_RETURN)[number];

/** What of a line its buyer can send back at one moment. */
export interface Returnable {
  quantity: number;
  /** Last day to say so, or, of a period that is over, which it was. Null: it has not begun, or there is none. */
  until: string | null;
  why_not: WhyNotReturn | null;
}

type Reading = Pick<State, 'withdrawals'>;

/** Units that have arrived, have not come back, and were not withdrawn from. */
function inHand({ withdrawals }: Reading, { id, quantity: { delivered, returned } }: Line): number {
  return Math.max(0, delivered - returned - awaitedQuantity(withdrawals, id));
}

/** By the right of withdrawal: until a shop says more, nobody else promises to take anything back. */
export function returnable(state: Reading, line: Line, expectation: Expectation): Returnable {
  const { has_right, within_period, until } = expectation;
  const quantity = inHand(state, line);
  if (quantity === 0) return { quantity, until: null, why_not: whyNothing(state, line) };
  if (!has_right) return { quantity: 0, until: null, why_not: 'no_right_in_country' };
  return within_period ? { quantity, until, why_not: null } : { quantity: 0, until, why_not: 'period_over' };
}

function whyNothing({ withdrawals }: Reading, { id, quantity }: Line): WhyNotReturn {
  const { ordered, canceled, returned } = quantity;
  if (canceled === ordered) return 'line_already_canceled';
  const awaited = awaitedQuantity(withdrawals, id);
  if (canceled + returned + awaited < ordered) return 'not_delivered';
  return awaited > 0 ? 'line_already_withdrawn' : 'line_already_returned';
}

/**
 * The last day on which anything of the order can be sent back, to whom has the right: `open` while the period has
 * not begun, because something is still to come. Null: the buyer has nothing to send back.
 */
export function lastDayToReturn(state: State): string | 'open' | null {
  if (!state.order!.lines.some((line) => inHand(state, line) > 0)) return null;
  return withdrawableUntil(state) ?? 'open';
}
