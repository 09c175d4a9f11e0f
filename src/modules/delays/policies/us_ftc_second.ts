import { AMERICAN } from '../../orders/jurisdictions.ts';
import type { Policy } from './policy.ts';

/**
 * United States, a longer delay, one without a date, or not the first (16 CFR 435.2 (b)(1)(ii) and (b)(2), (c)): only
 * who says so agrees to wait. Else the order is canceled and refunded unasked.
 */
export const usFtcSecond: Policy = {
  rule: 'us_ftc_second',
  applies: ({ country }) => AMERICAN.has(country),
  withoutAnswer: () => 'cancel',
};
