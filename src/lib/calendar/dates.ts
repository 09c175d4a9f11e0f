/** The dates holiday rules are made of. Every function is pure; dates are ISO calendar dates without a zone. */
export type PlainDate = Temporal.PlainDate;

/** Monday is 1, Sunday is 7, as in ISO 8601. */
export const MONDAY = 1;
export const THURSDAY = 4;
export const SATURDAY = 6;
export const SUNDAY = 7;

export function day(year: number, month: number, dayOfMonth: number): PlainDate {
  return new Temporal.PlainDate(year, month, dayOfMonth);
}

export function isWeekend(date: PlainDate): boolean {
  return date.dayOfWeek >= SATURDAY;
}

/** The n-th such weekday of a month, e.g. the fourth Thursday of November. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): PlainDate {
  const first = day(year, month, 1);
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (n - 1) * 7 });
}

export function lastWeekday(year: number, month: number, weekday: number): PlainDate {
  const last = day(year, month, 1).add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}

/** Western Easter Sunday: the Meeus/Jones/Butcher algorithm, right for every Gregorian year. */
export function easter(year: number): PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return day(year, Math.floor(n / 31), (n % 31) + 1);
}

/** A day of the Chinese calendar that falls into this Gregorian year; months are 1 to 12, leap months never. */
export function chineseDay(year: number, month: number, dayOfMonth: number): PlainDate {
  // The platform numbers Chinese years by the Gregorian year their new year falls into.
  const monthCode = `M${String(month).padStart(2, '0')}`;
  return Temporal.PlainDate.from({ calendar: 'chinese', year, monthCode, day: dayOfMonth }).withCalendar(
    'iso8601',
  );
}

/** Each date, or when that is a weekend or taken already, the next weekday that is neither. Earlier dates first. */
export function substituted(dates: PlainDate[]): PlainDate[] {
  const given: PlainDate[] = [];
  for (const date of dates) {
    let free = date;
    while (isWeekend(free) || given.some((other) => other.equals(free))) free = free.add({ days: 1 });
    given.push(free);
  }
  return given;
}
