import { dateInZone } from '../../lib/dates.ts';
import type { State } from '../state.ts';
import { withdrawableUntil } from './period.ts';
import { type FurtherCountries, hasRight } from './right.ts';

/** Where an order stands with the right of withdrawal at one moment. */
export interface Expectation {
  has_right: boolean;
  within_period: boolean;
  /** Last day of the period, in the order's zone; null: it has not begun. */
  until: string | null;
  today: string;
}

interface Asking {
  /** To whom else than the law the shop gives the right. */
  returns: FurtherCountries;
  /** Epoch milliseconds. */
  now_ms: number;
  /** Of a part of an order, which cannot tell it: the last day of the whole. */
  until?: string | null;
}

export function expectationOf(
  state: Pick<State, 'order' | 'shipments'>,
  { returns, now_ms, until = withdrawableUntil(state) }: Asking,
): Expectation {
  const { country, time_zone } = state.order!;
  const has_right = hasRight(country, returns);
  const today = dateInZone(now_ms, time_zone);
  return { has_right, within_period: has_right && (until === null || today <= until), until, today };
}
