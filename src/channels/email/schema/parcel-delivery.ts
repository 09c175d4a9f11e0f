import type { ParcelDelivery } from 'schema-dts';
import { oneLine } from '../../../lib/one-line.ts';
import type { OrderView, ShipmentView } from '../../../modules/order-view/index.ts';
import type { Stage } from '../../../modules/shipments/stages.ts';
import { type About, type Markup, name_length_max, orderOf } from './order.ts';

const items_max = 20;

/**
 * A `ParcelDelivery` with what Gmail requires: https://developers.google.com/workspace/gmail/markup/reference/parcel-delivery.
 * Null when something of that is not known (a carrier, a town after an erasure, a day): half of it is worth nothing.
 */
export function parcelMarkup({ order, shop }: About, shipment: ShipmentView): object | null {
  const { carrier_name, tracking_number, tracking_url } = shipment;
  const address = addressOf(order);
  const until = shipment.promise?.latest ?? shipment.delivered_at;
  const items = itemsOf(order, shipment);
  if (!carrier_name || !address || !until || items.length === 0) return null;
  return {
    '@type': 'ParcelDelivery',
    carrier: { '@type': 'Organization', name: oneLine(carrier_name, name_length_max) },
    ...(tracking_number ? { trackingNumber: tracking_number } : {}),
    ...(tracking_url ? { trackingUrl: tracking_url } : {}),
    deliveryAddress: address,
    ...(shipment.promise ? { expectedArrivalFrom: shipment.promise.earliest } : {}),
    expectedArrivalUntil: until,
    itemShipped: items,
    partOfOrder: {
      '@type': 'Order',
      ...orderOf(order, shop.name),
      orderStatus: `https://schema.org/${statusAt(shipment.stage)}` as const,
    },
  } satisfies Markup<ParcelDelivery>;
}

type Status = 'OrderDelivered' | 'OrderPickupAvailable' | 'OrderProblem' | 'OrderReturned';

const statuses: Partial<Record<Stage, Status>> = {
  delivered: 'OrderDelivered',
  available_for_pickup: 'OrderPickupAvailable',
  attempt_failed: 'OrderProblem',
  exception: 'OrderProblem',
  returning: 'OrderProblem',
  returned: 'OrderReturned',
};

function statusAt(stage: Stage) {
  return statuses[stage] ?? 'OrderInTransit';
}

function addressOf({ ship_to }: OrderView) {
  const { name, line1, line2, city, region, postal_code, country, pickup_point } = ship_to;
  if (!line1 || !city || !postal_code) return null;
  return {
    '@type': 'PostalAddress' as const,
    name: oneLine(pickup_point ?? name ?? '', name_length_max),
    streetAddress: oneLine([line1, line2].filter(Boolean).join(', '), name_length_max),
    addressLocality: oneLine(city, name_length_max),
    // Gmail wants one; where addresses have none, the town is the smallest true answer.
    addressRegion: oneLine(region ?? city, name_length_max),
    postalCode: postal_code,
    addressCountry: country,
  };
}

function itemsOf({ lines }: OrderView, shipment: ShipmentView) {
  const shipped = new Set(shipment.lines.map(({ line }) => line));
  return lines
    .filter(({ id }) => shipped.has(id))
    .slice(0, items_max)
    .map(({ title, sku }) => ({
      '@type': 'Product' as const,
      name: oneLine(title, name_length_max),
      sku: oneLine(sku, name_length_max),
    }));
}
