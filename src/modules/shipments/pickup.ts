import type { Alarm } from '../../story/alarms.ts';
import type { Decision, Fact } from '../../story/index.ts';
import { nothing } from '../../story/index.ts';
import type { OrderState } from '../orders/state.ts';
import type { NoticePickupExpiry } from './commands.ts';
import type { ShipmentFacts } from './facts.ts';
import type { Shipment } from './state.ts';

export const pickup_expiry = 'pickup_expiry';

const hour_ms = 3_600_000;
/** A day is time to go there; of a parcel that waits for less than two days, half of that. */
const notice_ms_max = 24 * hour_ms;
/** Who was told that it waits until then need not hear it again so soon. */
const said_again_ms_min = 2 * hour_ms;
/** Where the parcel waits nobody is woken: by the clock there. */
const waking_from_hour = 9;
const waking_to_hour = 20;
/** A warning in the morning must leave time to go there. Else it comes the evening before. */
const morning_ms_min = 6 * hour_ms;

/**
 * When to warn that a parcel will not wait much longer: a day before it goes back, by daylight. Null: there is no
 * time in which a warning would be news.
 *
 * @param told_at when the buyer is told until when it waits
 */
export function warningAt(told_at: string, pickup_until: string, time_zone: string): string | null {
  const told_ms = Date.parse(told_at);
  const until_ms = Date.parse(pickup_until);
  const notice_ms = Math.min(notice_ms_max, Math.floor((until_ms - told_ms) / 2));
  const at_ms = byDaylight(until_ms - notice_ms, until_ms, time_zone);
  if (at_ms - told_ms < said_again_ms_min) return null;
  return Temporal.Instant.fromEpochMilliseconds(at_ms).toString({ smallestUnit: 'second' });
}

/** Of the night: the morning after it when that leaves time, else the evening before. */
function byDaylight(at_ms: number, until_ms: number, time_zone: string): number {
  const there = Temporal.Instant.fromEpochMilliseconds(at_ms).toZonedDateTimeISO(time_zone);
  if (there.hour >= waking_from_hour && there.hour < waking_to_hour) return at_ms;
  const at = (days: number, hour: number) =>
    there.toPlainDate().add({ days }).toZonedDateTime({ timeZone: time_zone, plainTime: { hour } })
      .epochMilliseconds;
  const late = there.hour >= waking_to_hour;
  const morning_ms = at(late ? 1 : 0, waking_from_hour);
  return until_ms - morning_ms >= morning_ms_min ? morning_ms : at(late ? 0 : -1, waking_to_hour);
}

/** The alarm of a parcel that began to wait somewhere, or waits longer than was said. */
export function pickupAlarm(order: OrderState, shipment: Shipment, fact: Fact): Alarm | null {
  if (!order.notify || shipment.stage !== 'available_for_pickup' || !shipment.pickup_until) return null;
  if (shipment.pickup_neared === shipment.pickup_until) return null;
  const due_at = warningAt(fact.recorded_at, shipment.pickup_until, order.time_zone);
  if (due_at === null) return null;
  return { order_number: order.number, name: pickup_expiry, subject: shipment.id, due_at };
}

/** Says that the parcel goes back soon: once for each date, and only while it waits. */
export function noticePickupExpiry(shipment: Shipment, { at }: NoticePickupExpiry): Decision {
  const { id, stage, pickup_until, pickup_neared } = shipment;
  if (stage !== 'available_for_pickup' || !pickup_until) return nothing();
  if (pickup_until <= at || pickup_neared === pickup_until) return nothing();
  const data: ShipmentFacts['PickupExpiryNeared'] = { shipment: id, pickup_until };
  return { facts: [{ type: 'PickupExpiryNeared', data }] };
}
