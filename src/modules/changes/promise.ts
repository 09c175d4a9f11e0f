import { addBusinessDays, businessDayOnOrAfter } from '../../lib/calendar/index.ts';
import { handOverDay, type SellersHandling } from '../orders/handling.ts';
import {
  type DeliveryPromise,
  handlingOf,
  type Line,
  type OrderState,
  openQuantity,
} from '../orders/state.ts';
import { TRANSIT, transitZone } from '../orders/transit.ts';
import type { DeliveryOption } from '../orders/vocabulary.ts';

export interface MovedPromise {
  line: string;
  from: DeliveryPromise;
  to: DeliveryPromise;
}

/**
 * Where the promises of what has not left move to with another delivery option; null when they cannot be worked out,
 * because the terms of a seller are not known. A line without a promise gets none: nothing is invented.
 * @param dearer the option costs more: whoever pays for it never waits longer than was promised without it
 */
export function movedPromises(
  order: OrderState,
  option: DeliveryOption,
  at: string,
  dearer: boolean,
): MovedPromise[] | null {
  const moved: MovedPromise[] = [];
  for (const line of order.lines) {
    const { promise: from } = line;
    if (from === null || openQuantity(line) === 0) continue;
    const terms = handlingOf(order, line.seller);
    if (!terms) return null;
    const to = movedPromise(order, line, from, { option, terms, at, dearer });
    if (to.earliest !== from.earliest || to.latest !== from.latest) moved.push({ line: line.id, from, to });
  }
  return moved;
}

interface Move {
  option: DeliveryOption;
  terms: SellersHandling;
  /** RFC 3339: nothing that has not left by now leaves before. */
  at: string;
  dearer: boolean;
}

/**
 * A promise moves by as many days as the published table puts the two options apart, from the day the line is handed
 * over or, when that has passed, from the next day it can be. So a computed promise becomes the one the table gives;
 * one that the shop gave, or that was revised, keeps what it had over the table. A faster option, or one that costs more,
 * moves nothing later: what is already promised stands, even where the table has come too late for it.
 */
function movedPromise(
  order: OrderState,
  line: Line,
  from: DeliveryPromise,
  { option, terms, at, dearer }: Move,
): DeliveryPromise {
  const soonest = dayAt(at, terms);
  const handed = Temporal.PlainDate.from(line.ship_by ?? plannedDay(order, line, terms) ?? soonest);
  const leaves = Temporal.PlainDate.compare(handed, soonest) < 0 ? soonest : handed;
  const zone = transitZone(terms.country, order.country);
  const [was, is] = [TRANSIT[order.delivery_option][zone], TRANSIT[option][zone]];
  const move = (date: string, bound: 'min' | 'max'): string => {
    const before = addBusinessDays(handed, was[bound], terms.country);
    const after = addBusinessDays(leaves, is[bound], terms.country);
    const days = before.until(after).days;
    const moved = businessDayOnOrAfter(Temporal.PlainDate.from(date).add({ days }), terms.country).toString();
    const least = addBusinessDays(soonest, is[bound], terms.country).toString();
    return moved > least ? moved : least;
  };
  const earliest = move(from.earliest, 'min');
  const latest = move(from.latest, 'max');
  if (dearer || (is.min <= was.min && is.max <= was.max)) return noLater(from, { earliest, latest });
  // A promise better than the table, moved a long way, would end before it begins.
  return { earliest, latest: latest > earliest ? latest : earliest };
}

/** Of each of the two dates the earlier one. */
function noLater(from: DeliveryPromise, to: DeliveryPromise): DeliveryPromise {
  const earlier = (one: string, other: string) => (one < other ? one : other);
  const latest = earlier(from.latest, to.latest);
  return { earliest: earlier(earlier(from.earliest, to.earliest), latest), latest };
}

/** The first day somebody can still hand it over, when nothing but the hour is in the way. */
function dayAt(at: string, terms: SellersHandling): Temporal.PlainDate {
  return workedOn(at, { ...terms, handling_days: 0 }, { availability: 'in_stock', ships_after: null })!;
}

/** When it was to be handed over, of an order that still waits for its payment. */
function plannedDay(order: OrderState, line: Line, terms: SellersHandling): Temporal.PlainDate | null {
  return workedOn(order.placed_at, terms, line);
}

function workedOn(at: string, terms: SellersHandling, goods: Pick<Line, 'availability' | 'ships_after'>) {
  return handOverDay(Temporal.Instant.from(at).toZonedDateTimeISO(terms.time_zone), goods, terms);
}
