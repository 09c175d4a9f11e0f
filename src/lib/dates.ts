/** One zone's last answer: within the same minute the date there is the same, whatever the zone. */
const latest = new Map<string, { minute: number; date: string }>();
/** IANA has about 600 zones; more names than that would be a mistake. */
const ZONES_MAX = 1000;

/**
 * The calendar date at a moment in a zone, `2026-12-01`.
 * Remembered per zone and minute: zone arithmetic costs about 3 microseconds, a page asks for it often.
 */
export function dateInZone(at_ms: number, time_zone: string): string {
  const minute = Math.floor(at_ms / 60_000);
  const known = latest.get(time_zone);
  if (known?.minute === minute) return known.date;
  const moment = Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
  const date = moment.toZonedDateTimeISO(time_zone).toPlainDate().toString();
  if (latest.size >= ZONES_MAX) latest.clear();
  latest.set(time_zone, { minute, date });
  return date;
}
