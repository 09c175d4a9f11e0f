import { refuseInvalid } from '../../story/index.ts';
import type { LineQuantity } from './facts.ts';
import { type Line, openQuantity } from './state.ts';

/**
 * Stands against naming no units, or none of a line. The edge refuses it too; here it keeps a wish for nothing
 * from being the one that completes something (the last cancellation gives the shipping back).
 */
export function whyNotCounted(lines: readonly LineQuantity[]): ReturnType<typeof refuseInvalid> | null {
  const counted = lines.every(({ quantity }) => Number.isSafeInteger(quantity) && quantity > 0);
  if (counted && lines.length > 0) return null;
  return refuseInvalid('no_quantity', 'lines', 'Name lines, with a quantity of at least 1 of each.');
}

/** The rule that stands against taking `quantity` more units of a line, or null when they are open. */
export function whyNotOpen(line: Line, quantity: number): string | null {
  const open = openQuantity(line);
  if (quantity <= open) return null;
  if (open > 0) return 'quantity_not_open';
  return line.quantity.shipped > 0 ? 'line_already_shipped' : 'line_already_canceled';
}
