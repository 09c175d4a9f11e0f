import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import { type Caller, callerOf } from './scopes.ts';
import { findKey, secretHash } from './store.ts';

/** A key revoked by another process works no longer than this. */
const keep_ms = 5_000;
const entries_max = 10_000;

/** Knows for a few seconds which key a secret opens, so that a busy key costs no query per call. */
export class KeyRing {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #known = new Map<string, { caller: Promise<Caller | null>; until_ms: number }>();

  constructor(options: { database: Database; clock: Clock }) {
    this.#database = options.database;
    this.#clock = options.clock;
  }

  /** Whose secret this is; null: nobody's, or revoked. Calls that ask at the same time share one query. */
  callerOf(secret: string): Promise<Caller | null> {
    const hashed = secretHash(secret);
    const entry = hashed.toString('base64');
    const known = this.#known.get(entry);
    const now_ms = this.#clock.now();
    if (known && known.until_ms > now_ms) return known.caller;
    const caller = this.#ask(hashed, entry);
    if (this.#known.size >= entries_max) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(entry, { caller, until_ms: now_ms + keep_ms });
    return caller;
  }

  /** Forgets everything: a key was revoked in this process, and no later call may use it. */
  forget(): void {
    this.#known.clear();
  }

  async #ask(hashed: Buffer, entry: string): Promise<Caller | null> {
    try {
      const key = await findKey(this.#database, hashed);
      // Wrong secrets are not kept: there is no end to them.
      if (key === null) this.#known.delete(entry);
      return key && callerOf(key.id, key.scopes);
    } catch (error) {
      this.#known.delete(entry);
      throw error;
    }
  }
}
