import { businessDayOnOrAfter } from '../../lib/calendar/index.ts';
import { dateInZone } from '../../lib/dates.ts';
import type { State } from '../state.ts';

/** Directive 2011/83/EU: to withdraw (Article 9), to send back (14), to give the money back (13). */
const withdraw_days = 14;
const send_back_days = 14;
const refund_days = 14;

/**
 * The day the last good of the order came into its buyer's hands, in the order's zone: the period begins after it
 * (Article 9(2)(b)(i)). Null while something is still to come, or when nothing is left to come.
 */
export function receivedOn({ order, shipments }: Pick<State, 'order' | 'shipments'>): string | null {
  const awaits = order!.lines.some(
    ({ quantity }) => quantity.delivered < quantity.ordered - quantity.canceled,
  );
  if (awaits) return null;
  let last = '';
  for (const { voided, delivered_at } of shipments.shipments) {
    if (!voided && delivered_at !== null && delivered_at > last) last = delivered_at;
  }
  return last === '' ? null : dateInZone(Date.parse(last), order!.time_zone);
}

/** The last day of the period, to its end in the order's zone; null: it has not begun. */
export function withdrawableUntil(state: Pick<State, 'order' | 'shipments'>): string | null {
  const received_on = receivedOn(state);
  return received_on === null ? null : lastDay(received_on, withdraw_days, state.order!.country);
}

/** Whether somebody who has the right may still withdraw at this moment. */
export function isWithinPeriod(state: Pick<State, 'order' | 'shipments'>, at_ms: number): boolean {
  const until = withdrawableUntil(state);
  return until === null || dateInZone(at_ms, state.order!.time_zone) <= until;
}

/** The last day to send goods back that were here when it was declared, in the order's zone. */
export function sendBackUntil(declared_at: string, { time_zone, country }: Place): string {
  return lastDay(dateInZone(Date.parse(declared_at), time_zone), send_back_days, country);
}

/** The day the money is back at the latest, in the order's zone. Never moved to a later one: it is we who owe it. */
export function refundUntil(declared_at: string, { time_zone }: Place): string {
  const day = dateInZone(Date.parse(declared_at), time_zone);
  return Temporal.PlainDate.from(day).add({ days: refund_days }).toString();
}

/** Where the order goes. */
interface Place {
  country: string;
  time_zone: string;
}

/**
 * The last of `days` calendar days after an event. Its own day does not count, and a period that would end on a
 * Saturday, Sunday or public holiday ends with the next working day (Regulation 1182/71, Article 3(1) and (4), to
 * which recital 41 of Directive 2011/83/EU refers).
 */
function lastDay(event_on: string, days: number, country: string): string {
  const last = Temporal.PlainDate.from(event_on).add({ days });
  return businessDayOnOrAfter(last, country).toString();
}
