import { HOLIDAY_RULES } from './countries/index.ts';
import { isWeekend, type PlainDate } from './dates.ts';

const BY_COUNTRY = new Map(HOLIDAY_RULES.map((rules) => [rules.country, rules]));

/** Years somebody might mean; a date outside of them is computed without holidays, and nothing is remembered. */
const year_min = 2000;
const year_max = 2099;

/** A year's holidays cost some thirty microseconds and orders ask many times: at most years x countries entries. */
const known = new Map<string, ReadonlySet<string>>();

function holidaysOf(country: string, year: number): ReadonlySet<string> | null {
  const rules = BY_COUNTRY.get(country);
  if (rules === undefined || year < year_min || year > year_max) return null;
  const key = `${country} ${year}`;
  let dates = known.get(key);
  if (dates === undefined) {
    dates = new Set(rules.holidays(year).map((date) => date.toString()));
    known.set(key, dates);
  }
  return dates;
}

/** Whether a date is a public holiday of the whole country (ISO 3166-1 alpha-2); false for unknown countries. */
export function isHoliday(date: PlainDate, country: string): boolean {
  return holidaysOf(country, date.year)?.has(date.toString()) ?? false;
}

/** Monday to Friday without the country's public holidays; for an unknown country just Monday to Friday. */
export function isBusinessDay(date: PlainDate, country: string): boolean {
  return !isWeekend(date) && !isHoliday(date, country);
}

/** The date itself when it is a business day, else the next one. */
export function businessDayOnOrAfter(date: PlainDate, country: string): PlainDate {
  let found = date;
  while (!isBusinessDay(found, country)) found = found.add({ days: 1 });
  return found;
}

/**
 * The n-th business day after a date, whether that is one itself or not; n = 0 is the first one on or after it.
 * @throws RangeError when n is negative or no whole number.
 */
export function addBusinessDays(date: PlainDate, n: number, country: string): PlainDate {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError('business days are counted forward, in whole days');
  if (n === 0) return businessDayOnOrAfter(date, country);
  let found = date;
  for (let left = n; left > 0; left--) found = businessDayOnOrAfter(found.add({ days: 1 }), country);
  return found;
}
