import { dispatched, placed, scanned } from '../example-facts.ts';
import { addressSection } from '../telling/address.ts';
import { dayOf } from '../telling/dates.ts';
import { nameItems } from '../telling/items.ts';
import { cashSentences } from '../telling/money.ts';
import { hasLeft, ofShipment } from '../telling/overtaken.ts';
import { planScan, type ScanTold } from '../telling/scan.ts';
import { shipmentSections, shippedUnits } from '../telling/shipment.ts';
import type { NotificationType } from '../type.ts';

/** It comes today: the message that is worth nothing tomorrow. */
export const shipmentOutForDelivery: NotificationType<'ScanRecorded', ScanTold> = {
  name: 'shipment_out_for_delivery',
  facts: ['ScanRecorded'],
  audience: 'buyer',
  class: 'operational',
  also: ['sms', 'push'],
  timing: 'waking_hours',
  importance: 2,
  stale_after: 'today',
  plan: (fact) => planScan(fact, 'out_for_delivery'),
  overtaken: hasLeft('out_for_delivery'),
  state_of: ofShipment,
  tell(telling) {
    const { words, data } = telling;
    const day = dayOf(telling, data.at);
    const items = nameItems(telling, shippedUnits(telling));
    return {
      subject: words.say('mail.shipment_out_for_delivery.subject', { items, day }),
      label: words.say('mail.shipment_out_for_delivery.label'),
      tone: 'good',
      headline: words.say('mail.shipment_out_for_delivery.headline', { day }),
      sentences: [words.say('mail.shipment_out_for_delivery.today'), ...cashSentences(telling)],
      sections: [...shipmentSections(telling), ...addressSection(telling)],
      brief: cashSentences(telling),
    };
  },
  example: [placed(), dispatched(), scanned('out_for_delivery')],
};
