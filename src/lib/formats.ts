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
}

type Pattern = (
  name: 'regional_tag' | 'range' | 'range_in_month' | 'moment',
  values?: Record<string, string>,
) => string;

const dateOptions: Record<DateStyle | 'day', Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'long' },
  day: { day: 'numeric' },
};
const timeOptions: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** @param pattern texts of `locales/<locale>/format.json`; `regional_tag` says whose order of day and month. */
export function openFormats(locale: string, pattern: Pattern): Formats {
  const regional = pattern('regional_tag');
  const dates = new Map<string, Intl.DateTimeFormat>();
  const monies = new Map<string, { format: Intl.NumberFormat; unit: number }>();
  const countries = new Intl.DisplayNames(regional, { type: 'region', fallback: 'code' });

  function formatter(kind: DateStyle | 'day' | 'time', timeZone: string): Intl.DateTimeFormat {
    const key = `${kind} ${timeZone}`;
    let made = dates.get(key);
    if (!made) {
      const options = kind === 'time' ? timeOptions : dateOptions[kind];
      made = new Intl.DateTimeFormat(regional, { ...options, timeZone });
      dates.set(key, made);
    }
    return made;
  }

  // A calendar date has no zone: it is read and written in UTC so that no zone can move it.
  const calendar = (date: string, kind: DateStyle | 'day') => formatter(kind, 'UTC').format(Date.parse(date));

  function dateRange(earliest: string, latest: string, seen_on = latest): string {
    const style = yearOf(latest) === yearOf(seen_on) ? 'short' : 'long';
    if (earliest === latest) return calendar(latest, style);
    if (yearOf(earliest) !== yearOf(latest)) {
      return pattern('range', { earliest: calendar(earliest, 'long'), latest: calendar(latest, 'long') });
    }
    const parts = { earliest: calendar(earliest, 'short'), latest: calendar(latest, style) };
    if (monthOf(earliest) !== monthOf(latest)) return pattern('range', parts);
    const days = { first_day: calendar(earliest, 'day'), last_day: calendar(latest, 'day') };
    return pattern('range_in_month', { ...parts, ...days });
  }

  return {
    money(minor, currency) {
      let known = monies.get(currency);
      if (!known) {
        const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
        known = { format, unit: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
        monies.set(currency, known);
      }
      return known.format.format(minor / known.unit);
    },
    date: (date, style = 'long') => calendar(date, style),
    dateRange,
    country: (code) => countries.of(code) ?? code,
    instant(at, timeZone, style = 'long') {
      const moment = Date.parse(at);
      const time = formatter('time', timeZone).format(moment);
      if (style === 'time') return time;
      return pattern('moment', { date: formatter(style, timeZone).format(moment), time });
    },
  };
}

function yearOf(date: string): string {
  return date.slice(0, 4);
}

function monthOf(date: string): string {
  return date.slice(0, 7);
}
