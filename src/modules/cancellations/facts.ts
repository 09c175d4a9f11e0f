import type { LineQuantity, Move } from '../orders/facts.ts';
import type { CanceledBy, CancellationValue } from './state.ts';

export interface CancellationFacts {
  LinesCanceled: CancellationValue & {
    id: string;
    by: CanceledBy;
    lines: LineQuantity[];
    /** Nothing of the order remains. */
    everything: boolean;
    /** The case in which its seller agreed to it, packing or not. */
    case?: string;
    /** The withdrawal it carries out: its buyer is told of that instead. */
    withdrawal?: string;
    /** Nobody had wished it: a decision about a delay was asked for, and there was no answer. */
    because?: 'no_answer';
    moves: Move[];
  };
}
