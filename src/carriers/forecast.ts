import { field, text } from './payload.ts';
import type { NormalScan } from './source.ts';

const date_length = 'YYYY-MM-DD'.length;

/**
 * The first of some fields that names a day. A time beside it is the sender's midnight or a guess, and left out: a
 * forecast is a day where the parcel goes.
 */
export function forecastOf(candidates: readonly unknown[]): string | null {
  for (const candidate of candidates) {
    const day = text(candidate)?.slice(0, date_length) ?? '';
    if (/^\d{4}-\d{2}-\d{2}$/.test(day) && isDay(day)) return day;
  }
  return null;
}

function isDay(day: string): boolean {
  const at_ms = Date.parse(day);
  return !Number.isNaN(at_ms) && new Date(at_ms).toISOString().startsWith(day);
}

/** What is said of the parcel as a whole is what its newest scan says. */
export function withForecast(scans: NormalScan[], forecast: string | null): NormalScan[] {
  const newest = scans.at(-1);
  if (newest && forecast !== null && newest.stage !== 'delivered') newest.forecast = forecast;
  return scans;
}

/** A range is as late as its end. */
export function lastDayOf(estimate: unknown): unknown[] {
  return ['estimated_delivery_date_max', 'estimated_delivery_date', 'datetime_max', 'datetime'].map((name) =>
    field(estimate, name),
  );
}
