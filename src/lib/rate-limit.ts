/** How many different keys are remembered at most: about 20 MB when every one of them is an address. */
const keys_max = 100_000;

/** So many times in any so long. */
export interface Allowance {
  limit: number;
  window_ms: number;
}

/** Calls of one key: in the window that runs, and in the one before it. */
export interface Calls {
  calls: number;
  calls_before: number;
}

interface Count extends Calls {
  window: number;
}

/** Beginning of the window that a moment lies in. */
export function windowAt(now_ms: number, window_ms: number): number {
  return Math.floor(now_ms / window_ms) * window_ms;
}

/**
 * Whether one call more is too many, by the sliding window counter: the calls of the running window plus that share of
 * the window before which still overlaps the last `window_ms`. Null: it is not. A number: seconds after which it will
 * not be.
 */
export function tooMany(
  { limit, window_ms }: Allowance,
  { calls, calls_before }: Calls,
  now_ms: number,
): { retry_after_s: number } | null {
  const into_window_ms = now_ms - windowAt(now_ms, window_ms);
  if (calls + calls_before * (1 - into_window_ms / window_ms) + 1 <= limit) return null;
  // When the overlap of the earlier window (or, when this one is full, of this one) has shrunk enough.
  const room = limit - 1;
  const until = (full: number, rest: number) => window_ms * (1 - Math.max(0, rest) / full);
  const wait_ms =
    calls > room
      ? window_ms - into_window_ms + until(calls, room)
      : until(calls_before, room - calls) - into_window_ms;
  return { retry_after_s: Math.max(1, Math.ceil(wait_ms / 1000)) };
}

/**
 * Lets a key do something `limit` times in any `window_ms`. Counted in this process only: it stops floods before they
 * reach the database. What all processes must count together is in lib/tallies.ts.
 */
export class RateLimiter {
  readonly #allowance: Allowance;
  readonly #counts = new Map<string, Count>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /** Counts one call of `key`. Null: go ahead. A number: refused; seconds after which it can be tried again. */
  take(key: string, now_ms: number): { retry_after_s: number } | null {
    const count = this.#countOf(key, Math.floor(now_ms / this.#allowance.window_ms));
    const refused = tooMany(this.#allowance, count, now_ms);
    if (!refused) count.calls += 1;
    return refused;
  }

  #countOf(key: string, window: number): Count {
    const known = this.#counts.get(key);
    // Put back at the end: the map's first key is then always the one unheard of for longest.
    if (known) this.#counts.delete(key);
    else if (this.#counts.size >= keys_max) this.#counts.delete(this.#counts.keys().next().value!);
    const before = known && known.window === window - 1 ? known.calls : 0;
    const count = known?.window === window ? known : { window, calls: 0, calls_before: before };
    this.#counts.set(key, count);
    return count;
  }
}
