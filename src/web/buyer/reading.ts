import { isoDate, wallClock } from '../../lib/zone.ts';
import { type LineView, type OrderView, titleOf } from '../../modules/order-view/index.ts';
import type { DeliveryPromise } from '../../modules/orders/state.ts';
import type { State } from '../../modules/state.ts';
import type { Page } from '../page.ts';
import type { Beside } from './beside.ts';

/** An order as one reader sees it at one moment: enough to say when it comes, on its own page and in a list. Pure. */
export interface OrderReading extends Page {
  view: OrderView;
  now_ms: number;
  /** Calendar date in the order's zone. */
  today: string;
}

/** All that the cards of the order page are made from. */
export interface Reading extends OrderReading, Beside {
  /** For working out what canceling would give back. */
  state: State;
  /** Id of the cancellation this reader has just made: it is confirmed at the top. */
  just_canceled: string | null;
  /** Id of the change this reader has just made. */
  just_changed: string | null;
  /** Countries whose buyers may withdraw. */
  returns: readonly string[] | 'all';
  mail_from: string;
  host: string;
}

/** "Tuesday 22 July"; in Polish as it follows "Dostawa": "we wtorek 22 lipca". Another year is said. */
export function onDay(reading: OrderReading, date: string): string {
  const { words, today } = reading;
  if (date.slice(0, 4) !== today.slice(0, 4))
    return words.say('page.on_other_year', { date: words.date(date) });
  // Day of the week as ISO counts it, Monday = 1; `%` because 1970-01-01 was a Thursday.
  const weekday = ((Math.floor(Date.parse(date) / 86_400_000) + 3) % 7) + 1;
  return words.say('page.on', { weekday, date: words.date(date, 'short') });
}

/** "22 July", with the year when it is another one. */
export function shortDay({ words, today }: OrderReading, date: string): string {
  return words.date(date, date.slice(0, 4) === today.slice(0, 4) ? 'short' : 'long');
}

/** "1 August - 10 September", or one day; with years when they are not this year's. */
export function days({ words, today }: OrderReading, { earliest, latest }: DeliveryPromise): string {
  return words.dateRange(earliest, latest, today);
}

/** "17 July, 09:12" in the order's zone, with the year when it is another one. */
export function moment({ words, today, view }: OrderReading, at: string): string {
  const this_year = at.slice(0, 4) === today.slice(0, 4);
  return words.instant(at, view.time_zone, this_year ? 'short' : 'long');
}

/** The calendar date of an instant in the order's zone. */
export function dateOf({ view }: OrderReading, at: string): string {
  return isoDate(wallClock(Date.parse(at), view.time_zone).day);
}

export function amount({ words, view }: OrderReading, minor: number): string {
  return words.money(minor, view.currency);
}

export function lineOf({ view }: OrderReading, id: string): LineView | undefined {
  return view.lines.find((line) => line.id === id);
}

/** "2 × First book, 1 × Second book" */
export function quantitiesInWords(
  reading: OrderReading,
  lines: readonly { line: string; quantity: number }[],
): string {
  return reading.words.list(
    lines.map(({ line, quantity }) => `${quantity}\u00a0×\u00a0${titleIn(reading, line)}`),
  );
}

/** Longer names are cut on the page: they say no more, and bury what stands beside them. */
export const title_length_max = 300;

/** What a line is called on the page; a line that is not there by its id. */
export function titleIn(reading: OrderReading, id: string): string {
  const line = lineOf(reading, id);
  return line ? titleOf(line, title_length_max) : id;
}

export function addDays(date: string, count: number): string {
  return isoDate(Date.parse(date) / 86_400_000 + count);
}

/**
 * A headline must not break inside a date: "1 August" and "14 - 16" stay together, a dash stays with what it follows.
 * After a dash a line may break even before a space that may not (Unicode, UAX 14, LB12a), hence the word joiner.
 */
export function keepDates(text: string): string {
  return text
    .replace(/(\d) (?=\p{L})/gu, '$1\u00a0')
    .replace(/ (?=[-–] )/g, '\u00a0')
    .replace(/(?<=\p{L}) (?=\d{4}\b)/gu, '\u00a0')
    .replace(/(?<=(?<!\d)\d{1,2}\u00a0[-–]) (?=\d)/g, '\u2060\u00a0')
    .replace(/(?<=\d[-–])(?=\d)/g, '\u2060');
}
