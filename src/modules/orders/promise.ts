import { addBusinessDays, businessDayOnOrAfter, isBusinessDay } from '../../lib/calendar/index.ts';
import type { DeliveryPromise } from './state.ts';
import { TRANSIT, transitZone } from './transit.ts';
import type { Availability, DeliveryOption } from './vocabulary.ts';

/** What is ordered later than this hour of the seller's day is begun on the next business day. */
export const default_cutoff_hour = 14;

export interface PromiseInput {
  /** RFC 3339. */
  placed_at: string;
  /** IANA zone of the recipient: a promise is dates there. */
  time_zone: string;
  delivery_option: DeliveryOption;
  /** ISO 3166-1 alpha-2. */
  ship_to_country: string;
  availability: Availability;
  /** Calendar date before which a preorder or backorder does not leave; null when nobody knows. */
  ships_after: string | null;
  /** `country`: ISO 3166-1 alpha-2, `time_zone`: IANA, `handling_days`: business days from order to hand-over. */
  seller: { country: string; time_zone: string; handling_days: number };
  cutoff_hour?: number;
}

/** The first day somebody works on it: the day of placing, unless it is past the cut-off or no business day. */
function firstWorkingDay(
  placed: Temporal.ZonedDateTime,
  { seller, cutoff_hour = default_cutoff_hour }: PromiseInput,
): Temporal.PlainDate {
  const date = placed.toPlainDate();
  if (isBusinessDay(date, seller.country) && placed.hour < cutoff_hour) return date;
  return addBusinessDays(date, 1, seller.country);
}

/** The day it is given to the carrier; null for what has no date: it is said to the buyer, never invented. */
function handOverDay(placed: Temporal.ZonedDateTime, input: PromiseInput): Temporal.PlainDate | null {
  const { availability, ships_after, seller } = input;
  if (availability !== 'in_stock' && ships_after === null) return null;
  const ready = addBusinessDays(firstWorkingDay(placed, input), seller.handling_days, seller.country);
  if (ships_after === null) return ready;
  const released = businessDayOnOrAfter(Temporal.PlainDate.from(ships_after), seller.country);
  return Temporal.PlainDate.compare(released, ready) > 0 ? released : ready;
}

/** Calendar dates in ISO form sort as texts. */
function later(date: Temporal.PlainDate, least: string): string {
  const text = date.toString();
  return text > least ? text : least;
}

/**
 * When a line can be expected, when the shop does not say: business days of the seller's country from placing
 * over handling to the transit table. Never before the day of placing where the recipient lives, which may be
 * a day ahead of the seller. Null when availability gives no date.
 *
 * @throws RangeError for a zone, date or number of days that is none; the edge has checked them.
 */
export function computePromise(input: PromiseInput): DeliveryPromise | null {
  const { placed_at, time_zone, delivery_option, ship_to_country, seller } = input;
  const placedBySeller = Temporal.Instant.from(placed_at).toZonedDateTimeISO(seller.time_zone);
  const handOver = handOverDay(placedBySeller, input);
  if (handOver === null) return null;
  const transit = TRANSIT[delivery_option][transitZone(seller.country, ship_to_country)];
  const placed = placedBySeller.withTimeZone(time_zone).toPlainDate().toString();
  return {
    earliest: later(addBusinessDays(handOver, transit.min, seller.country), placed),
    latest: later(addBusinessDays(handOver, transit.max, seller.country), placed),
  };
}
