import type { LineQuantity } from '../orders/facts.ts';

/** A buyer's declaration that they withdraw from the contract, or from a part of it. */
export interface Withdrawal {
  id: string;
  declared_at: string;
  /** What they withdraw from. */
  lines: LineQuantity[];
  /** Of those: what was still here, and is canceled. */
  canceled: LineQuantity[];
  /** Of those: what was packed, has left or has arrived, and has not come back yet. */
  awaited: LineQuantity[];
  within_period: boolean;
  /** Last day of the period, in the order's zone; null: it had not begun, or no law gives one. */
  until: string | null;
  /** The cancellation of the same commit; null: nothing was still here. */
  cancellation: string | null;
}

/** The withdrawals module's slice. Nearly every order has none, and then it must weigh nothing. */
export interface WithdrawalsState {
  declared?: Withdrawal[];
}

export function emptyWithdrawals(): WithdrawalsState {
  return {};
}

export function findWithdrawal(state: WithdrawalsState, id: string): Withdrawal | undefined {
  return state.declared?.find((withdrawal) => withdrawal.id === id);
}

/** Units of a line that the buyer has withdrawn from and that have not come back. */
export function awaitedQuantity({ declared = [] }: WithdrawalsState, line: string): number {
  let sum = 0;
  for (const { awaited } of declared) {
    for (const units of awaited) if (units.line === line) sum += units.quantity;
  }
  return sum;
}
