import { businessDayOnOrAfter, isBusinessDay } from '../../lib/calendar/index.ts';
import { dateInZone } from '../../lib/dates.ts';
import type { Decision, NewFact } from '../../story/index.ts';
import { nothing } from '../../story/index.ts';
import type { NoticeShipBy } from './commands.ts';
import type { LineQuantity, OrderFacts } from './facts.ts';
import { type Goods, type Handling, handOverDay, type SellersHandling } from './handling.ts';
import { type DeliveryPromise, handlingOf, type Line, type OrderState, openQuantity } from './state.ts';

/** When a seller is reminded, on the last business day before: at its desk, with the day before it. */
const reminding_hour = 8;

type Placed = OrderFacts['OrderPlaced'];

/** Nobody is asked to send what is not paid, unless the courier takes the money or there is nothing to pay. */
export function awaitsPayment({
  payment_status,
  payment_method,
  totals,
}: Pick<Placed, 'payment_status' | 'payment_method' | 'totals'>): boolean {
  return payment_status === 'pending' && payment_method !== 'cash_on_delivery' && totals.total > 0;
}

/**
 * The order with the terms of its sellers, and by when each line is to be handed over. Nothing of an order that waits
 * for its payment: the days count from there.
 * @param sellers by id
 */
export function withHandling(placed: Placed, sellers: ReadonlyMap<string, Handling>): Placed {
  const handling: SellersHandling[] = [];
  const waits = awaitsPayment(placed);
  const lines = placed.lines.map((line) => {
    let terms = handling.find(({ seller }) => seller === line.seller);
    if (!terms) {
      const { country, time_zone, handling_days } = sellers.get(line.seller)!;
      terms = { seller: line.seller, country, time_zone, handling_days };
      handling.push(terms);
    }
    const date = waits ? null : shipBy(placed.placed_at, line, terms);
    return date === null ? line : { ...line, ship_by: date };
  });
  return { ...placed, handling, lines };
}

const dates = new Map<string, string | null>();
/** Sellers times quarters of an hour in which their orders come. */
const dates_max = 10_000;
/** Every zone's clock differs from UTC by a multiple of it: within one, neither date nor hour changes anywhere. */
const quarter_ms = 900_000;

/**
 * By when goods are to be given to the carrier: a calendar date of the seller; null when nobody knows. Remembered,
 * since it costs 10 microseconds and a shop's orders of the same minutes have the same date.
 */
export function shipBy(begun_at: string, goods: Goods, handling: Handling): string | null {
  const { country, time_zone, handling_days } = handling;
  const quarter = Math.floor(Date.parse(begun_at) / quarter_ms);
  const key = `${quarter} ${goods.availability} ${goods.ships_after} ${country} ${time_zone} ${handling_days}`;
  let date = dates.get(key);
  if (date === undefined) {
    const begun = Temporal.Instant.from(begun_at).toZonedDateTimeISO(time_zone);
    date = handOverDay(begun, goods, handling)?.toString() ?? null;
    if (dates.size >= dates_max) dates.clear();
    dates.set(key, date);
  }
  return date;
}

/**
 * The order can be sent from `at` on, because it is paid now: the sellers' days begin.
 * @param without units that are being taken off at this moment
 */
export function handlingBegun(order: OrderState, at: string, without: readonly LineQuantity[] = []): NewFact {
  const data: OrderFacts['HandlingBegun'] = {
    lines: order.lines.flatMap((line) => {
      const terms = handlingOf(order, line.seller);
      const off = without.find((units) => units.line === line.id)?.quantity ?? 0;
      const date = terms && openQuantity(line) > off ? shipBy(at, line, terms) : null;
      return date ? [{ line: line.id, ship_by: date }] : [];
    }),
  };
  return { type: 'HandlingBegun', data, at };
}

/** A promise that moved later by some days moves the day of shipping as far; sooner is not asked of anybody. */
export function shipByOfRevision(order: OrderState, line: Line, to: DeliveryPromise): string | undefined {
  const country = handlingOf(order, line.seller)?.country;
  if (!line.ship_by || !line.promise || !country || to.earliest <= line.promise.earliest) return undefined;
  const days = Temporal.PlainDate.from(line.promise.earliest).until(to.earliest).days;
  return businessDayOnOrAfter(Temporal.PlainDate.from(line.ship_by).add({ days }), country).toString();
}

/** The next day by which the seller is to send something of the order, and about which nobody reminded it yet. */
export function nextShipBy(order: OrderState, seller: string, at: string): string | null {
  const terms = handlingOf(order, seller);
  if (!terms) return null;
  const today = dateInZone(Date.parse(at), terms.time_zone);
  const told = order.ship_by_neared?.find((neared) => neared.seller === seller)?.ship_by ?? '';
  let next: string | null = null;
  for (const line of order.lines) {
    const date = line.ship_by;
    if (!date || line.seller !== seller || date <= told || date < today || openQuantity(line) === 0) continue;
    if (next === null || date < next) next = date;
  }
  return next;
}

const moments = new Map<string, string>();
/** Days times countries times zones that are asked about at one time. */
const moments_max = 10_000;

/** When to remind of a date: the morning of the last business day before it, where the seller is. RFC 3339 UTC. */
export function remindAt(ship_by: string, { country, time_zone }: Handling): string {
  const key = `${ship_by} ${country} ${time_zone}`;
  let moment = moments.get(key);
  if (moment === undefined) {
    let day = Temporal.PlainDate.from(ship_by).subtract({ days: 1 });
    while (!isBusinessDay(day, country)) day = day.subtract({ days: 1 });
    const morning = day.toZonedDateTime({ timeZone: time_zone, plainTime: { hour: reminding_hour } });
    moment = morning.toInstant().toString();
    if (moments.size >= moments_max) moments.clear();
    moments.set(key, moment);
  }
  return moment;
}

/**
 * When the seller is to be reminded next; null: there is nothing to remind of.
 * @param told_now the seller is being told of the order at this moment: what would have been reminded of before is said
 */
export function nextReminder(order: OrderState, seller: string, at: string, told_now = false): string | null {
  const date = order.notify ? nextShipBy(order, seller, at) : null;
  const moment = date === null ? null : remindAt(date, handlingOf(order, seller)!);
  return moment !== null && told_now && moment <= at ? null : moment;
}

/**
 * Says that the day is near, if that is so: something of the seller is open, its day has not passed, and it was not
 * said before. The result is when to ask again.
 */
export function noticeShipBy(order: OrderState, { at, body: { seller } }: NoticeShipBy): Decision {
  const ship_by = nextShipBy(order, seller, at);
  const remind_at = nextReminder(order, seller, at);
  if (ship_by === null || remind_at === null || remind_at > at) return nothing({ remind_at });
  return { facts: [{ type: 'ShipByNeared', data: { seller, ship_by } }], result: { remind_at: null } };
}
