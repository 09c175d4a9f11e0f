import { addBusinessDays } from '../../lib/calendar/index.ts';
import { type Goods, type Handling, handOverDay } from './handling.ts';
import type { DeliveryPromise } from './state.ts';
import { TRANSIT, transitZone } from './transit.ts';
import type { DeliveryOption } from './vocabulary.ts';

export interface PromiseInput extends Goods {
  /** RFC 3339. */
  placed_at: string;
  /** IANA zone of the recipient: a promise is dates there. */
  time_zone: string;
  delivery_option: DeliveryOption;
  /** ISO 3166-1 alpha-2. */
  ship_to_country: string;
  seller: Handling;
  cutoff_hour?: number;
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
  const handOver = handOverDay(placedBySeller, input, seller, input.cutoff_hour);
  if (handOver === null) return null;
  const transit = TRANSIT[delivery_option][transitZone(seller.country, ship_to_country)];
  const placed = placedBySeller.withTimeZone(time_zone).toPlainDate().toString();
  return {
    earliest: later(addBusinessDays(handOver, transit.min, seller.country), placed),
    latest: later(addBusinessDays(handOver, transit.max, seller.country), placed),
  };
}
