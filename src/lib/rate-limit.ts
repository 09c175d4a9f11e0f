/** How many different keys are remembered at most: about 20 MB when every one of them is an address. */
const keys_max = 100_000;

interface Count {
  window: number;
  /** Calls in `window`, and in the one before it. */
  calls: number;
  calls_before: number;
}

/**
 * Lets a key do something `limit` times in any `window_ms`, by the sliding window counter: the calls of the
 * running window plus that share of the window before which still overlaps the last `window_ms`.
 *
 * Counted in this process only. With several processes a key gets the limit of each one it reaches.
 */
export class RateLimiter {
  readonly #limit: number;
  readonly #window_ms: number;
  readonly #counts = new Map<string, Count>();

  constructor(options: { limit: number; window_ms: number }) {
    this.#limit = options.limit;
    this.#window_ms = options.window_ms;
  }

  /** Counts one call of `key`. Null: go ahead. A number: refused; seconds after which it can be tried again. */
  take(key: string, now_ms: number): { retry_after_s: number } | null {
    const window = Math.floor(now_ms / this.#window_ms);
    const count = this.#countOf(key, window);
    const into_window_ms = now_ms - window * this.#window_ms;
    const overlap = 1 - into_window_ms / this.#window_ms;
    if (count.calls + count.calls_before * overlap + 1 > this.#limit) {
      return { retry_after_s: this.#retryAfter(count, into_window_ms) };
    }
    count.calls += 1;
    return null;
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

  /** When the overlap of the earlier window (or, when this one is full, of this one) has shrunk enough. */
  #retryAfter({ calls, calls_before }: Count, into_window_ms: number): number {
    const room = this.#limit - 1;
    const until = (full: number, rest: number) => this.#window_ms * (1 - Math.max(0, rest) / full);
    const wait_ms =
      calls > room
        ? this.#window_ms - into_window_ms + until(calls, room)
        : until(calls_before, room - calls) - into_window_ms;
    return Math.max(1, Math.ceil(wait_ms / 1000));
  }
}
