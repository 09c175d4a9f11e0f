import type { LineQuantity } from '../orders/facts.ts';
import { findLine } from '../orders/state.ts';
import type { State } from '../state.ts';
import { refundUntil, sendBackUntil } from '../withdrawals/period.ts';
import type { Withdrawal } from '../withdrawals/state.ts';

/** A declaration that the buyer withdraws, and what is still to happen with it. */
export interface WithdrawalView {
  id: string;
  declared_at: string;
  within_period: boolean;
  /** Last day of the period, in the order's zone; null: it had not begun, or no law gives one. */
  until: string | null;
  lines: LineQuantity[];
  /** Of those: what had not left, and was canceled. */
  canceled: LineQuantity[];
  /** Of those: what is to come back. */
  awaited: LineQuantity[];
  /** Minor units on their way back for what was canceled; what is awaited is not in it. */
  refunded: number;
  /** Last day to send it back; null: nothing is awaited, or not all of it has arrived, or it is for the shop to say. */
  send_back_by: string | null;
  /** By when the money is back; while goods are awaited it may wait for them, or for proof that they were sent. */
  refund_by: string | null;
}

/** Oldest first. */
export function viewWithdrawals(state: State): WithdrawalView[] {
  return (state.withdrawals.declared ?? []).map((withdrawal) => viewWithdrawal(withdrawal, state));
}

function viewWithdrawal(withdrawal: Withdrawal, state: State): WithdrawalView {
  const { id, declared_at, within_period, until, lines, canceled, awaited } = withdrawal;
  const order = state.order!;
  const arrived = lastArrival(awaited, state);
  return {
    ...{ id, declared_at, within_period, until, lines, canceled, awaited },
    refunded: refundedFor(id, state),
    send_back_by:
      within_period && arrived !== null
        ? sendBackUntil(arrived > declared_at ? arrived : declared_at, order)
        : null,
    refund_by: within_period || awaited.length === 0 ? refundUntil(declared_at, order) : null,
  };
}

function refundedFor(withdrawal: string, { cancellations, payments }: State): number {
  const own = new Set(
    cancellations.cancellations.flatMap((made) => (made.withdrawal === withdrawal ? [made.id] : [])),
  );
  return payments.refunds.reduce(
    (sum, refund) =>
      refund.status !== 'failed' && refund.cancellation !== null && own.has(refund.cancellation)
        ? sum + refund.amount
        : sum,
    0,
  );
}

/**
 * When the last of the awaited units came to the buyer; null while one is still to come, or none is awaited. What
 * arrives after it was withdrawn from gets its fourteen days from then: nobody can send back what they do not have.
 */
function lastArrival(awaited: readonly LineQuantity[], { order, shipments }: State): string | null {
  const lines = new Set(awaited.map(({ line }) => line));
  const complete = [...lines].every((line) => {
    const { ordered, canceled, delivered } = findLine(order!, line)!.quantity;
    return delivered >= ordered - canceled;
  });
  if (!complete) return null;
  const arrivals = shipments.shipments
    .filter((shipment) => !shipment.voided && shipment.lines.some(({ line }) => lines.has(line)))
    .flatMap(({ delivered_at }) => delivered_at ?? []);
  return arrivals.sort().at(-1) ?? null;
}
