import type { Effects, Fact, StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import { trackingNumberRow } from './rows.ts';
import { decide, evolve, SHIPMENT_COMMANDS } from './shipments.ts';
import { findShipment } from './state.ts';

export const shipmentsModule: StoryModule<State> = {
  name: 'shipments',
  commands: SHIPMENT_COMMANDS,
  decide,
  evolve,
  react(fact: Fact, state: State, effects: Effects): void {
    if (!REGISTERING.has(fact.type)) return;
    const shipment = findShipment(state.shipments, (fact.data as { id: string }).id)!;
    effects.rows.push(...trackingNumberRow(state.order!.number, shipment));
  },
};

const REGISTERING = new Set(['ShipmentDispatched', 'ShipmentChanged', 'ShipmentVoided']);
