import type { CancelLines } from './cancellations/commands.ts';
import type { CaseCommand } from './cases/commands.ts';
import type { ChangeOrder } from './changes/commands.ts';
import type { DelayCommand } from './delays/commands.ts';
import type { OrderCommand } from './orders/commands.ts';
import type { PaymentCommand } from './payments/commands.ts';
import type { EraseBuyer } from './privacy/commands.ts';
import type { ShipmentCommand } from './shipments/commands.ts';
import type { DeclareWithdrawal } from './withdrawals/commands.ts';

/** Every wish that can be made of an order. */
export type AnyCommand =
  | OrderCommand
  | PaymentCommand
  | ShipmentCommand
  | CancelLines
  | DelayCommand
  | ChangeOrder
  | CaseCommand
  | DeclareWithdrawal
  | EraseBuyer;
