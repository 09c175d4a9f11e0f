import { alarmRow } from '../../story/alarms.ts';
import type { Effects, Fact, StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import type { ShipmentFacts } from './facts.ts';
import { pickupAlarm } from './pickup.ts';
import { trackingNumberRow } from './rows.ts';
import { decide, evolve, SHIPMENT_COMMANDS } from './shipments.ts';
import { findShipment } from './state.ts';

export const shipmentsModule: StoryModule<State> = {
  name: 'shipments',
  commands: SHIPMENT_COMMANDS,
  decide,
  evolve,
  react(fact: Fact, state: State, effects: Effects): void {
    const waiting = waitingShipment(fact);
    if (waiting !== null) {
      const alarm = pickupAlarm(state.order!, findShipment(state.shipments, waiting)!, fact);
      if (alarm) effects.rows.push(alarmRow(alarm));
    }
    if (!REGISTERING.has(fact.type)) return;
    const shipment = findShipment(state.shipments, (fact.data as { id: string }).id)!;
    effects.rows.push(...trackingNumberRow(state.order!.number, shipment));
  },
};

const REGISTERING = new Set(['ShipmentDispatched', 'ShipmentChanged', 'ShipmentVoided']);

/** The shipment that now waits to be collected; null: the fact does not say so. */
function waitingShipment({ type, data }: Fact): string | null {
  if (type === 'ScanRecorded') {
    const { shipment, stage, moved } = data as ShipmentFacts['ScanRecorded'];
    return moved && stage === 'available_for_pickup' ? shipment : null;
  }
  if (type !== 'ShipmentCorrected') return null;
  const { id, stage } = data as ShipmentFacts['ShipmentCorrected'];
  return stage === 'available_for_pickup' ? id : null;
}
