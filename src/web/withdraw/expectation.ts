import { dateInZone } from '../../lib/dates.ts';
import type { State } from '../../modules/state.ts';
import {
  type FurtherCountries,
  hasRight,
  isWithinPeriod,
  withdrawableUntil,
} from '../../modules/withdrawals/index.ts';

/** Where a withdrawal stands with the law at one moment. */
export interface Expectation {
  has_right: boolean;
  within_period: boolean;
  /** Last day of the period, in the order's zone; null: it has not begun. */
  until: string | null;
  today: string;
}

/** @param countries whose buyers may withdraw */
export function expectationOf(state: State, countries: FurtherCountries, now_ms: number): Expectation {
  const has_right = hasRight(state.order!.country, countries);
  return {
    has_right,
    within_period: has_right && isWithinPeriod(state, now_ms),
    until: withdrawableUntil(state),
    today: dateInZone(now_ms, state.order!.time_zone),
  };
}
