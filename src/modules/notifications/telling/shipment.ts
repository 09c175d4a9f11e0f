import { oneLine } from '../../../lib/one-line.ts';
import type { ShipmentView } from '../../order-view/index.ts';
import type { LineQuantity } from '../../orders/facts.ts';
import type { Action, Section } from '../message.ts';
import type { Telling } from '../type.ts';
import { itemsSection } from './items.ts';

const tracking_length_max = 60;

/** The shipment a message is about; undefined when it was voided before the message was sent. */
export function findShipment({ order, data }: Telling<{ shipment: string }>): ShipmentView | undefined {
  return order.shipments.find((shipment) => shipment.id === data.shipment);
}

export function shippedUnits(telling: Telling<{ shipment: string }>): LineQuantity[] {
  return findShipment(telling)?.lines ?? [];
}

/** Follow it at the carrier, see it with us; what is in it; who carries it. */
export function shipmentSections(telling: Telling<{ shipment: string }>): Section[] {
  const { words } = telling;
  const shipment = findShipment(telling);
  return [
    actionsSection(telling, trackAction(telling, shipment)),
    itemsSection(telling, words.say('mail.in_this_shipment'), shippedUnits(telling)),
    ...carrierSection(telling, shipment),
  ];
}

type Actions = Extract<Section, { kind: 'actions' }>;

/** What the reader can do, first the best; the order page is always one of them, for whoever has one. */
export function actionsSection({ words, links }: Telling, first: Action | null = null): Actions {
  const order = links && { label: words.say('mail.see_order'), url: links.order };
  return { kind: 'actions', actions: [first, order].filter((action) => action !== null), even: false };
}

function trackAction({ words }: Telling, shipment: ShipmentView | undefined): Action | null {
  if (!shipment?.tracking_url) return null;
  const carrier = oneLine(shipment.carrier_name ?? '', tracking_length_max);
  return { label: words.say('mail.track', { carrier }), url: shipment.tracking_url };
}

function carrierSection({ words }: Telling, shipment: ShipmentView | undefined): Section[] {
  const number = shipment?.tracking_number;
  if (!shipment || !number) return [];
  const lines = [shipment.carrier_name, number].flatMap((line) =>
    line ? [oneLine(line, tracking_length_max)] : [],
  );
  return [{ kind: 'lines', heading: words.say('mail.tracking'), lines }];
}
