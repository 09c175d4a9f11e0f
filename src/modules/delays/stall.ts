import { instant } from '../../lib/clock.ts';
import { type Alarm, alarmRow } from '../../story/alarms.ts';
import type { Decision } from '../../story/index.ts';
import { nothing } from '../../story/index.ts';
import type { Stage } from '../shipments/stages.ts';
import { findShipment, type Shipment } from '../shipments/state.ts';
import type { State } from '../state.ts';
import type { NoticeStall } from './commands.ts';

export const shipment_stall = 'shipment_stall';

const day_ms = 86_400_000;

/** Where a parcel should soon be somewhere else. What waits for its reader, or went wrong, is told by itself. */
const MOVING: ReadonlySet<Stage> = new Set<Stage>([
  'announced',
  'accepted',
  'in_transit',
  'out_for_delivery',
]);

/**
 * When to look whether anybody has heard of a shipment; null: nobody is told. One alarm a shipment: a scan does not move
 * it, which would cost every scan a row; it is set anew when it rings.
 * @param since the last sign of it, or when we learned of it when that is later
 */
export function stallAlarm(
  state: State,
  shipment: Shipment,
  since: string,
  stalled_days: number,
): Alarm | null {
  if (stalled_days === 0 || !state.order!.notify || !shipment.tracking_number) return null;
  if (shipment.voided || !MOVING.has(shipment.stage) || state.delays?.stalled?.includes(shipment.id))
    return null;
  const due_at = instant(Date.parse(since) + stalled_days * day_ms);
  return { order_number: state.order!.number, name: shipment_stall, subject: shipment.id, due_at };
}

/** Says once that nobody has heard of a shipment for days; when somebody has, looks again as many days after that. */
export function noticeStall(state: State, { at, body }: NoticeStall, stalled_days: number): Decision {
  const shipment = findShipment(state.shipments, body.shipment);
  // Where nobody reports scans their absence means nothing.
  if (!shipment || !body.scans) return nothing();
  const since = lastSign(shipment);
  const alarm = stallAlarm(state, shipment, since, stalled_days);
  if (!alarm) return nothing();
  if (alarm.due_at > at) return { facts: [], rows: [alarmRow(alarm)] };
  return { facts: [{ type: 'ShipmentStalled', data: { shipment: shipment.id, since } }] };
}

function lastSign({ stage_at, dispatched_at }: Shipment): string {
  return stage_at > dispatched_at ? stage_at : dispatched_at;
}
