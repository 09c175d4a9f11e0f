import { dispatched, placed, scanned } from '../example-facts.ts';
import { addressSection } from '../telling/address.ts';
import { dayOf } from '../telling/dates.ts';
import { nameItems } from '../telling/items.ts';
import { hasLeft, ofShipment } from '../telling/overtaken.ts';
import { planScan, type ScanTold } from '../telling/scan.ts';
import { shipmentSections, shippedUnits } from '../telling/shipment.ts';
import type { NotificationType } from '../type.ts';

/** The courier came and could not hand it over. */
export const shipmentAttemptFailed: NotificationType<'ScanRecorded', ScanTold> = {
  name: 'shipment_attempt_failed',
  facts: ['ScanRecorded'],
  audience: 'buyer',
  class: 'operational',
  also: ['sms', 'push'],
  timing: 'waking_hours',
  importance: 2,
  plan: (fact) => planScan(fact, 'attempt_failed'),
  overtaken: hasLeft('attempt_failed'),
  state_of: ofShipment,
  tell(telling) {
    const { words, data } = telling;
    const items = nameItems(telling, shippedUnits(telling));
    return {
      subject: words.say('mail.shipment_attempt_failed.subject', { items }),
      label: words.say('mail.shipment_attempt_failed.label'),
      tone: 'late',
      headline: words.say('mail.shipment_attempt_failed.headline', { day: dayOf(telling, data.at) }),
      sentences: [words.say('mail.shipment_attempt_failed.next')],
      sections: [...shipmentSections(telling), ...addressSection(telling)],
    };
  },
  example: [placed(), dispatched(), scanned('attempt_failed')],
};
