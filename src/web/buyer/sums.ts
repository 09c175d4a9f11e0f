import type { OrderView } from '../../modules/order-view/index.ts';

/** The money of an order in minor units, so that everything shown sums: owed = kept + due - overpaid. */
export interface Sums {
  /** What cancellations and returns took off; 0 or negative. */
  taken_off: number;
  /** What changes of the order added; negative: they made it cost less. */
  changed: number;
  owed: number;
  kept: number;
  due: number;
  overpaid: number;
}

export function owed({
  totals,
  payment,
  adjustments,
}: Pick<OrderView, 'totals' | 'payment' | 'adjustments'>): Sums {
  let taken_off = 0;
  let changed = 0;
  for (const { kind, amount } of adjustments) {
    if (kind === 'change') changed += amount;
    else if (kind !== 'refund') taken_off += amount;
  }
  const owed = totals.total + changed + taken_off;
  const kept = payment.paid - payment.refunded;
  return {
    taken_off,
    changed,
    owed,
    kept,
    due: Math.max(0, owed - kept),
    overpaid: Math.max(0, kept - owed),
  };
}
