import { type Line, openQuantity } from './state.ts';

/** The rule that stands against taking `quantity` more units of a line, or null when they are open. */
export function whyNotOpen(line: Line, quantity: number): string | null {
  const open = openQuantity(line);
  if (quantity <= open) return null;
  if (open > 0) return 'quantity_not_open';
  return line.quantity.shipped > 0 ? 'line_already_shipped' : 'line_already_canceled';
}
