import type { Command } from '../../story/command.ts';
import type { LineQuantity } from '../orders/facts.ts';

/** Who declared it, as they wrote it themselves: it goes into erasable rows, never into facts. */
export interface Declarant {
  name: string;
  /** Where the acknowledgement goes. */
  email: string;
}

/** `at` is when it was declared. `cancellation` and `refund` are the ids its adjustments will have. */
export type DeclareWithdrawal = Command<
  'DeclareWithdrawal',
  {
    withdrawal: string;
    cancellation: string;
    refund: string;
    /** Null: everything there still is to withdraw from. */
    lines: LineQuantity[] | null;
    /** The law, or the shop, gives this order's buyer the right. */
    has_right: boolean;
    declarant: Declarant;
  }
>;
