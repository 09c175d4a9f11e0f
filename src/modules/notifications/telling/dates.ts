import type { DeliveryPromise } from '../../orders/state.ts';
import type { Telling } from '../type.ts';

/** A promise in words: "Tuesday 22 July" for one day, "1 August - 10 September" for several. */
export function datesOf({ words, said_on }: Telling, { earliest, latest }: DeliveryPromise): string {
  if (earliest === latest && latest.slice(0, 4) === said_on.slice(0, 4)) return words.date(latest, 'weekday');
  return words.dateRange(earliest, latest, said_on);
}

/** One calendar date: "Tuesday 22 July". */
export function dateOf(telling: Telling, date: string): string {
  return datesOf(telling, { earliest: date, latest: date });
}

/** The widest of several promises; null when none has one. */
export function widest(promises: readonly (DeliveryPromise | null)[]): DeliveryPromise | null {
  const known = promises.filter((promise) => promise !== null);
  const earliest = known.map((promise) => promise.earliest).sort()[0];
  const latest = known
    .map((promise) => promise.latest)
    .sort()
    .at(-1);
  return earliest === undefined || latest === undefined ? null : { earliest, latest };
}

/** The day of an instant where the order goes: "Tuesday 22 July". */
export function dayOf({ words, order }: Telling, at: string): string {
  const date = Temporal.Instant.from(at).toZonedDateTimeISO(order.time_zone).toPlainDate();
  return words.date(date.toString(), 'weekday');
}

/** Where scans with a day alone stand (src/api/tracking-events.ts): their hour is nobody's. */
const hour_of_a_day_alone = 'T12:00:00Z';

/** A day and the hour of it, where the order goes: "Tuesday 22 July, 18:00". */
export function momentOf(telling: Telling, at: string): string {
  const day = dayOf(telling, at);
  if (at.endsWith(hour_of_a_day_alone)) return day;
  const { words, order } = telling;
  return words.say('mail.day_and_time', { day, time: words.instant(at, order.time_zone, 'time') });
}
