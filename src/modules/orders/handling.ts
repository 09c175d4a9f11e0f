import { addBusinessDays, businessDayOnOrAfter, isBusinessDay } from '../../lib/calendar/index.ts';
import type { Availability } from './vocabulary.ts';

/** What is ordered later than this hour of the seller's day is begun on the next business day. */
export const default_cutoff_hour = 14;

/** How a seller works, as it was when the order was placed: what is promised and expected is by these terms. */
export interface Handling {
  /** ISO 3166-1 alpha-2: whose business days count. */
  country: string;
  /** IANA. */
  time_zone: string;
  /** Business days from order to hand-over. */
  handling_days: number;
}

export interface SellersHandling extends Handling {
  seller: string;
}

/** What says when goods can leave. */
export interface Goods {
  availability: Availability;
  /** Calendar date before which a preorder or backorder does not leave; null when nobody knows. */
  ships_after: string | null;
}

/** The first day somebody works on it: the day it begins, unless that is past the cut-off or no business day. */
function firstWorkingDay(
  begun: Temporal.ZonedDateTime,
  country: string,
  cutoff_hour: number,
): Temporal.PlainDate {
  const date = begun.toPlainDate();
  if (isBusinessDay(date, country) && begun.hour < cutoff_hour) return date;
  return addBusinessDays(date, 1, country);
}

/**
 * The day it is given to the carrier; null for what has no date: it is said to the buyer, never invented.
 * @param begun when the seller could begin, in the seller's zone
 */
export function handOverDay(
  begun: Temporal.ZonedDateTime,
  { availability, ships_after }: Goods,
  { country, handling_days }: Handling,
  cutoff_hour = default_cutoff_hour,
): Temporal.PlainDate | null {
  if (availability !== 'in_stock' && ships_after === null) return null;
  const ready = addBusinessDays(firstWorkingDay(begun, country, cutoff_hour), handling_days, country);
  if (ships_after === null) return ready;
  const released = businessDayOnOrAfter(Temporal.PlainDate.from(ships_after), country);
  return Temporal.PlainDate.compare(released, ready) > 0 ? released : ready;
}
