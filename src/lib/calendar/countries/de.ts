import type { HolidayRules } from '../country.ts';
import { day, easter } from '../dates.ts';

/** The 500th Reformation Day was free everywhere, once. */
const REFORMATION_JUBILEE = 2017;

/** Holidays of all sixteen states. A holiday on a weekend is not moved. */
export const de: HolidayRules = {
  country: 'DE',
  holidays: (year) => [
    day(year, 1, 1),
    easter(year).subtract({ days: 2 }),
    easter(year).add({ days: 1 }),
    day(year, 5, 1),
    easter(year).add({ days: 39 }),
    easter(year).add({ days: 50 }),
    day(year, 10, 3),
    ...(year === REFORMATION_JUBILEE ? [day(year, 10, 31)] : []),
    day(year, 12, 25),
    day(year, 12, 26),
  ],
};
