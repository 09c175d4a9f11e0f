/** Lets at most `per_second` through, in small portions rather than once a second. */
export interface Rate {
  /** How many may go at `now_ms`. */
  allowance(now_ms: number): number;
  /** Notes that `count` went. */
  spend(count: number): void;
}

/** A tenth of a second's worth may gather: enough for one batch, too little for a burst. */
const burst_seconds = 0.1;

export function openRate(per_second: number, start_ms: number): Rate {
  const burst = Math.max(1, per_second * burst_seconds);
  let tokens = 1;
  let counted_at_ms = start_ms;
  return {
    allowance(now_ms) {
      const elapsed_ms = Math.max(0, now_ms - counted_at_ms);
      tokens = Math.min(burst, tokens + (elapsed_ms * per_second) / 1_000);
      counted_at_ms = now_ms;
      return Math.floor(tokens);
    },
    spend(count) {
      tokens -= count;
    },
  };
}
