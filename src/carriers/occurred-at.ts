import { mainTimeZone } from '../lib/country-time-zones.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})$/i;

/** Reported like an unseen code: a scan without a time cannot take its place among the others. */
export const UNREADABLE_TIME = 'unreadable_time';

/** PostgreSQL and buyers both want years one can talk about. */
const year_min = 1990;
const year_max = 2200;

/**
 * When a scan happened, as RFC 3339 in UTC without fraction. Carriers write one field in three ways:
 *
 * - with an offset: exactly that;
 * - a local time without one: of the place where it was scanned, so read in the zone of `country`, and as UTC
 *   when the country is not said;
 * - a date alone: noon of that day there. Midnight would become the day before as soon as it is shown further
 *   west, and a parcel would count as delivered a day early; noon stays the same date nearly everywhere.
 *
 * Null when it is no time at all.
 */
export function occurredAt(written: string | null, country: string | null): string | null {
  if (written === null) return null;
  try {
    if (INSTANT.test(written)) return printed(Temporal.Instant.from(written.replace(/\s(?=Z|[+-])/i, '')));
    const local = DATE.test(written) ? `${written}T12:00:00` : written;
    if (!LOCAL.test(local)) return null;
    const zone = (country === null ? null : mainTimeZone(country)) ?? 'UTC';
    return printed(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant());
  } catch {
    // The shape was right, but there is no such day or hour: 2026-02-30, 25:00.
    return null;
  }
}

function printed(instant: Temporal.Instant): string | null {
  const text = instant.toString({ smallestUnit: 'second' });
  const year = Number(text.slice(0, 4));
  return year >= year_min && year <= year_max ? text : null;
}
