import type { HolidayRules } from '../country.ts';
import { day, substituted } from '../dates.ts';

/**
 * The New Year week (1 to 8 January) and the single days, which a weekend moves to the next working day (Labour
 * Code, article 112). Each year the Government moves some of them by decree, which follows no rule and is not
 * computed.
 */
export const ru: HolidayRules = {
  country: 'RU',
  holidays: (year) => [
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((date) => day(year, 1, date)),
    ...substituted([
      day(year, 2, 23),
      day(year, 3, 8),
      day(year, 5, 1),
      day(year, 5, 9),
      day(year, 6, 12),
      day(year, 11, 4),
    ]),
  ],
};
