import { wordsFor } from '../lib/words.ts';
import type { AnyFact } from '../modules/facts.ts';
import type { LineQuantity } from '../modules/orders/facts.ts';
import { carrierName } from '../modules/shipments/carrier/index.ts';
import type { ShipmentFacts } from '../modules/shipments/facts.ts';
import { plain } from './plain.ts';

const words = wordsFor('en');

type ShipmentFact = Exclude<Extract<AnyFact, { type: keyof ShipmentFacts }>, { type: 'ForecastChanged' }>;
type Goods = (lines: readonly LineQuantity[]) => string[];

/** What left, and where it is. */
export function tellShipment(fact: ShipmentFact, goods: Goods): [headline: string, ...details: string[]] {
  switch (fact.type) {
    case 'ShipmentDispatched': {
      const { id, seller, carrier, tracking_number, lines } = fact.data;
      return [`Shipment ${id} dispatched by ${seller}, ${by(carrier, tracking_number)}`, ...goods(lines)];
    }
    case 'OrderSplit':
      return [`The order is split: something stays behind shipment ${fact.data.shipment}`];
    case 'ShipmentChanged':
      return changed(fact.data, goods);
    case 'ShipmentVoided':
      return [`Shipment ${fact.data.id} voided: it was registered by mistake, its units are open again`];
    case 'ShipmentCorrected':
      return [`Shipment ${fact.data.id} put right by hand: ${plain(fact.data.stage)}`];
    case 'ScanRecorded':
      return [scanned(fact.data)];
    case 'PickupExpiryNeared': {
      const until = words.instant(fact.data.pickup_until, 'UTC');
      return [`Shipment ${fact.data.shipment} still waits to be collected, until ${until} UTC`];
    }
    case 'ShipmentDelivered':
      return [`Shipment ${fact.data.shipment} has arrived`];
  }
}

function changed(
  data: Extract<AnyFact, { type: 'ShipmentChanged' }>['data'],
  goods: (lines: readonly LineQuantity[]) => string[],
): [string, ...string[]] {
  const { id, carrier, tracking_number, lines } = data;
  const changes = [
    carrier !== undefined && `carrier ${carrier === null ? 'unknown' : carrierName(carrier)}`,
    tracking_number !== undefined && `number ${tracking_number ?? 'none'}`,
    lines !== undefined && 'contents',
  ].filter((change) => change !== false);
  return [`Shipment ${id} changed: ${changes.join(', ')}`, ...goods(lines ?? [])];
}

function scanned(data: Extract<AnyFact, { type: 'ScanRecorded' }>['data']): string {
  const { shipment, stage, reason, flags, moved, pickup_until } = data;
  const more = [reason && plain(reason), ...flags.map(plain)].filter((word) => word);
  const effect = moved ? '' : ' (kept; changes nothing)';
  const until = pickup_until ? `, waits until ${pickup_until}` : '';
  return `Shipment ${shipment}: ${plain(stage)}${more.length > 0 ? `, ${more.join(', ')}` : ''}${until}${effect}`;
}

function by(carrier: string | null, tracking_number: string | null): string {
  const who = carrier === null ? 'no carrier named' : carrierName(carrier);
  return tracking_number === null ? `${who}, no tracking number` : `${who} ${tracking_number}`;
}
