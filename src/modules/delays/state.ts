import type { State } from '../state.ts';
import type { Asked, DecidedBy } from './facts.ts';
import type { Answer } from './policies/policy.ts';

/** A question that waits for its answer. */
export interface Question extends Omit<Asked, 'line'> {
  /** Version of the fact that is the delay. */
  change: number;
  /** The end of `until` where the order goes, RFC 3339 UTC: from then on silence is an answer. */
  ends_at: string;
}

/** A line whose dates moved later, or passed. */
export interface LineDelay {
  line: string;
  /** How often its dates moved later. */
  delays: number;
  /** The latest date the buyer counts on; null: agreed to wait without one; absent: the promise. */
  agreed?: string | null;
  /** At most one is open. */
  question?: Question;
  /** The outcome of the last question. */
  answer?: { decision: Answer; by: DecidedBy; at: string };
  /** The promised date about whose passing there is nothing more to say. */
  passed?: string;
}

/** The delays module's slice. Absent as long as everything goes as promised: nearly every order. */
export interface DelaysState {
  lines?: LineDelay[];
  /** Shipments of which the buyer was told that nobody hears of them. */
  stalled?: string[];
}

export function findDelay({ delays }: Pick<State, 'delays'>, line: string): LineDelay | undefined {
  return delays?.lines?.find((delay) => delay.line === line);
}

/** The question about a line that waits for an answer. */
export function openQuestion(state: Pick<State, 'delays'>, line: string): Question | undefined {
  return findDelay(state, line)?.question;
}
