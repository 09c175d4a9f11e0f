import type pg from 'pg';
import type { Command, Outcome, Remember } from './command.ts';
import type { Decision } from './decision.ts';
import type { Composition } from './module.ts';

/** The one road by which an order changes. */
export interface Ledger<State> {
  /** Decides and stores one command; concurrent ones share a commit. */
  execute(command: Command, remember?: Remember<State>): Promise<Outcome<State>>;
  /** Many at once, in the slow lane: single commands overtake them. Same order as given. */
  executeAll(commands: readonly Command[]): Promise<Outcome<State>[]>;
  /** What would happen: decides on the present state and stores nothing. */
  preview(command: Command): Promise<{ state: State; decision: Decision }>;
}

export function openLedger<State>(_options: {
  pool: pg.Pool;
  composition: Composition<State>;
}): Ledger<State> {
  throw new Error('in the making');
}
