import { dispatched, placed, scanned } from '../example-facts.ts';
import { addressSection } from '../telling/address.ts';
import { momentOf } from '../telling/dates.ts';
import { nameItems } from '../telling/items.ts';
import { cashSentences } from '../telling/money.ts';
import { hasLeft, ofShipment } from '../telling/overtaken.ts';
import { planScan, type ScanTold } from '../telling/scan.ts';
import { shipmentSections, shippedUnits } from '../telling/shipment.ts';
import type { NotificationType } from '../type.ts';

/** It waits for the buyer, and until when. The code that opens a locker is the carrier's to send. */
export const shipmentAvailableForPickup: NotificationType<'ScanRecorded', ScanTold> = {
  name: 'shipment_available_for_pickup',
  facts: ['ScanRecorded'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['sms', 'push'],
  timing: 'waking_hours',
  importance: 2,
  plan: (fact) => planScan(fact, 'available_for_pickup'),
  overtaken: hasLeft('available_for_pickup'),
  state_of: ofShipment,
  deadline: ({ pickup_until }) => pickup_until,
  tell(telling) {
    const { words, data } = telling;
    const items = nameItems(telling, shippedUnits(telling));
    const until = data.pickup_until
      ? words.say('mail.shipment_available_for_pickup.headline_until', {
          until: momentOf(telling, data.pickup_until),
        })
      : null;
    return {
      subject: words.say('mail.shipment_available_for_pickup.subject', { items }),
      label: words.say('mail.shipment_available_for_pickup.label'),
      tone: 'good',
      headline: until ?? words.say('mail.shipment_available_for_pickup.headline'),
      sentences: [words.say('mail.shipment_available_for_pickup.bring'), ...cashSentences(telling)],
      sections: [...shipmentSections(telling), ...addressSection(telling)],
      brief: [...(until ? [until] : []), ...cashSentences(telling)],
    };
  },
  example: [
    placed({ delivery_option: 'pickup_point' }),
    dispatched(),
    scanned('available_for_pickup', { pickup_until: '2008-07-25T22:00:00Z' }),
  ],
};
