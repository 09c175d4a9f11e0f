const second_ms = 1_000;
const minute_ms = 60 * second_ms;
const hour_ms = 60 * minute_ms;

/** Pauses between the tries of one message: the example of Standard Webhooks 1.0.0, a little over three days in all. */
const pauses_ms = [
  5 * second_ms,
  5 * minute_ms,
  30 * minute_ms,
  2 * hour_ms,
  5 * hour_ms,
  10 * hour_ms,
  14 * hour_ms,
  20 * hour_ms,
  24 * hour_ms,
];

/** The first try, and one after each pause. */
export const webhook_attempts_max = pauses_ms.length + 1;

/** What failed in the same second should not come back in the same second. */
const jitter = 0.2;

/**
 * How long a message waits after its try number `attempts`; null when it is given up.
 * @param random 0 .. 1
 */
export function webhookPauseAfter(attempts: number, random: number): number | null {
  const pause_ms = pauses_ms[attempts - 1];
  return pause_ms === undefined ? null : Math.round(pause_ms * (1 + jitter * random));
}

/** Longer is asked for again each time: a mistyped year must not silence an endpoint. */
const retry_after_max_ms = hour_ms;

/** What a header Retry-After asks for, in milliseconds from now, bounded; null: nothing that can be read. */
export function retryAfter(header: string | undefined, now_ms: number): number | null {
  if (header === undefined) return null;
  const asked = header.trim();
  // A date begins with the name of its day; what else `Date.parse` would take is a slip.
  const at_ms = /^[a-z]/i.test(asked) ? Date.parse(asked) : Number.NaN;
  const asked_ms = /^\d{1,10}$/.test(asked) ? Number(asked) * second_ms : at_ms - now_ms;
  if (Number.isNaN(asked_ms)) return null;
  return Math.min(Math.max(asked_ms, 0), retry_after_max_ms);
}
