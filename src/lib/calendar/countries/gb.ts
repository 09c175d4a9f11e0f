import type { HolidayRules } from '../country.ts';
import {
  day,
  easter,
  isWeekend,
  lastWeekday,
  MONDAY,
  nthWeekday,
  type PlainDate,
  substituted,
} from '../dates.ts';

/** Bank holidays moved or added by royal proclamation. */
const MOVED: Readonly<Record<string, string>> = {
  '2012-05-28': '2012-06-04',
  '2020-05-04': '2020-05-08',
  '2022-05-30': '2022-06-02',
};
const ADDED = ['2011-04-29', '2012-06-05', '2022-06-03', '2022-09-19', '2023-05-08'];

function proclaimed(date: PlainDate): PlainDate {
  const moved = MOVED[date.toString()];
  return moved === undefined ? date : Temporal.PlainDate.from(moved);
}

/** Bank holidays of England and Wales; Scotland and Northern Ireland differ by a few. */
export const gb: HolidayRules = {
  country: 'GB',
  holidays: (year) => [
    ...substituted([day(year, 1, 1)]),
    easter(year).subtract({ days: 2 }),
    easter(year).add({ days: 1 }),
    proclaimed(nthWeekday(year, 5, MONDAY, 1)),
    proclaimed(lastWeekday(year, 5, MONDAY)),
    lastWeekday(year, 8, MONDAY),
    ...substituted(christmas(year)),
    ...ADDED.filter((date) => date.startsWith(`${year}-`)).map((date) => Temporal.PlainDate.from(date)),
  ],
};

/** Boxing Day on a Saturday goes to Monday; Christmas on a Sunday goes behind Boxing Day, to Tuesday. */
function christmas(year: number): PlainDate[] {
  const both = [day(year, 12, 25), day(year, 12, 26)];
  return both.sort((a, b) => Number(isWeekend(a)) - Number(isWeekend(b)));
}
