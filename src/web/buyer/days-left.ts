import type { DeliveryPromise } from '../../modules/orders/state.ts';
import type { OrderReading } from './reading.ts';

/**
 * "In 3 days", "In 11 to 51 days": said beside the date, never instead of it. Null when the words of the date say it
 * already (today, tomorrow), and when it has gone by.
 */
export function daysLeft({ words, today }: OrderReading, promise: DeliveryPromise | null): string | null {
  if (!promise) return null;
  const until = (date: string) => (Date.parse(date) - Date.parse(today)) / 86_400_000;
  const [from, to] = [until(promise.earliest), until(promise.latest)];
  if (to < 2) return null;
  if (from === to) return words.say('page.days_left.exactly', { days: to });
  return from < 1
    ? words.say('page.days_left.within', { days: to })
    : words.say('page.days_left.between', { from, days: to });
}
