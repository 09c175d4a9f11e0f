import type { FactData } from '../../facts.ts';
import { dispatched, placed, shipmentStalled as stalled } from '../example-facts.ts';
import { dayOf } from '../telling/dates.ts';
import { nameItems } from '../telling/items.ts';
import { shipmentSections, shippedUnits } from '../telling/shipment.ts';
import type { NotificationType } from '../type.ts';

/** Nobody has heard of a parcel for days: said once, with what can be done. */
export const shipmentStalled: NotificationType<'ShipmentStalled', FactData['ShipmentStalled']> = {
  name: 'shipment_stalled',
  facts: ['ShipmentStalled'],
  audience: 'buyer',
  class: 'operational',
  also: ['push'],
  timing: 'waking_hours',
  importance: 3,
  plan: ({ data }) => data,
  // Somebody has heard of it since.
  overtaken: ({ shipment: id, since }, { shipments }) => {
    const shipment = shipments.find((candidate) => candidate.id === id);
    return !shipment || shipment.events.some(({ occurred_at }) => occurred_at > since);
  },
  tell(telling) {
    const { words, data, shop } = telling;
    const values = { items: nameItems(telling, shippedUnits(telling)), date: dayOf(telling, data.since) };
    return {
      subject: words.say('mail.shipment_stalled.subject', values),
      label: words.say('mail.shipment_stalled.label'),
      tone: 'late',
      headline: words.say('mail.shipment_stalled.headline', values),
      sentences: [
        words.say('mail.shipment_stalled.usually'),
        words.say('mail.shipment_stalled.then', { shop: shop.name }),
      ],
      sections: shipmentSections(telling),
    };
  },
  example: [placed(), dispatched(), stalled()],
};
