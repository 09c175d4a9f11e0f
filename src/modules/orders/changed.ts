import type { Fact } from '../../story/index.ts';
import type { FactData } from '../facts.ts';
import { findLine, type OrderState } from './state.ts';

/**
 * What a change of the order means for its own slice: another way of delivery, other dates, another price. The first
 * latest date stays what it was: by it everybody is measured.
 */
export function applyChange(order: OrderState, { data, at }: Fact): void {
  const { delivery_option, promises = [], surcharge } = data as FactData['OrderChanged'];
  if (delivery_option) order.delivery_option = delivery_option.to;
  for (const { line: id, from, to } of promises) {
    const line = findLine(order, id)!;
    line.revised = { from, reason: 'order_changed', at };
    line.promise = to;
    line.revisions += 1;
  }
  if (surcharge !== 0) order.surcharge = (order.surcharge ?? 0) + surcharge;
}
