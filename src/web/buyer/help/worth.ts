import { cancelLines } from '../../../modules/cancellations/cancellations.ts';
import { titleOf } from '../../../modules/order-view/index.ts';
import { findLine, openQuantity } from '../../../modules/orders/state.ts';
import type { State } from '../../../modules/state.ts';
import { title_length_max } from '../reading.ts';
import { cancelCommand, consequences } from '../worth.ts';

/** What the seller's consent would bring. */
export interface CanceledWorth {
  line: string;
  title: string;
  quantity: number;
  /** As many could be asked for. */
  most: number;
  /** Minor units that would come back. */
  refund: number;
}

/** By the rules that will decide. @param asked how many; by default all that has not left */
export function worthOf(state: State, line: string, asked: number | null): CanceledWorth {
  const found = findLine(state.order!, line)!;
  const most = openQuantity(found);
  const quantity = asked !== null && Number.isInteger(asked) && asked >= 1 && asked <= most ? asked : most;
  const decision = cancelLines(state, cancelCommand('', [{ line, quantity }], '', ''), 'asked');
  const refund = 'refusal' in decision ? 0 : consequences(decision).refund;
  return { line, title: titleOf(found, title_length_max), quantity, most, refund };
}
