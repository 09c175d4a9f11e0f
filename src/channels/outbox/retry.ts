const second_ms = 1_000;
const minute_ms = 60 * second_ms;
const hour_ms = 60 * minute_ms;

/**
 * Pauses after a try that the provider put off (4xx: greylisted, mailbox full). Greylisting ends within minutes,
 * a full mailbox within a day or never. The last pause repeats.
 */
const pauses_ms = [30 * second_ms, 2 * minute_ms, 10 * minute_ms, hour_ms, 4 * hour_ms];

/** A little over an hour for the first pauses, then every 4 hours: given up after about 45 hours. */
export const attempts_max = 16;

/** Everybody who was put off in the same second should not come back in the same second. */
const jitter = 0.1;

/**
 * How long a message waits after its try number `attempts`, or null when it is given up.
 * @param random 0 .. 1
 */
export function pauseAfter(attempts: number, random: number): number | null {
  if (attempts >= attempts_max) return null;
  const pause_ms = pauses_ms[Math.min(attempts, pauses_ms.length) - 1]!;
  return Math.round(pause_ms * (1 + jitter * random));
}
