import { instant } from '../../lib/clock.ts';
import { dateInZone } from '../../lib/dates.ts';
import { startOfDay } from '../../lib/zone.ts';
import type { Decision } from '../../story/index.ts';
import { nothing } from '../../story/index.ts';
import { owedAmount } from '../cancellations/cancellations.ts';
import { type Line, openQuantity } from '../orders/state.ts';
import { paidAmount } from '../payments/state.ts';
import type { State } from '../state.ts';
import type { NoticeLateness } from './commands.ts';
import type { DelayFacts } from './facts.ts';
import { addDays } from './policies/days.ts';
import { daysWithoutPromise } from './policies/index.ts';
import { findDelay } from './state.ts';

/**
 * The last day of the promises that will pass next, of what has not left and about which nothing was said yet; null:
 * there is none. What waits for its payment is not late. On the path of every fact.
 */
export function nextLatest(state: State): string | null {
  let next: string | null = null;
  for (const line of state.order!.lines) {
    if (openQuantity(line) === 0) continue;
    const latest = countedOn(state, line);
    if (latest !== null && (next === null || latest < next)) next = latest;
  }
  return next === null || awaitsMoney(state) ? null : next;
}

/** When somebody is to look whether the order is late, RFC 3339 UTC: the end of that day where it goes. */
export function lateAt(state: State): string | null {
  const latest = nextLatest(state);
  return latest && instant(startOfDay(addDays(latest, 1), state.order!.time_zone));
}

/** The day a line is counted on by, when nobody has said yet that it passed; without a promise: that of the law. */
function countedOn(state: State, line: Line): string | null {
  const latest = line.promise ? line.promise.latest : lawfulDate(state);
  return latest === null || findDelay(state, line.id)?.passed === latest ? null : latest;
}

function lawfulDate({ order }: State): string | null {
  const { country, placed_at, time_zone } = order!;
  const days = daysWithoutPromise(country);
  return days === null ? null : addDays(dateInZone(Date.parse(placed_at), time_zone), days);
}

/** Nobody sends what is not paid: its buyer knows what it waits for. */
function awaitsMoney(state: State): boolean {
  const { order, payments } = state;
  if (payments.authorized || order!.payment_method === 'cash_on_delivery') return false;
  return paidAmount(payments) < owedAmount(state);
}

/** Says that a promise has passed: of each line once for each date. */
export function noticeLateness(state: State, { at }: NoticeLateness): Decision {
  const order = state.order!;
  const due_at = lateAt(state);
  if (due_at === null || due_at > at) return nothing();
  const today = dateInZone(Date.parse(at), order.time_zone);
  const lines = order.lines.flatMap((line): DelayFacts['PromisePassed']['lines'] => {
    const latest = openQuantity(line) === 0 ? null : countedOn(state, line);
    return latest !== null && latest < today ? [{ line: line.id, latest }] : [];
  });
  return lines.length === 0 ? nothing() : { facts: [{ type: 'PromisePassed', data: { lines } }] };
}
