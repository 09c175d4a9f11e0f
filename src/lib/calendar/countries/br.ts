import type { HolidayRules } from '../country.ts';
import { day, easter } from '../dates.ts';

const BLACK_AWARENESS_SINCE = 2024;

/** Leis 662/1949, 6.802/1980, 14.759/2023 and Good Friday. Carnival and Corpus Christi are optional, not national. */
export const br: HolidayRules = {
  country: 'BR',
  holidays: (year) => [
    day(year, 1, 1),
    easter(year).subtract({ days: 2 }),
    day(year, 4, 21),
    day(year, 5, 1),
    day(year, 9, 7),
    day(year, 10, 12),
    day(year, 11, 2),
    day(year, 11, 15),
    ...(year >= BLACK_AWARENESS_SINCE ? [day(year, 11, 20)] : []),
    day(year, 12, 25),
  ],
};
