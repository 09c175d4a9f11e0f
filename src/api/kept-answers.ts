import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import type { Secret } from '../lib/secrets.ts';
import type { Answer, CallKey } from './endpoint.ts';
import { away_retry_after_s, call_lease_ms, call_wait_ms } from './limits.ts';
import { Problem, problemOf } from './problem.ts';

/** A row of `answers` that was begun and not yet answered has this status. */
const begun = 0;
const poll_ms = 50;

interface Kept {
  fingerprint: string;
  status: number;
  body: string;
  created_at: Date;
}

/**
 * Answers kept for calls that are not one command of one story. The row is begun in a commit of its own before
 * the work and filled in after it, so that no connection is held while the work needs one; a second call
 * meanwhile waits. A row whose process died is taken over after a lease: nobody was answered.
 *
 * Bodies are sealed, since one of them holds the secret of a new API key.
 */
export class KeptAnswers {
  readonly #database: Database;
  readonly #secret: Secret;

  constructor(database: Database, secret: Secret) {
    this.#database = database;
    this.#secret = secret;
  }

  /** Does `work` once per key: answers its answer, or the one of the first call. */
  async once(call: CallKey, now_ms: number, work: () => Promise<Answer>): Promise<Answer> {
    const until_ms = performance.now() + call_wait_ms;
    while (!(await this.#begin(call, now_ms))) {
      const kept = await this.#read(call.key);
      if (kept && kept.fingerprint !== call.fingerprint) throw reused();
      if (kept && kept.status !== begun) return replay(kept.status, this.#open(call.key, kept.body));
      if (performance.now() > until_ms) {
        const detail = 'The first call with this Idempotency-Key is still running.';
        throw new Problem(503, 'call_in_progress', { detail, retry_after_s: away_retry_after_s });
      }
      await setTimeout(poll_ms);
    }
    return this.#finish(call, await this.#attempt(call, work));
  }

  async #begin({ key, fingerprint }: CallKey, now_ms: number): Promise<boolean> {
    const { rowCount } = await this.#database.query(
      `insert into answers as a (key, fingerprint, status, body, created_at) values ($1, $2, ${begun}, '', $3)
       on conflict (key) do update set fingerprint = excluded.fingerprint, created_at = excluded.created_at
       where a.status = ${begun} and a.created_at < $4`,
      [key, fingerprint, instant(now_ms), instant(now_ms - call_lease_ms)],
    );
    return rowCount === 1;
  }

  async #read(key: string): Promise<Kept | undefined> {
    const text = 'select fingerprint, status, body, created_at from answers where key = $1';
    return (await this.#database.query<Kept>(text, [key])).rows[0];
  }

  /** What fails is not kept: the same call may be made again. Except a rule that stands against it (409). */
  async #attempt({ key }: CallKey, work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.status === 409) return { status: 409, body: problem.document() };
      await this.#database
        .query(`delete from answers where key = $1 and status = ${begun}`, [key])
        .catch(() => {});
      throw error;
    }
  }

  async #finish({ key }: CallKey, answer: Answer): Promise<Answer> {
    const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? null);
    await this.#database.query('update answers set status = $2, body = $3 where key = $1', [
      key,
      answer.status,
      this.#seal(key, body),
    ]);
    return { ...answer, body };
  }

  #seal(key: string, body: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#keyFor(key), nonce);
    const sealed = [nonce, cipher.update(body, 'utf8'), cipher.final()];
    return Buffer.concat([...sealed, cipher.getAuthTag()]).toString('base64');
  }

  #open(key: string, sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.#keyFor(key), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
  }

  #keyFor(key: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#secret.key('kept answers'), '', key, 32));
  }
}

/** The answer of the first call with the same key, word for word. */
export function replay(status: number, body: string): Answer {
  return { status, body, headers: { 'Idempotency-Replayed': 'true' } };
}

export function reused(): Problem {
  const detail = 'This Idempotency-Key was used for a call that said something else.';
  return new Problem(422, 'idempotency_key_reused', { detail });
}

/** Answers are kept at least 24 hours; the clocks of two processes may differ a little. */
const answers_kept_ms = 25 * 3_600_000;

/** Deletes answers nobody can ask for any more, the ledger's too. For a recurring job. */
export async function forgetAnswers(database: Database, now_ms: number): Promise<void> {
  await database.query('delete from answers where created_at < $1', [instant(now_ms - answers_kept_ms)]);
}
