import type { OrderView } from '../../modules/order-view/index.ts';

/** The money of an order in minor units, so that everything shown sums: owed = kept + due - overpaid. */
export interface Sums {
  /** What cancellations and returns took off; 0 or negative. */
  taken_off: number;
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
  for (const { kind, amount } of adjustments) if (kind !== 'refund') taken_off += amount;
  const owed = totals.total + taken_off;
  const kept = payment.paid - payment.refunded;
  return { taken_off, owed, kept, due: Math.max(0, owed - kept), overpaid: Math.max(0, kept - owed) };
}
