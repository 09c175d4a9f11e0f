import type { LineQuantity } from '../orders/facts.ts';

export interface WithdrawalFacts {
  /**
   * The buyer has withdrawn from the contract, for these units. What of them is still here is canceled by the facts
   * that follow in the same commit; the rest is to come back.
   */
  WithdrawalDeclared: {
    id: string;
    lines: LineQuantity[];
    declared_at: string;
    /** A late declaration is one too: what it is worth is for the shop to say. */
    within_period: boolean;
    /** Last day of the period, in the order's zone; null: it had not begun, or no law gives one. */
    until: string | null;
    /** Under which id what was still here was canceled in the same commit; null: nothing was. */
    cancellation: string | null;
  };
}
