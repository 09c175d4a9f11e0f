import type { HolidayRules } from '../country.ts';
import { chineseDay, day, type PlainDate, substituted } from '../dates.ts';

/** The regulation of 2024 added New Year's Eve to the Spring Festival and a second day to Labour Day. */
const LONGER_SINCE = 2025;

/** Qingming, the solar term at 15 degrees: the usual approximation, right for the years 2000 to 2099. */
function qingming(year: number): PlainDate {
  const inCentury = year % 100;
  return day(year, 4, Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4));
}

/**
 * The statutory days; one on a weekend is made up for on the next working day. What the State Council makes of
 * them each November, with working weekends in exchange for longer weeks, follows no rule and is not computed:
 * a promise over the Spring Festival may be short.
 */
export const cn: HolidayRules = {
  country: 'CN',
  holidays(year) {
    const springFestival = chineseDay(year, 1, 1);
    return substituted([
      day(year, 1, 1),
      ...(year >= LONGER_SINCE ? [springFestival.subtract({ days: 1 })] : []),
      springFestival,
      springFestival.add({ days: 1 }),
      springFestival.add({ days: 2 }),
      qingming(year),
      day(year, 5, 1),
      ...(year >= LONGER_SINCE ? [day(year, 5, 2)] : []),
      chineseDay(year, 5, 5),
      chineseDay(year, 8, 15),
      day(year, 10, 1),
      day(year, 10, 2),
      day(year, 10, 3),
    ]);
  },
};
