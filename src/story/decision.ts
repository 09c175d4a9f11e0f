import type { NewFact } from './fact.ts';
import type { Row } from './rows.ts';

/** A rule that stands against a command: a value, not an exception. `code` is a snake_case sentence. */
export interface Refusal {
  code: string;
  /** For a reader of logs and API answers; no personal data. */
  detail?: string;
  /**
   * `conflict` (409) unless the order does not exist (404) or the content is impossible (422). `stale`: what its sender
   * had read beside the story is no longer so; read again, it may well be accepted.
   */
  kind: 'conflict' | 'not_found' | 'invalid' | 'stale';
  /** Which field is wrong, for `invalid`. */
  path?: string;
}

/** Facts to append, rows to write beside them (erasable texts and look-ups), and what to tell the sender. */
export interface Acceptance {
  facts: NewFact[];
  rows?: Row[];
  result?: unknown;
}

export type Decision = Acceptance | { refusal: Refusal };

export function refuse(code: string, detail?: string): { refusal: Refusal } {
  return { refusal: { code, kind: 'conflict', ...(detail === undefined ? {} : { detail }) } };
}

export function refuseInvalid(code: string, path: string, detail?: string): { refusal: Refusal } {
  return { refusal: { code, kind: 'invalid', path, ...(detail === undefined ? {} : { detail }) } };
}

export function orderNotFound(): { refusal: Refusal } {
  return { refusal: { code: 'order_not_found', kind: 'not_found' } };
}

/** Deciding to do nothing is a valid answer: the command was a repeat. */
export function nothing(result?: unknown): Acceptance {
  return { facts: [], result };
}
