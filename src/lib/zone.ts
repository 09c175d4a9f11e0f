/** A stretch of time in which a zone's clocks are not changed. */
export interface Span {
  from_ms: number;
  until_ms: number;
  offset_ms: number;
}

/** What clocks in a zone show, in numbers that are cheap to compare and to look texts up by. */
export interface WallClock {
  /** Days since 1970-01-01 on the calendar there. */
  day: number;
  /** Minutes since midnight, 0 to 1439. */
  minute: number;
}

const spans = new Map<string, Span[]>();
/** IANA has about 600 zones; more names than that would be a mistake. */
const zones_max = 1_000;
/** A zone changes its clocks twice a year: thirty years of orders, and the list is still quick to walk. */
const spans_max = 64;
const minute_ms = 60_000;
const minutes_of_day = 1_440;

/**
 * What clocks in a zone show at a moment.
 *
 * Remembers when each zone changes its clocks: asking Temporal takes 3 microseconds, adding an offset a tenth of
 * one, and an order page asks some twenty times.
 */
export function wallClock(at_ms: number, time_zone: string): WallClock {
  const minutes = Math.floor((at_ms + spanOf(at_ms, time_zone).offset_ms) / minute_ms);
  const day = Math.floor(minutes / minutes_of_day);
  return { day, minute: minutes - day * minutes_of_day };
}

/** Around a moment: how far a zone's clocks are ahead of UTC, and from when until when. */
export function spanOf(at_ms: number, time_zone: string): Span {
  let known = spans.get(time_zone);
  if (!known) {
    if (spans.size >= zones_max) spans.clear();
    known = [];
    spans.set(time_zone, known);
  }
  for (const span of known) if (at_ms >= span.from_ms && at_ms < span.until_ms) return span;
  const span = spanAt(at_ms, time_zone);
  if (known.length >= spans_max) known.length = 0;
  known.push(span);
  return span;
}

function spanAt(at_ms: number, time_zone: string): Span {
  const moment = Temporal.Instant.fromEpochMilliseconds(at_ms).toZonedDateTimeISO(time_zone);
  // A millisecond on, so that a moment at which the clocks are changed belongs to the span it begins.
  const from = moment.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const until = moment.getTimeZoneTransition('next');
  return {
    from_ms: from?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until_ms: until?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset_ms: moment.offsetNanoseconds / 1_000_000,
  };
}

const isoDates = new Map<number, string>();
const iso_dates_max = 20_000;

/** The calendar date of a day number: 0 is `1970-01-01`. */
export function isoDate(day: number): string {
  let date = isoDates.get(day);
  if (date === undefined) {
    date = new Date(day * 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
    if (isoDates.size >= iso_dates_max) isoDates.clear();
    isoDates.set(day, date);
  }
  return date;
}

/** When a calendar date begins in a zone, epoch milliseconds: where midnight is skipped, when the clocks are changed. */
export function startOfDay(date: string, time_zone: string): number {
  const midnight_ms = Date.parse(date);
  const near_ms = midnight_ms - spanOf(midnight_ms, time_zone).offset_ms;
  // The clocks may be changed between the two: what holds near the answer counts, unless that is still the day before.
  const start_ms = midnight_ms - spanOf(near_ms, time_zone).offset_ms;
  return wallClock(start_ms, time_zone).day * 86_400_000 < midnight_ms ? near_ms : start_ms;
}
