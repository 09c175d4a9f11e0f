import { z } from 'zod';
import type { LineQuantity } from '../../modules/orders/facts.ts';
import { findLine, type OrderState } from '../../modules/orders/state.ts';

/** Name of the field that says how many of the n-th thing left. */
export function fieldOf(index: number): string {
  return `units-${index}`;
}

/** What was chosen of what there is: what is not named is kept, and nobody can choose more than there is. */
export function chosenUnits(
  left: readonly LineQuantity[],
  fields: Readonly<Record<string, string | undefined>>,
): LineQuantity[] {
  return left.flatMap(({ line, quantity }, index) => {
    const asked = Number(fields[fieldOf(index)] ?? 0);
    if (!Number.isInteger(asked) || asked < 1) return [];
    return [{ line, quantity: Math.min(asked, quantity) }];
  });
}

const written = z.array(z.tuple([z.string(), z.int().min(1).max(1_000_000)])).min(1);

export function writeUnits(lines: readonly LineQuantity[]): string {
  return JSON.stringify(lines.map(({ line, quantity }) => [line, quantity]));
}

/** The units of a form of ours; null: it is none. */
export function readUnits(order: OrderState, text: unknown): LineQuantity[] | null {
  try {
    const lines = written.parse(JSON.parse(String(text))).map(([line, quantity]) => ({ line, quantity }));
    return lines.every(({ line }) => findLine(order, line)) ? lines : null;
  } catch {
    return null;
  }
}
