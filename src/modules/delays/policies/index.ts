import { AMERICAN, EUROPEAN } from '../../orders/jurisdictions.ts';
import type { Asked } from '../facts.ts';
import { addDays } from './days.ts';
import { eu } from './eu.ts';
import type { Delay, Policy, ShopPolicy } from './policy.ts';
import { shop } from './shop.ts';
import { usFtcFirst } from './us_ftc_first.ts';
import { usFtcSecond } from './us_ftc_second.ts';

export * from './policy.ts';

/** The first that applies. A rule of another country is a file, a line here and its words in locales/<locale>/delay.json. */
export const POLICIES: readonly Policy[] = [usFtcFirst, usFtcSecond, eu, shop];

/**
 * What a buyer is asked about a delay. There is time until the old latest date, as the laws have it, and never
 * less than the shop's days after the notice: a notice that comes late must not take the choice away.
 */
export function termsOf(delay: Delay, shopPolicy: ShopPolicy): Omit<Asked, 'line'> {
  const policy = POLICIES.find((candidate) => candidate.applies(delay))!;
  const { old_latest, new_latest, noticed_on } = delay;
  const least = addDays(noticed_on, shopPolicy.answer_days);
  return {
    rule: policy.rule,
    until: old_latest > least ? old_latest : least,
    without_answer: policy.withoutAnswer(shopPolicy),
    old_latest,
    new_latest,
  };
}

/** Where nothing was agreed, a law counts on this many days from the order; null: nobody counts on anything. */
export function daysWithoutPromise(country: string): number | null {
  return AMERICAN.has(country) || EUROPEAN.has(country) ? undated_days : null;
}

/** 16 CFR 435.2 (a)(1)(ii) and Directive 2011/83, article 18 (1) agree on it. */
const undated_days = 30;
