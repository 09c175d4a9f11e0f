import type { HolidayRules } from '../country.ts';
import { day, easter } from '../dates.ts';

const EPIPHANY_SINCE = 2011;
const CHRISTMAS_EVE_SINCE = 2025;

/** Ustawa o dniach wolnych od pracy. A holiday on a weekend is not moved. */
export const pl: HolidayRules = {
  country: 'PL',
  holidays: (year) => [
    day(year, 1, 1),
    ...(year >= EPIPHANY_SINCE ? [day(year, 1, 6)] : []),
    easter(year),
    easter(year).add({ days: 1 }),
    day(year, 5, 1),
    day(year, 5, 3),
    easter(year).add({ days: 49 }),
    easter(year).add({ days: 60 }),
    day(year, 8, 15),
    day(year, 11, 1),
    day(year, 11, 11),
    ...(year >= CHRISTMAS_EVE_SINCE ? [day(year, 12, 24)] : []),
    day(year, 12, 25),
    day(year, 12, 26),
  ],
};
