import { instant } from '../../lib/clock.ts';
import { isoDate, startOfDay } from '../../lib/zone.ts';
import type { Effects, Fact } from '../../story/index.ts';
import type { FactData } from '../facts.ts';
import { latestOpenOf } from '../order-view/index.ts';
import { LISTED_ORDERS } from '../orders/listed.ts';
import { type Line, type OrderState, openQuantity } from '../orders/state.ts';
import type { State } from '../state.ts';
import { lastDayToReturn } from '../withdrawals/index.ts';

/** A shipment on the road changes nothing here: scans are the hottest path there is. */
export function react(fact: Fact, state: State, { rows }: Effects): void {
  if (!matters(fact)) return;
  const order = state.order!;
  const { number, placed_at, lines } = order;
  const values = {
    ...{ order_number: number, placed_at },
    coming: state.shipments.shipments.some(({ voided, stage }) => !voided && !isOver(stage)),
    unshipped: lines.some((line) => openQuantity(line) > 0),
    some_canceled: lines.some(({ quantity }) => quantity.canceled > 0),
    late_from: lateFrom(state),
    returnable_until: returnableUntil(state),
  };
  rows.push({ set: LISTED_ORDERS, values });
}

/** Other dates, or another place among what waits. */
const ALWAYS = new Set(['OrderPlaced', 'PromiseRevised', 'OrderChanged', 'WithdrawalDeclared']);

function matters({ type, data }: Fact): boolean {
  if (ALWAYS.has(type)) return true;
  if ((data as { moves?: unknown }).moves !== undefined) return true;
  if (type !== 'ScanRecorded') return false;
  const { moved, stage } = data as FactData['ScanRecorded'];
  return moved && isOver(stage);
}

function isOver(stage: string): boolean {
  return stage === 'delivered' || stage === 'returned';
}

/** Late by a promise that moved, from the beginning; else from the day after the first promise that is still open. */
function lateFrom(state: State): string | null {
  const order = state.order!;
  if (order.lines.some(hasMoved)) return order.placed_at;
  const latest = latestOpenOf(state);
  return latest && dayAfter(latest, order);
}

/** Something of the line is still to come, later than first promised. */
function hasMoved({ quantity, promise, first_latest }: Line): boolean {
  if (quantity.delivered + quantity.canceled >= quantity.ordered) return false;
  return promise !== null && promise.latest > first_latest!;
}

function returnableUntil(state: State): string | null {
  const until = lastDayToReturn(state);
  return until === 'open' ? 'infinity' : until && dayAfter(until, state.order!);
}

/** When a calendar date is over in the order's zone. */
function dayAfter(date: string, { time_zone }: OrderState): string {
  return instant(startOfDay(isoDate(Date.parse(date) / 86_400_000 + 1), time_zone));
}
