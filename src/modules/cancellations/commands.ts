import type { Command } from '../../story/command.ts';
import type { LineQuantity } from '../orders/facts.ts';
import type { CanceledBy } from './state.ts';

/** All or nothing. `cancellation` and `refund` are the ids its adjustments will have. */
export type CancelLines = Command<
  'CancelLines',
  { cancellation: string; refund: string; lines: LineQuantity[]; reason: string | null; by: CanceledBy }
>;
