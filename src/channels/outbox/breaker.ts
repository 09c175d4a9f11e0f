/** The first pause after a provider did not answer; it doubles with every further try that finds nobody. */
const pause_min_ms = 1_000;
const pause_max_ms = 60_000;
/** Up to this part is taken off, so that several installations do not come back at the same instant. */
const jitter = 0.2;

/**
 * How long nobody tries after `failures` tries in a row have found the provider away.
 * @param random 0 .. 1
 */
export function pauseOfBreaker(failures: number, random: number): number {
  const pause_ms = Math.min(pause_max_ms, pause_min_ms * 2 ** Math.min(failures - 1, 30));
  return Math.round(pause_ms * (1 - jitter * random));
}
