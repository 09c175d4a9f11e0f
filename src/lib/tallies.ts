import { createHmac } from 'node:crypto';
import { coalesce } from './coalesce.ts';
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

interface Counted {
  asked: string;
  began_ms: number;
  count: number;
}

export function openTallies(database: Database, secret: Secret): Tallies {
  const hashing = secret.key('tallies');
  const keyOf = ({ what, of }: Tally) =>
    createHmac('sha256', hashing).update(`${what}\n${of}`).digest().subarray(0, key_length);

  /** Of `<key> <from when on>`, what was counted. All that is asked at the same moment is one statement. */
  const counted = coalesce(async (asked: string[]) => {
    const parts = asked.map((one) => one.split(' '));
    const { rows } = await database.query<Counted>({
      name: 'tallies_read',
      text: `select w.asked, extract(epoch from t.began_at)::float8 * 1000 as began_ms, t.count
             from unnest($1::text[], $2::bytea[], $3::timestamptz[]) as w(asked, key, since)
             join tallies t on t.key = w.key and t.began_at >= w.since`,
      values: [
        asked,
        parts.map(([key]) => Buffer.from(key!, 'base64url')),
        parts.map(([, since_ms]) => new Date(Number(since_ms))),
      ],
    });
    return Map.groupBy(rows, (row) => row.asked);
  });

  async function refusal(tally: Tally, now_ms: number): Promise<{ retry_after_s: number } | null> {
    const began_ms = windowAt(now_ms, tally.window_ms);
    const before_ms = began_ms - tally.window_ms;
    const rows = (await counted(`${keyOf(tally).toString('base64url')} ${before_ms}`)) ?? [];
    const countAt = (at_ms: number) => rows.find((row) => Math.round(row.began_ms) === at_ms)?.count ?? 0;
    return tooMany(tally, { calls: countAt(began_ms), calls_before: countAt(before_ms) }, now_ms);
  }

  async function full(tallies: readonly Tally[], now_ms: number) {
    const refusals = await Promise.all(tallies.map((tally) => refusal(tally, now_ms)));
    const waits_s = refusals.flatMap((refused) => refused?.retry_after_s ?? []);
    return waits_s.length > 0 ? { retry_after_s: Math.max(...waits_s) } : null;
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
