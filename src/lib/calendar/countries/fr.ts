import type { HolidayRules } from '../country.ts';
import { day, easter } from '../dates.ts';

/** Code du travail, L3133-1. A holiday on a weekend is not moved. */
export const fr: HolidayRules = {
  country: 'FR',
  holidays: (year) => [
    day(year, 1, 1),
    easter(year).add({ days: 1 }),
    day(year, 5, 1),
    day(year, 5, 8),
    easter(year).add({ days: 39 }),
    easter(year).add({ days: 50 }),
    day(year, 7, 14),
    day(year, 8, 15),
    day(year, 11, 1),
    day(year, 11, 11),
    day(year, 12, 25),
  ],
};
