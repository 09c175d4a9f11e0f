import type { HolidayRules } from '../country.ts';
import {
  day,
  lastWeekday,
  MONDAY,
  nthWeekday,
  type PlainDate,
  SATURDAY,
  SUNDAY,
  THURSDAY,
} from '../dates.ts';

const JUNETEENTH_SINCE = 2021;

/** 5 U.S.C. 6103: on a Saturday the Friday before is free, on a Sunday the Monday after. */
function observed(date: PlainDate): PlainDate {
  if (date.dayOfWeek === SATURDAY) return date.subtract({ days: 1 });
  return date.dayOfWeek === SUNDAY ? date.add({ days: 1 }) : date;
}

/** The federal holidays. Carriers work on some of them; the seller's staff and the post do not. */
export const us: HolidayRules = {
  country: 'US',
  holidays: (year) =>
    [
      observed(day(year, 1, 1)),
      nthWeekday(year, 1, MONDAY, 3),
      nthWeekday(year, 2, MONDAY, 3),
      lastWeekday(year, 5, MONDAY),
      ...(year >= JUNETEENTH_SINCE ? [observed(day(year, 6, 19))] : []),
      observed(day(year, 7, 4)),
      nthWeekday(year, 9, MONDAY, 1),
      nthWeekday(year, 10, MONDAY, 2),
      observed(day(year, 11, 11)),
      nthWeekday(year, 11, THURSDAY, 4),
      observed(day(year, 12, 25)),
      // The next New Year's Day belongs here when it is a Saturday.
      observed(day(year + 1, 1, 1)),
    ].filter((date) => date.year === year),
};
