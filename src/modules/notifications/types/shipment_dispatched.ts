import { dispatched, placed } from '../example-facts.ts';
import { addressSection } from '../telling/address.ts';
import { datesOf } from '../telling/dates.ts';
import { nameItems } from '../telling/items.ts';
import { cashSentences } from '../telling/money.ts';
import { isThere, ofShipment } from '../telling/overtaken.ts';
import { findShipment, shipmentSections, shippedUnits } from '../telling/shipment.ts';
import type { NotificationType, Telling } from '../type.ts';

/** It has left: when it comes, who carries it, where to follow it. */
export const shipmentDispatched: NotificationType<'ShipmentDispatched', { shipment: string }> = {
  name: 'shipment_dispatched',
  facts: ['ShipmentDispatched'],
  audience: 'buyer',
  class: 'operational',
  also: ['sms', 'push'],
  timing: 'waking_hours',
  importance: 4,
  plan: ({ data: { id } }) => ({ shipment: id }),
  overtaken: isThere,
  state_of: ofShipment,
  tell(telling) {
    const { order, words } = telling;
    const open = order.lines.some((line) => line.quantity.open > 0);
    const sentences = [words.say('mail.shipment_dispatched.left', { carrier: carrierOf(telling) })];
    if (open) sentences.push(words.say('mail.shipment_dispatched.rest'));
    return {
      subject: words.say('mail.shipment_dispatched.subject', {
        items: nameItems(telling, shippedUnits(telling)),
      }),
      label: words.say('mail.shipment_dispatched.label'),
      tone: 'good',
      headline: headline(telling),
      sentences: [...sentences, ...cashSentences(telling)],
      sections: [...shipmentSections(telling), ...addressSection(telling)],
      brief: [headline(telling), ...cashSentences(telling)],
    };
  },
  example: [placed(), dispatched()],
};

function headline(telling: Telling<{ shipment: string }>): string {
  const promise = findShipment(telling)?.promise;
  if (!promise) return telling.words.say('mail.shipment_dispatched.headline');
  return telling.words.say('mail.arriving', { dates: datesOf(telling, promise) });
}

/** Its name when we know it; a code nobody described says nothing to a buyer. */
function carrierOf(telling: Telling<{ shipment: string }>): string {
  const shipment = findShipment(telling);
  const known = shipment?.carrier_name && shipment.carrier_name !== shipment.carrier;
  return known ? shipment.carrier_name! : 'unknown';
}
