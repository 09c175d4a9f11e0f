import type { FactData } from '../../facts.ts';
import type { OrderView, ShipmentView } from '../../order-view/index.ts';
import { findShipment as shipmentOf } from '../../shipments/state.ts';
import { dispatched, placed, shipmentChanged } from '../example-facts.ts';
import { nameItems } from '../telling/items.ts';
import { shipmentSections, shippedUnits } from '../telling/shipment.ts';
import type { NotificationType } from '../type.ts';

/** What the message says holds; a newer change is told by itself. */
interface Changed {
  shipment: string;
  change: 'number' | 'carrier' | 'withdrawn';
  carrier: string | null;
  tracking_number: string | null;
}

/** The number or the carrier that the buyer was told is another one now. */
export const trackingChanged: NotificationType<'ShipmentChanged', Changed> = {
  name: 'tracking_changed',
  facts: ['ShipmentChanged'],
  audience: 'buyer',
  class: 'operational',
  also: ['push'],
  timing: 'waking_hours',
  importance: 5,
  plan({ data }, { shipments }) {
    const { carrier, tracking_number, stage, voided } = shipmentOf(shipments, data.id)!;
    const change = changeOf(data, tracking_number);
    if (change === null || voided || stage === 'delivered') return null;
    return { shipment: data.id, change, carrier, tracking_number };
  },
  overtaken: (data, order) => !holds(data, order),
  state_of: ({ shipment }) => `tracking ${shipment}`,
  tell(telling) {
    const { words, data } = telling;
    const { change } = data;
    const items = nameItems(telling, shippedUnits(telling));
    return {
      subject: words.say('mail.tracking_changed.subject', { change, items }),
      label: words.say('mail.tracking_changed.label', { change }),
      tone: change === 'withdrawn' ? 'late' : 'good',
      headline: words.say('mail.tracking_changed.headline', { change }),
      sentences: [words.say('mail.tracking_changed.why', { change })],
      sections: shipmentSections(telling),
    };
  },
  example: [placed(), dispatched(), shipmentChanged()],
};

/** A carrier without a number leads nowhere: nothing to tell. */
function changeOf(data: FactData['ShipmentChanged'], number: string | null): Changed['change'] | null {
  if (data.tracking_number !== undefined) return number === null ? 'withdrawn' : 'number';
  return data.carrier !== undefined && number !== null ? 'carrier' : null;
}

/** It is still on its way under that number: how to follow what has arrived is no news. */
function holds({ shipment: id, carrier, tracking_number }: Changed, { shipments }: OrderView): boolean {
  const same = (shipment: ShipmentView) =>
    shipment.carrier === carrier && shipment.tracking_number === tracking_number;
  return shipments.some((shipment) => shipment.id === id && same(shipment) && shipment.stage !== 'delivered');
}
