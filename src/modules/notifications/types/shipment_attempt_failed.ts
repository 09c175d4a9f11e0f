import { dispatched, placed, scanned } from '../example-facts.ts';
import { addressSection } from '../telling/address.ts';
import { dayOf } from '../telling/dates.ts';
import { nameItems } from '../telling/items.ts';
import { hasMovedOn, ofShipment } from '../telling/overtaken.ts';
import { planScan, type ScanTold } from '../telling/scan.ts';
import { shipmentSections, shippedUnits } from '../telling/shipment.ts';
import type { NotificationType, Telling } from '../type.ts';

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
  overtaken: hasMovedOn('attempt_failed'),
  state_of: ofShipment,
  tell(telling) {
    const { words, data } = telling;
    const items = nameItems(telling, shippedUnits(telling));
    return {
      subject: words.say('mail.shipment_attempt_failed.subject', { items }),
      label: words.say('mail.shipment_attempt_failed.label'),
      tone: 'late',
      headline: words.say('mail.shipment_attempt_failed.headline', { day: dayOf(telling, data.at) }),
      sentences: [...reasonOf(telling), words.say('mail.shipment_attempt_failed.next')],
      sections: [...shipmentSections(telling), ...addressSection(telling)],
      brief: reasonOf(telling),
    };
  },
  example: [placed(), dispatched(), scanned('attempt_failed', { reason: 'consignee_not_home' })],
};

/** Why, when the carrier says what the buyer can do something about. */
function reasonOf({ data, words }: Telling<ScanTold>): string[] {
  const written = data.reason ?? '';
  const [, reason] = REASONS.find(([pattern]) => pattern.test(written)) ?? [];
  return reason ? [words.say('mail.shipment_attempt_failed.reason', { reason })] : [];
}

const REASONS: readonly [RegExp, string][] = [
  [/not_home|absent/, 'absent'],
  [/closed/, 'closed'],
  [/address|moved/, 'address'],
];
