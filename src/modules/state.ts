import { type CancellationsState, emptyCancellations } from './cancellations/state.ts';
import type { CasesState } from './cases/state.ts';
import type { ChangesState } from './changes/state.ts';
import type { DelaysState } from './delays/state.ts';
import { emptyOrder, type OrderState } from './orders/state.ts';
import { emptyPayments, type PaymentsState } from './payments/state.ts';
import { emptyShipments, type ShipmentsState } from './shipments/state.ts';
import { emptyWithdrawals, type WithdrawalsState } from './withdrawals/state.ts';

/** The snapshot of one order's story: one slice per module, each owned by its module alone. */
export interface State {
  order: OrderState | null;
  payments: PaymentsState;
  shipments: ShipmentsState;
  cancellations: CancellationsState;
  /** Absent as long as nothing of the order was changed. */
  changes?: ChangesState;
  /** Absent as long as everything goes as promised. */
  delays?: DelaysState;
  /** Absent as long as nobody asked anything. */
  cases?: CasesState;
  withdrawals: WithdrawalsState;
}

/** Raise it when a slice's shape changes: older snapshots are refolded from their facts when read. */
export const STATE_VERSION = 3;

export function initialState(): State {
  return {
    order: emptyOrder(),
    payments: emptyPayments(),
    shipments: emptyShipments(),
    cancellations: emptyCancellations(),
    withdrawals: emptyWithdrawals(),
  };
}
