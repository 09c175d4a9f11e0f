import { movedPromises } from '../../../modules/changes/promise.ts';
import { isOffered, surchargeOf } from '../../../modules/changes/surcharge.ts';
import type { DeliveryPrices } from '../../../modules/delivery/index.ts';
import type { StoredOrder } from '../../../modules/order-view/index.ts';
import type { DeliveryPromise } from '../../../modules/orders/state.ts';
import { openQuantity } from '../../../modules/orders/state.ts';
import { DELIVERY_OPTIONS, type DeliveryOption } from '../../../modules/orders/vocabulary.ts';

/** One way of delivery, as it would be for what has not left. */
export interface Offer {
  option: DeliveryOption;
  /** Minor units more; negative: less. */
  surcharge: number;
  /** The widest of what would be promised; null: nobody knows. */
  dates: DeliveryPromise | null;
}

/**
 * The ways of delivery the shop has a price for, by the rules that will decide. Nothing is offered without prices:
 * nobody knows what they would cost.
 */
export function offersOf(
  { state }: Pick<StoredOrder, 'state'>,
  prices: DeliveryPrices | null,
  at: string,
): Offer[] {
  if (prices === null) return [];
  const order = state.order!;
  return DELIVERY_OPTIONS.flatMap((option): Offer[] => {
    if (option !== order.delivery_option && !isOffered(prices, option)) return [];
    const surcharge = option === order.delivery_option ? 0 : surchargeOf(state, option, prices);
    const moved = movedPromises(order, option, at, surcharge > 0);
    if (moved === null) return [];
    const promises = order.lines.flatMap((line) => {
      if (openQuantity(line) === 0) return [];
      return moved.find(({ line: id }) => id === line.id)?.to ?? line.promise ?? [];
    });
    return [{ option, surcharge, dates: widest(promises) }];
  });
}

export function widest(promises: readonly DeliveryPromise[]): DeliveryPromise | null {
  if (promises.length === 0) return null;
  const earliest = promises.map((promise) => promise.earliest).sort()[0]!;
  const latest = promises
    .map((promise) => promise.latest)
    .sort()
    .at(-1)!;
  return { earliest, latest };
}
