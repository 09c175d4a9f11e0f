import type { DeliveryPromise } from '../../orders/state.ts';
import type { Telling } from '../type.ts';

/** A promise in words: "Tuesday 22 July" for one day, "1 August - 10 September" for several. */
export function datesOf({ words, said_on }: Telling, { earliest, latest }: DeliveryPromise): string {
  if (earliest === latest && latest.slice(0, 4) === said_on.slice(0, 4)) return words.date(latest, 'weekday');
  return words.dateRange(earliest, latest, said_on);
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
