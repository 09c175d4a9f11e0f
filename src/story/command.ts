import type { Refusal } from './decision.ts';

/**
 * A wish concerning one order. Everything that is not in the state is inside it: time, ids, actor; so that
 * deciding is pure and can be repeated when another process was faster.
 */
export interface Command<Type extends string = string, Body = unknown> {
  type: Type;
  order: string;
  body: Body;
  /** UUID, made at the edge, one per call. */
  id: string;
  /** When it happened in the sender's world, RFC 3339 UTC. */
  at: string;
  /** When we received it, RFC 3339 UTC. */
  recorded_at: string;
  actor: string;
}

/** What became of a command. `state` is the order after it, null when there is no such order. */
export interface Outcome<State> {
  order: string;
  version: number;
  state: State | null;
  /** Set when a rule stood against it. Nothing was stored. */
  refusal?: Refusal;
  /** False when deciding to do nothing was the answer (a repeat). */
  changed: boolean;
  /** What the command made, for its sender: `{ kind, id, amount? }`. */
  result?: unknown;
  /** The stored answer of an earlier call with the same idempotency key, word for word. */
  replayed?: StoredAnswer;
}

/** An answer kept so that the same call can be answered the same way again. */
export interface StoredAnswer {
  status: number;
  body: string;
}

/**
 * Asks the ledger to keep this command's answer in the same transaction as its facts, under a key that
 * belongs to the caller (a hash of API key, method, path and Idempotency-Key).
 */
export interface Remember<State> {
  key: string;
  /** Keyed hash of the request body: the same key with another one is refused. */
  fingerprint: string;
  /** Builds the answer to keep; null keeps nothing (validation errors are never kept). */
  answer(outcome: Outcome<State>): StoredAnswer | null;
}
