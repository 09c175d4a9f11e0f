import { dispatched, placed, scanned } from '../example-facts.ts';
import { nameItems } from '../telling/items.ts';
import { hasLeft, ofShipment } from '../telling/overtaken.ts';
import { planScan, type ScanTold } from '../telling/scan.ts';
import { shipmentSections, shippedUnits } from '../telling/shipment.ts';
import type { NotificationType } from '../type.ts';

/** Something is wrong with the parcel, as the carrier tells it. */
export const shipmentException: NotificationType<'ScanRecorded', ScanTold> = {
  name: 'shipment_exception',
  facts: ['ScanRecorded'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['sms', 'push'],
  timing: 'waking_hours',
  importance: 3,
  plan: (fact) => planScan(fact, 'exception'),
  overtaken: hasLeft('exception'),
  state_of: ofShipment,
  tell(telling) {
    const { words, data } = telling;
    const items = nameItems(telling, shippedUnits(telling));
    const reason = words.say('mail.shipment_exception.reason', { reason: data.reason ?? 'unknown' });
    return {
      subject: words.say('mail.shipment_exception.subject', { items }),
      label: words.say('mail.shipment_exception.label'),
      tone: 'late',
      headline: words.say('mail.shipment_exception.headline'),
      sentences: [reason, words.say('mail.shipment_exception.next')],
      sections: shipmentSections(telling),
      brief: [reason],
    };
  },
  example: [placed(), dispatched(), scanned('exception', { reason: 'damaged' })],
};
