import type { Totals } from '../orders/state.ts';

/**
 * Discount and tax belong to the order; each unit bears its share by value. Shares are cumulative floors
 * (share after - share before), so that taking an order apart unit by unit, in any order, gives back exactly
 * what the whole cost: the last unit takes the rest.
 *
 * Products stay exact because amounts are bounded at the edge (10^12 minor units would need BigInt beyond
 * 2^53, so the multiplication is done in BigInt).
 */
export function shareUpTo(whole: number, items: number, value: number): number {
  if (items === 0) return 0;
  return Number((BigInt(whole) * BigInt(value)) / BigInt(items));
}

export interface Shares {
  discount: number;
  tax: number;
}

/**
 * The share of units worth `value` that come after units worth `before`. Of a discount above the goods the rest was taken
 * off the shipping: it goes with that, and no unit is worth less than nothing.
 */
export function sharesOf(totals: Totals, before: number, value: number): Shares {
  const { items, tax } = totals;
  const discount = Math.min(totals.discount, items);
  return {
    discount: shareUpTo(discount, items, before + value) - shareUpTo(discount, items, before),
    tax: shareUpTo(tax, items, before + value) - shareUpTo(tax, items, before),
  };
}
