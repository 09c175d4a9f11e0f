import { dispatched, placed, scanned } from '../example-facts.ts';
import { nameItems } from '../telling/items.ts';
import { hasMovedOn, ofShipment } from '../telling/overtaken.ts';
import { planScan, type ScanTold, troubleOf } from '../telling/scan.ts';
import { shipmentSections, shippedUnits } from '../telling/shipment.ts';
import type { NotificationType } from '../type.ts';

/** `returning`: it goes back to the sender. Stored messages of before there was such a word have none. */
type Problem = ScanTold & { returning?: boolean };

/** Something is wrong with the parcel, as the carrier tells it; or the carrier takes it back. */
export const shipmentException: NotificationType<'ScanRecorded', Problem> = {
  name: 'shipment_exception',
  facts: ['ScanRecorded'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['sms', 'push'],
  timing: 'waking_hours',
  importance: 3,
  plan(fact) {
    const returned = planScan(fact, 'returning');
    return returned ? { ...returned, returning: true } : planScan(fact, 'exception');
  },
  // What was damaged stays so wherever the parcel is.
  overtaken: (data, order) =>
    troubleOf(data.reason) !== 'damaged' &&
    hasMovedOn(data.returning ? 'returning' : 'exception')(data, order),
  state_of: (data) =>
    troubleOf(data.reason) === 'damaged' ? `damage of ${ofShipment(data)}` : ofShipment(data),
  tell(telling) {
    const { words, data } = telling;
    const items = nameItems(telling, shippedUnits(telling));
    const trouble = data.returning ? 'returning' : troubleOf(data.reason);
    const reason = words.say('mail.shipment_exception.reason', { reason: trouble });
    return {
      subject: words.say('mail.shipment_exception.subject', { items }),
      label: words.say('mail.shipment_exception.label'),
      tone: 'late',
      headline: words.say('mail.shipment_exception.headline', { reason: trouble }),
      sentences: [
        reason,
        ...(OURS.has(trouble) ? [words.say('mail.shipment_exception.sorry')] : []),
        words.say('mail.shipment_exception.next'),
      ],
      sections: shipmentSections(telling),
      brief: [reason],
    };
  },
  example: [placed(), dispatched(), scanned('exception', { reason: 'carrier_damaged_parcel' })],
};

/** For these we apologise. A parcel that was refused or not collected is no failure of ours or the carrier's. */
const OURS: ReadonlySet<string> = new Set(['damaged', 'lost', 'other']);
