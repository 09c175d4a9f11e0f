import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessDays, businessDayOnOrAfter, isBusinessDay, isHoliday } from './business-days.ts';
import { HOLIDAY_RULES } from './countries/index.ts';
import { easter, isWeekend } from './dates.ts';

const date = (text: string) => Temporal.PlainDate.from(text);

it.each([
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2038, '2038-04-25'],
])('Easter of %i is %s', (year, expected) => {
  expect(easter(year).toString()).toBe(expected);
});

/** The working days lost to holidays, as the countries' official calendars of those years had them. */
const LOST: [country: string, year: number, days: string][] = [
  ['US', 2021, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
  ['US', 2022, '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26'],
  ['US', 2008, '01-01 01-21 02-18 05-26 07-04 09-01 10-13 11-11 11-27 12-25'],
  ['PL', 2010, '01-01 04-05 05-03 06-03 11-01 11-11'],
  ['PL', 2024, '01-01 04-01 05-01 05-03 05-30 08-15 11-01 11-11 12-25 12-26'],
  ['PL', 2026, '01-01 01-06 04-06 05-01 06-04 11-11 12-24 12-25'],
  ['BR', 2017, '04-14 04-21 05-01 09-07 10-12 11-02 11-15 12-25'],
  ['BR', 2024, '01-01 03-29 05-01 11-15 11-20 12-25'],
  ['GB', 2011, '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27'],
  ['GB', 2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
  ['GB', 2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
  ['GB', 2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
  ['GB', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  ['GB', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
  ['DE', 2017, '04-14 04-17 05-01 05-25 06-05 10-03 10-31 12-25 12-26'],
  ['DE', 2025, '01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-25 12-26'],
  ['FR', 2024, '01-01 04-01 05-01 05-08 05-09 05-20 08-15 11-01 11-11 12-25'],
  ['FR', 2025, '01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-11 12-25'],
  ['RU', 2021, '01-01 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-03 05-10 06-14 11-04'],
  ['RU', 2022, '01-03 01-04 01-05 01-06 01-07 02-23 03-08 05-02 05-09 06-13 11-04'],
  ['CN', 2024, '01-01 02-12 02-13 02-14 04-04 05-01 06-10 09-17 10-01 10-02 10-03'],
  ['CN', 2025, '01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 06-02 10-01 10-02 10-03 10-06'],
];

function lostDays(country: string, year: number): string {
  const lost: string[] = [];
  for (let day = date(`${year}-01-01`); day.year === year; day = day.add({ days: 1 })) {
    if (isHoliday(day, country) && !isWeekend(day)) lost.push(day.toString().slice(5));
  }
  return lost.join(' ');
}

describe('public holidays', () => {
  it.each(LOST)('%s %i', (country, year, days) => {
    expect(lostDays(country, year)).toBe(days);
  });

  it('are known for every year of this century, and fall into the year they are asked for', () => {
    for (const { holidays } of HOLIDAY_RULES) {
      for (let year = 2000; year < 2100; year++) {
        const dates = holidays(year);
        expect(dates.length).toBeGreaterThan(7);
        expect(dates.filter((day) => day.year !== year)).toEqual([]);
      }
    }
  });

  it('of an unknown country are none', () => {
    expect(isBusinessDay(date('2025-12-25'), 'XX')).toBe(true);
    expect(isBusinessDay(date('2025-12-27'), 'XX')).toBe(false);
    expect(isBusinessDay(date('2025-12-25'), '__proto__')).toBe(true);
  });
});

describe('addBusinessDays', () => {
  it.each([
    ['over a weekend', '2026-03-06', 1, 'PL', '2026-03-09'],
    ['over Easter', '2026-04-02', 1, 'DE', '2026-04-07'],
    ['the same Easter in the United States', '2026-04-02', 1, 'US', '2026-04-03'],
    ['over Christmas and New Year', '2025-12-23', 5, 'PL', '2026-01-05'],
    ['over the Spring Festival', '2025-01-27', 1, 'CN', '2025-02-03'],
    ['from a Saturday', '2026-03-07', 1, 'PL', '2026-03-09'],
    ['none, from a Saturday', '2026-03-07', 0, 'PL', '2026-03-09'],
    ['none, from a working day', '2026-03-06', 0, 'PL', '2026-03-06'],
    ['from a leap day', '2028-02-29', 1, 'US', '2028-03-01'],
    ['in a country nobody described', '2026-12-24', 2, 'NZ', '2026-12-28'],
  ])('%s', (_name, from, n, country, expected) => {
    expect(addBusinessDays(date(from), n, country).toString()).toBe(expected);
  });

  it('refuses to count backwards or in halves', () => {
    for (const n of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => addBusinessDays(date('2026-03-06'), n, 'PL')).toThrow(RangeError);
    }
  });

  const dates = fc.integer({ min: 0, max: 36_000 }).map((days) => date('2000-01-01').add({ days }));
  const countries = fc.constantFrom(...HOLIDAY_RULES.map((rules) => rules.country), 'NZ');

  it('lands on a business day, with exactly n - 1 of them in between', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 40 }), countries, (from, n, country) => {
        const to = addBusinessDays(from, n, country);
        let between = 0;
        for (let day = from.add({ days: 1 }); !day.equals(to); day = day.add({ days: 1 })) {
          if (isBusinessDay(day, country)) between += 1;
        }
        expect(isBusinessDay(to, country)).toBe(true);
        expect(between).toBe(n - 1);
      }),
    );
  });

  it('may be done in steps', () => {
    fc.assert(
      fc.property(dates, fc.nat({ max: 20 }), fc.nat({ max: 20 }), countries, (from, n, m, country) => {
        const start = businessDayOnOrAfter(from, country);
        const stepwise = addBusinessDays(addBusinessDays(start, n, country), m, country);
        expect(stepwise.equals(addBusinessDays(start, n + m, country))).toBe(true);
      }),
    );
  });
});
