import type { Command } from '../../story/command.ts';
import type { LineQuantity } from '../orders/facts.ts';
import type { PaymentMethod } from '../orders/vocabulary.ts';

export type ReceivePayment = Command<
  'ReceivePayment',
  { amount: number; method: PaymentMethod; reference: string | null; received_at: string }
>;
/** Goodwill: money back without a cancellation. `refund` is the id it will have. */
export type IssueRefund = Command<
  'IssueRefund',
  { refund: string; amount: number; lines: LineQuantity[]; reason: string | null; reference: string | null }
>;
export type ConcludeRefund = Command<
  'ConcludeRefund',
  { refund: string; status: 'settled' | 'failed'; reference: string | null; settled_at: string }
>;

export type PaymentCommand = ReceivePayment | IssueRefund | ConcludeRefund;
