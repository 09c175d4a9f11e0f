import type { Answer, DelayRule } from './policies/policy.ts';

/** Why nobody needs to decide any more, without anybody having decided. */
export type ClosedBecause = 'dispatched' | 'canceled' | 'promised_anew' | 'being_packed';

/** What is asked about one line. */
export interface Asked {
  line: string;
  rule: DelayRule;
  /** The last day to answer on, where the order goes. */
  until: string;
  without_answer: Answer;
  /** The latest date of the promise before this delay. */
  old_latest: string;
  /** The latest date promised now; null: nobody knows when it will come. */
  new_latest: string | null;
}

export interface DelayFacts {
  /** These lines come later than the buyer counted on: to wait, or to cancel them? */
  DecisionAsked: {
    /** Version of the fact that is the delay. */
    change: number;
    lines: Asked[];
  };
  /** The one outcome of a question, with `DecisionClosed`. A cancellation follows in the same commit. */
  DelayDecided: { lines: string[]; decision: Answer; by: DecidedBy };
  DecisionClosed: { lines: string[]; because: ClosedBecause };
  /** The last promised day is over, and something of these lines has not left: told once for each date. */
  PromisePassed: { lines: { line: string; latest: string }[] };
  /** Dispatched, and nobody has heard of it for days: told once. `since`: the last sign of it. */
  ShipmentStalled: { shipment: string; since: string };
}

export type DecidedBy = 'customer' | 'silence' | 'shop';
