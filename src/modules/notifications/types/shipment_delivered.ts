import { dispatched, placed, scanned } from '../example-facts.ts';
import { dayOf } from '../telling/dates.ts';
import { ideasSections } from '../telling/ideas.ts';
import { itemsSection, nameItems } from '../telling/items.ts';
import { hasLeft, ofShipment } from '../telling/overtaken.ts';
import { planScan, type ScanTold } from '../telling/scan.ts';
import { actionsSection, shippedUnits } from '../telling/shipment.ts';
import { withdrawSections } from '../telling/withdrawal.ts';
import type { NotificationType } from '../type.ts';

/** It is there, by the carrier's word; the last moment to say that it is not. */
export const shipmentDelivered: NotificationType<'ScanRecorded', ScanTold> = {
  name: 'shipment_delivered',
  facts: ['ScanRecorded'],
  audience: 'buyer',
  class: 'operational',
  also: ['sms', 'push'],
  timing: 'waking_hours',
  with_ideas: true,
  importance: 4,
  plan: (fact) => planScan(fact, 'delivered'),
  overtaken: hasLeft('delivered'),
  state_of: ofShipment,
  tell(telling) {
    const { order, words, data } = telling;
    const items = nameItems(telling, shippedUnits(telling));
    const time = words.instant(data.at, order.time_zone, 'time');
    const open = order.lines.some(({ quantity }) => quantity.open > 0);
    return {
      subject: words.say('mail.shipment_delivered.subject', { items }),
      label: words.say('mail.shipment_delivered.label'),
      tone: 'good',
      headline: words.say('mail.shipment_delivered.headline', { day: dayOf(telling, data.at), time }),
      sentences: [
        ...(data.reason === 'delivered_to_neighbor' ? [words.say('mail.shipment_delivered.neighbor')] : []),
        words.say('mail.shipment_delivered.find'),
        ...(open ? [words.say('mail.shipment_dispatched.rest')] : []),
      ],
      sections: [
        actionsSection(telling),
        itemsSection(telling, words.say('mail.in_this_shipment'), shippedUnits(telling)),
        ...withdrawSections(telling),
        ...ideasSections(telling),
      ],
    };
  },
  example: [placed(), dispatched(), scanned('delivered')],
};
