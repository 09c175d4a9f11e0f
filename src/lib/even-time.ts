import { setTimeout } from 'node:timers/promises';

/**
 * Waits until the next full multiple of `step_ms` after `began_ms` (`performance.now()`): what takes longer for some
 * questions than for others then takes the same for all, as long as the step is well above what it takes.
 */
export async function untilStep(began_ms: number, step_ms: number): Promise<void> {
  const took_ms = performance.now() - began_ms;
  await setTimeout(step_ms - (took_ms % step_ms));
}
