import type { LineQuantity } from '../orders/facts.ts';
import type { Payment, Refund } from './state.ts';

export interface PaymentFacts {
  PaymentReceived: Payment;
  RefundIssued: {
    id: string;
    amount: number;
    cause: Refund['cause'];
    cancellation: string | null;
    lines: LineQuantity[];
    reference: string | null;
  };
  RefundSettled: { id: string; reference: string | null; settled_at: string };
  RefundFailed: { id: string; reference: string | null };
}
