import { memo } from './memo.ts';
import { isoDate, wallClock } from './zone.ts';

/**
 * Money, dates and times as a reader of one locale writes them. Intl's formatters are costly to make and
 * cheap to use, so each is made once; Intl's own composites ("14 July 2026 at 05:49") are avoided because
 * they change with every ICU release: the parts are put together by the locale's own patterns instead.
 */
export type DateStyle = 'long' | 'weekday' | 'short';
export type InstantStyle = 'long' | 'short' | 'time';

export interface Formats {
  money(minor: number, currency: string): string;
  date(date: string, style?: DateStyle): string;
  dateRange(earliest: string, latest: string, seen_on?: string): string;
  instant(at: string, timeZone: string, style?: InstantStyle): string;
  country(code: string): string;
  sentences(sentences: readonly (string | null)[]): string;
  list(things: readonly string[]): string;
}

type Pattern = (
  name: 'regional_tag' | 'range' | 'range_in_month' | 'dated' | 'moment' | 'sentences' | 'list',
  values?: Record<string, string>,
) => string;

const dateOptions: Record<Exclude<DateStyle, 'long'> | 'day', Intl.DateTimeFormatOptions> = {
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'long' },
  day: { day: 'numeric' },
};
const timeOptions: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

const minutes_of_day = 1_440;
/** Orders of the same weeks share their dates, and goods of one shop their prices; Intl takes 2 to 5 microseconds. */
const remembered_max = 4_096;

/** @param pattern texts of `locales/<locale>/format.json`; `regional_tag` says whose order of day and month. */
export function openFormats(locale: string, pattern: Pattern): Formats {
  const regional = pattern('regional_tag');
  const countries = new Intl.DisplayNames(regional, { type: 'region', fallback: 'code' });
  // A calendar date has no zone: it is read and written in UTC so that no zone can move it.
  const calendarFormat = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(regional, { ...options, timeZone: 'UTC' });
  const short = memo(remembered_max, textOf(calendarFormat(dateOptions.short)));
  // Where the year stands is the locale's affair: behind the date, before it, or with a word of its own.
  const inYear = (date: string, year: string) => pattern('dated', { date, year });
  const dateFormats = {
    long: memo(remembered_max, (date) => inYear(short(date), yearOf(date))),
    weekday: memo(remembered_max, textOf(calendarFormat(dateOptions.weekday))),
    short,
    day: memo(remembered_max, textOf(calendarFormat(dateOptions.day))),
  };
  const clock = calendarFormat(timeOptions);
  const times = Array.from({ length: minutes_of_day }, (_, minute) => clock.format(minute * 60_000));
  const calendar = (date: string, kind: DateStyle | 'day') => dateFormats[kind](date);
  const moneyFormat = memo(remembered_max, (currency) => {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    const unit = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
    return memo(remembered_max, (minor) => format.format(Number(minor) / unit));
  });
  const country = memo(remembered_max, (code) => countries.of(code) ?? code);

  function dateRange(earliest: string, latest: string, seen_on = latest): string {
    const this_year = yearOf(latest) === yearOf(seen_on);
    if (earliest === latest) return calendar(latest, this_year ? 'short' : 'long');
    if (yearOf(earliest) !== yearOf(latest)) {
      // The first day of a range over New Year is of the year it is seen in, or says of which.
      const style = yearOf(earliest) === yearOf(seen_on) ? 'short' : 'long';
      return pattern('range', { earliest: calendar(earliest, style), latest: calendar(latest, 'long') });
    }
    const range = rangeInYear(earliest, latest);
    return this_year ? range : inYear(range, yearOf(latest));
  }

  function rangeInYear(earliest: string, latest: string): string {
    const dates = { earliest: calendar(earliest, 'short'), latest: calendar(latest, 'short') };
    if (monthOf(earliest) !== monthOf(latest)) return pattern('range', dates);
    const days = { first_day: calendar(earliest, 'day'), last_day: calendar(latest, 'day') };
    return pattern('range_in_month', { ...dates, ...days });
  }

  function joined(name: 'sentences' | 'list', texts: readonly (string | null)[]): string {
    const said = texts.filter((text) => text !== null && text !== '') as string[];
    return said.length === 0 ? '' : said.reduce((first, second) => pattern(name, { first, second }));
  }

  return {
    money: (minor, currency) => moneyFormat(currency)(String(minor)),
    date: (date, style = 'long') => calendar(date, style),
    dateRange,
    country,
    sentences: (sentences) => joined('sentences', sentences),
    list: (things) => joined('list', things),
    instant(at, timeZone, style = 'long') {
      const { day, minute } = wallClock(Date.parse(at), timeZone);
      const time = times[minute]!;
      return style === 'time' ? time : pattern('moment', { date: calendar(isoDate(day), style), time });
    },
  };
}

function textOf(format: Intl.DateTimeFormat): (date: string) => string {
  return (date) => format.format(Date.parse(date));
}

function yearOf(date: string): string {
  return date.slice(0, 4);
}

function monthOf(date: string): string {
  return date.slice(0, 7);
}
