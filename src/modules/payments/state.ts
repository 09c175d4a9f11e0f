import type { PaymentMethod } from '../orders/vocabulary.ts';

export interface Payment {
  amount: number;
  method: PaymentMethod;
  reference: string | null;
  received_at: string;
}

export type RefundStatus = 'to_execute' | 'settled' | 'failed';

export interface Refund {
  id: string;
  /** Minor units, positive: money that goes back to the buyer. */
  amount: number;
  cause: 'cancellation' | 'goodwill' | 'change';
  /** Id of the cancellation it belongs to. */
  cancellation: string | null;
  lines: { line: string; quantity: number }[];
  at: string;
  status: RefundStatus;
  reference: string | null;
  settled_at: string | null;
}

/** The payments module's slice. All amounts in minor units of the order's currency. */
export interface PaymentsState {
  /** Authorized at placing: counts as good for shipping, but nothing is paid yet. */
  authorized: boolean;
  payments: Payment[];
  refunds: Refund[];
}

export function emptyPayments(): PaymentsState {
  return { authorized: false, payments: [], refunds: [] };
}

/** What the buyer has paid. */
export function paidAmount(payments: PaymentsState): number {
  return payments.payments.reduce((sum, payment) => sum + payment.amount, 0);
}

/** Refunds issued (`to_execute` and `settled`); a failed one is no refund. */
export function refundedAmount(payments: PaymentsState): number {
  return payments.refunds.reduce((sum, refund) => sum + (refund.status === 'failed' ? 0 : refund.amount), 0);
}
