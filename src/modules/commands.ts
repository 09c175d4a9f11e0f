import type { CancelLines } from './cancellations/commands.ts';
import type { OrderCommand } from './orders/commands.ts';
import type { PaymentCommand } from './payments/commands.ts';
import type { ShipmentCommand } from './shipments/commands.ts';

/** Every wish that can be made of an order. */
export type AnyCommand = OrderCommand | PaymentCommand | ShipmentCommand | CancelLines;
