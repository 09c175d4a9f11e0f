import type { OrderView } from '../../order-view/index.ts';
import type { LineQuantity } from '../../orders/facts.ts';
import { openUnits, orderedUnits } from './items.ts';

/** What a seller has to send, or had: what is open, else all that was not canceled. */
export function unitsToSend({ lines }: OrderView): LineQuantity[] {
  const open = openUnits(lines);
  if (open.length > 0) return open;
  const left = lines.flatMap(({ id, quantity }) =>
    quantity.ordered > quantity.canceled
      ? [{ line: id, quantity: quantity.ordered - quantity.canceled }]
      : [],
  );
  return left.length > 0 ? left : orderedUnits(lines);
}

/** Of several lines the first day by which one is to leave; null: no day is known. */
export function firstShipBy({ lines }: OrderView, units: readonly LineQuantity[]): string | null {
  const dates = lines.flatMap(({ id, ship_by }) =>
    ship_by !== null && units.some(({ line }) => line === id) ? [ship_by] : [],
  );
  return dates.sort()[0] ?? null;
}

export function nothingOpen({ lines }: OrderView): boolean {
  return lines.every(({ quantity }) => quantity.open === 0);
}

export function sumOf(units: readonly LineQuantity[]): number {
  return units.reduce((sum, { quantity }) => sum + quantity, 0);
}
