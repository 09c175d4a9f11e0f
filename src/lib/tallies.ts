import { createHmac } from 'node:crypto';
import type { Database } from './database.ts';
import { type Allowance, tooMany, windowAt } from './rate-limit.ts';
import type { Secret } from './secrets.ts';

/** What is counted, of whom, and how much of it there may be. `what` keeps counts of the same key apart. */
export interface Tally extends Allowance {
  what: string;
  of: string;
}

/**
 * Counts in the database, so that all processes count together. For what is rare when all is well: failures, mails to
 * strangers. Asking is a read; only what is counted is written.
 */
export interface Tallies {
  /** Null: none of them is full. Otherwise when it is worth asking again. */
  full(tallies: readonly Tally[], now_ms: number): Promise<{ retry_after_s: number } | null>;
  /** Counts one more of each, however full it is. */
  add(tallies: readonly Tally[], now_ms: number): Promise<void>;
}

const key_length = 16;

export function openTallies(database: Database, secret: Secret): Tallies {
  const hashing = secret.key('tallies');
  const keyOf = ({ what, of }: Tally) =>
    createHmac('sha256', hashing).update(`${what}\n${of}`).digest().subarray(0, key_length);

  async function full(tallies: readonly Tally[], now_ms: number) {
    const { rows } = await database.query<{ place: number; began_ms: number; count: number }>({
      name: 'tallies_read',
      text: `select w.place, extract(epoch from t.began_at)::float8 * 1000 as began_ms, t.count
             from unnest($1::bytea[], $2::timestamptz[]) with ordinality as w(key, since, place)
             join tallies t on t.key = w.key and t.began_at >= w.since`,
      values: [
        tallies.map(keyOf),
        tallies.map(({ window_ms }) => new Date(windowAt(now_ms, window_ms) - window_ms)),
      ],
    });
    let longest: { retry_after_s: number } | null = null;
    for (const [index, tally] of tallies.entries()) {
      const began_ms = windowAt(now_ms, tally.window_ms);
      const mine = rows.filter(({ place }) => Number(place) === index + 1);
      const countAt = (at_ms: number) => mine.find((row) => Math.round(row.began_ms) === at_ms)?.count ?? 0;
      const calls = { calls: countAt(began_ms), calls_before: countAt(began_ms - tally.window_ms) };
      const refused = tooMany(tally, calls, now_ms);
      if (refused && refused.retry_after_s > (longest?.retry_after_s ?? 0)) longest = refused;
    }
    return longest;
  }

  async function add(tallies: readonly Tally[], now_ms: number): Promise<void> {
    // One after the other: two processes that count the same ones in another order would wait for each other.
    for (const tally of tallies) {
      const began_ms = windowAt(now_ms, tally.window_ms);
      await database.query({
        name: 'tallies_add',
        text: `insert into tallies (key, began_at, count, expires_at) values ($1, $2, 1, $3)
               on conflict (key, began_at) do update set count = tallies.count + 1`,
        values: [keyOf(tally), new Date(began_ms), new Date(began_ms + 2 * tally.window_ms)],
      });
    }
  }

  return { full, add };
}
