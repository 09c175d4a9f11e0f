import type { LineQuantity } from '../orders/facts.ts';

export type CanceledBy = 'customer' | 'seller' | 'shop';

/** What canceled units were worth, in minor units: items - discount + tax + shipping = value. */
export interface CancellationValue {
  items: number;
  discount: number;
  tax: number;
  /** With what changes of the order added to it; only when nothing of the order remains. */
  shipping: number;
  value: number;
}

export interface Cancellation extends CancellationValue {
  id: string;
  at: string;
  by: CanceledBy;
  lines: LineQuantity[];
  /** The case in which its seller agreed to it. */
  case?: string;
  /** The withdrawal it carries out. */
  withdrawal?: string;
}

export interface CancellationsState {
  cancellations: Cancellation[];
}

export function emptyCancellations(): CancellationsState {
  return { cancellations: [] };
}
