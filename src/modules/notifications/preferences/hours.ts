import { spanOf } from '../../../lib/zone.ts';
import type { QuietHours } from './preferences.ts';

const minute_ms = 60_000;
const minutes_of_day = 1_440;

/**
 * When quiet hours end that hold at a moment: the first minute whose clocks show something else. Null when they do
 * not hold.
 *
 * Walks from one change of the clocks to the next, so that a night in which an hour is missing or comes twice ends
 * when the clock on the wall says so.
 */
export function quietUntil(quiet: QuietHours, time_zone: string, at_ms: number): number | null {
  const to = minuteOf(quiet.to);
  for (let moment_ms = at_ms; ; ) {
    const { offset_ms, until_ms } = spanOf(moment_ms, time_zone);
    const minutes = Math.floor((moment_ms + offset_ms) / minute_ms);
    const minute = modulo(minutes, minutes_of_day);
    if (!isQuiet(quiet, minute)) return moment_ms === at_ms ? null : moment_ms;
    const end_ms = (minutes + modulo(to - minute, minutes_of_day)) * minute_ms - offset_ms;
    if (end_ms < until_ms) return end_ms;
    moment_ms = until_ms;
  }
}

/** Whether a time of day lies in quiet hours. @param minute since midnight */
export function isQuiet(quiet: QuietHours, minute: number): boolean {
  const from = minuteOf(quiet.from);
  const length = modulo(minuteOf(quiet.to) - from, minutes_of_day);
  return modulo(minute - from, minutes_of_day) < length;
}

/**
 * The next moment after `after_ms` at which clocks show a time of day. Where they jump over it that day, they show
 * it as much later as they jump; where it comes twice, the first is meant.
 */
export function nextTime(time: string, time_zone: string, after_ms: number): number {
  const after = Temporal.Instant.fromEpochMilliseconds(after_ms).toZonedDateTimeISO(time_zone);
  for (let date = after.toPlainDate(); ; date = date.add({ days: 1 })) {
    const at_ms = date.toZonedDateTime({ timeZone: time_zone, plainTime: time }).epochMilliseconds;
    if (at_ms > after_ms) return at_ms;
  }
}

/** `22:30` -> 1350 */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
