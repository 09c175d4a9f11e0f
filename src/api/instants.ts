import { instant } from '../lib/clock.ts';
import { instant_ahead_max_ms, year_max, year_min } from './limits.ts';
import { invalid } from './problem.ts';

const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** `2026-11-21T10:00:00Z`, which no fraction and no offset can have. */
const canonical_length = 20;

/**
 * An RFC 3339 instant of any offset as UTC without fraction (`2026-11-21T10:00:00Z`). A leap second is the
 * last second of its minute. Null when there is no such moment, or one no order can have.
 */
export function parseInstant(text: string): string | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, sign, offsetHour, offsetMinute] = parts;
  if (!isDay(Number(year), Number(month), Number(day))) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  if (Number(offsetHour ?? 0) > 23 || Number(offsetMinute ?? 0) > 59) return null;
  const offset_ms = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * 60_000;
  // As most senders write it already; printing it again stood out in the profile of scans.
  if (text.length === canonical_length && text.endsWith('Z') && text[10] === 'T' && second !== '60')
    return text;
  const at_ms =
    Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Math.min(Number(second), 59),
    ) - (sign === '-' ? -offset_ms : offset_ms);
  return instant(at_ms);
}

/** True for a day of the calendar, `2028-02-29`. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < year_min || year > year_max || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Refuses what has not happened yet: 422 when `at` is more than `ahead_max_ms` later than now. */
export function refuseFuture(
  at: string,
  now_ms: number,
  path: string,
  ahead_max_ms = instant_ahead_max_ms,
): void {
  if (Date.parse(at) > now_ms + ahead_max_ms) throw invalid(path, 'lies in the future', 'instant_in_future');
}

/** Refuses what cannot have happened then: 422 when `at` is before its order was placed, by clocks that differ a little. */
export function refuseBefore(placed_at: string, at: string, path: string): void {
  if (Date.parse(at) < Date.parse(placed_at) - instant_ahead_max_ms) {
    throw invalid(path, 'lies before the order was placed', 'instant_before_order');
  }
}
