/**
 * A fact is one thing that happened to one order. Facts are append-only; the order's state is their fold.
 *
 * An old fact's shape lives for ever (design.md, safety rule 1): add optional fields or a new type, never
 * rename. No personal data and no free text in `data`: those are rows beside the story that can be erased.
 */
export interface Fact<Type extends string = string, Data = unknown> {
  type: Type;
  data: Data;
  /** 1 for the first fact of the order, then without a gap. */
  version: number;
  /** When it happened, RFC 3339 UTC. */
  at: string;
  /** When we learned it, RFC 3339 UTC. */
  recorded_at: string;
  /** Who caused it: `key:<id>`, `customer`, `seller:<id>`, `carrier:<code>`, `shop`, `system`. Never a name. */
  actor: string;
  /** Id of the command that caused it (UUID): tells, after a connection lost at COMMIT, whether it arrived. */
  command_id: string;
}

/** What `decide` answers: a fact that has not got its place in the story yet. */
export interface NewFact<Type extends string = string, Data = unknown> {
  type: Type;
  data: Data;
  /** Only when it differs from the command's `at` (a scan happened before it was reported). */
  at?: string;
}
