import type { PlainDate } from './dates.ts';

/** The public holidays of one country: one file in countries/. */
export interface HolidayRules {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /**
   * The days of a year on which the whole country does not work, weekends included or not as it comes out.
   * National ones only: regional holidays differ within one seller's street.
   */
  holidays(year: number): PlainDate[];
}
