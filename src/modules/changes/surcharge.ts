import type { DeliveryPrices } from '../delivery/prices.ts';
import type { DeliveryOption } from '../orders/vocabulary.ts';
import type { State } from '../state.ts';
import { changesOf } from './state.ts';

/** The options an order can be changed to have a price, those without one are not offered. */
export function isOffered(prices: DeliveryPrices | null, option: DeliveryOption): boolean {
  return prices === null || typeof prices[option] === 'number';
}

/**
 * What the order costs more with another option, in minor units; negative: less. It is told from the option it was
 * placed with, so that whoever goes there and back pays and gets back nothing, by whichever way. What was taken for
 * delivery is the most that comes back: free delivery stays free and earns nobody money.
 *
 * @param prices null: the shop has published none, and whoever asks on its behalf is charged nothing
 */
export function surchargeOf(
  state: Pick<State, 'order' | 'changes'>,
  option: DeliveryOption,
  prices: DeliveryPrices | null,
): number {
  const { totals, delivery_option, surcharge = 0 } = state.order!;
  if (prices === null) return 0;
  const placed =
    changesOf(state).find((change) => change.delivery_option)?.delivery_option?.from ?? delivery_option;
  if (option === placed) return 0 - surcharge;
  // A discount above the goods was taken off the delivery: that part of it was never paid.
  const paid_for_delivery = totals.shipping - Math.max(0, totals.discount - totals.items);
  const more = prices[option]! - (prices[placed] ?? totals.shipping);
  return Math.max(more, 0 - paid_for_delivery) - surcharge;
}
