import { HOLIDAY_RULES } from './countries/index.ts';
import type { PlainDate } from './dates.ts';

/** Years the rules are right for; outside of them a week is just Monday to Friday. */
const year_min = 2000;
const year_max = 2099;

/**
 * Days are counted as numbers since 1970-01-01 in here: Temporal's `add` takes six microseconds, and a promise
 * would make a dozen of them for every line of every order.
 */
const day_ms = 86_400_000;

function dayNumber(date: PlainDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / day_ms;
}

function dateOf(number: number): PlainDate {
  const date = new Date(number * day_ms);
  return new Temporal.PlainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Of each country the years somebody asked for, at most those above. */
const CALENDARS = new Map(
  HOLIDAY_RULES.map((rules) => [rules.country, { rules, years: new Map<number, ReadonlySet<number>>() }]),
);

function isHolidayNumber(number: number, country: string): boolean {
  const calendar = CALENDARS.get(country);
  if (calendar === undefined) return false;
  const year = new Date(number * day_ms).getUTCFullYear();
  if (year < year_min || year > year_max) return false;
  let days = calendar.years.get(year);
  if (days === undefined) {
    days = new Set(calendar.rules.holidays(year).map(dayNumber));
    calendar.years.set(year, days);
  }
  return days.has(number);
}

function isBusinessNumber(number: number, country: string): boolean {
  // Day 0 was a Thursday, so that days 2 and 3 of every seven are the weekend.
  const inWeek = ((number % 7) + 7) % 7;
  return inWeek !== 2 && inWeek !== 3 && !isHolidayNumber(number, country);
}

function onOrAfter(number: number, country: string): number {
  let found = number;
  while (!isBusinessNumber(found, country)) found += 1;
  return found;
}

/** Whether a date is a public holiday of the whole country (ISO 3166-1 alpha-2); false for unknown countries. */
export function isHoliday(date: PlainDate, country: string): boolean {
  return isHolidayNumber(dayNumber(date), country);
}

/** Monday to Friday without the country's public holidays; for an unknown country just Monday to Friday. */
export function isBusinessDay(date: PlainDate, country: string): boolean {
  return isBusinessNumber(dayNumber(date), country);
}

/** The date itself when it is a business day, else the next one. */
export function businessDayOnOrAfter(date: PlainDate, country: string): PlainDate {
  return addBusinessDays(date, 0, country);
}

/**
 * The n-th business day after a date, whether that is one itself or not; n = 0 is the first one on or after it.
 * @throws RangeError when n is negative or no whole number.
 */
export function addBusinessDays(date: PlainDate, n: number, country: string): PlainDate {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError('business days are counted forward, in whole days');
  let found = dayNumber(date);
  if (n === 0) found = onOrAfter(found, country);
  for (let left = n; left > 0; left--) found = onOrAfter(found + 1, country);
  return dateOf(found);
}
