import { AMERICAN } from '../../orders/jurisdictions.ts';
import { daysBetween } from './days.ts';
import type { Delay, Policy } from './policy.ts';

/** 16 CFR 435.2 (b)(1): the longest first delay to which silence agrees. */
const consented_days_max = 30;

/**
 * United States, the first delay, to a date at most 30 days later: who says nothing agrees to wait. The same of whoever
 * has agreed to wait without a date: a date is more than was asked for.
 */
export const usFtcFirst: Policy = {
  rule: 'us_ftc_first',
  applies: (delay) =>
    AMERICAN.has(delay.country) && delay.new_latest !== null && isMild(delay, delay.new_latest),
  withoutAnswer: () => 'wait',
};

function isMild({ earlier_delays, open_ended, old_latest }: Delay, new_latest: string): boolean {
  return open_ended || (earlier_delays === 0 && daysBetween(old_latest, new_latest) <= consented_days_max);
}
