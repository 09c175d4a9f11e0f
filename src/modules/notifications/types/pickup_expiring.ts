import type { FactData } from '../../facts.ts';
import { dispatched, pickupExpiryNeared, placed, scanned } from '../example-facts.ts';
import { addressSection } from '../telling/address.ts';
import { momentOf } from '../telling/dates.ts';
import { nameItems } from '../telling/items.ts';
import { cashSentences } from '../telling/money.ts';
import { ofShipment } from '../telling/overtaken.ts';
import { shipmentSections, shippedUnits } from '../telling/shipment.ts';
import type { NotificationType } from '../type.ts';

/** It still waits, and goes back soon: once for each date the carrier gives. */
export const pickupExpiring: NotificationType<'PickupExpiryNeared', FactData['PickupExpiryNeared']> = {
  name: 'pickup_expiring',
  facts: ['PickupExpiryNeared'],
  audience: 'buyer',
  class: 'operational',
  also: ['sms', 'push'],
  timing: 'waking_hours',
  importance: 2,
  plan: ({ data: { shipment, pickup_until } }) => ({ shipment, pickup_until }),
  // Collected, gone back, or waiting longer: then there is another warning in time.
  overtaken: ({ shipment: id, pickup_until }, { shipments }) =>
    !shipments.some((shipment) => shipment.id === id && shipment.pickup_until === pickup_until),
  state_of: ofShipment,
  deadline: ({ pickup_until }) => pickup_until,
  tell(telling) {
    const { words, data } = telling;
    const until = momentOf(telling, data.pickup_until);
    const items = nameItems(telling, shippedUnits(telling));
    return {
      subject: words.say('mail.pickup_expiring.subject', { items, until }),
      label: words.say('mail.pickup_expiring.label'),
      tone: 'late',
      headline: words.say('mail.pickup_expiring.headline', { until }),
      sentences: [
        words.say('mail.pickup_expiring.after'),
        words.say('mail.shipment_available_for_pickup.bring'),
        ...cashSentences(telling),
      ],
      sections: [...shipmentSections(telling), ...addressSection(telling)],
      brief: cashSentences(telling),
    };
  },
  example: [
    placed({ delivery_option: 'pickup_point' }),
    dispatched(),
    scanned('available_for_pickup', { pickup_until: '2008-07-25T22:00:00Z' }),
    pickupExpiryNeared(),
  ],
};
