import { normalCarrier, normalTrackingNumber } from '../modules/shipments/carrier/index.ts';
import { forecastOf, lastDayOf, withForecast } from './forecast.ts';
import { type Meaning, means } from './meaning.ts';
import { occurredAt, UNREADABLE_TIME } from './occurred-at.ts';
import { code, field, items, joined, text } from './payload.ts';
import { isHmacSha256 } from './signature.ts';
import type { CarrierSource, NormalScan, Parsed } from './source.ts';

/** https://www.aftership.com/docs/tracking/enum/delivery-statuses */
const TAGS: ReadonlyMap<string, Meaning> = new Map([
  ['Pending', means('not_found')],
  ['InfoReceived', means('announced')],
  ['InTransit', means('in_transit')],
  ['OutForDelivery', means('out_for_delivery')],
  ['AttemptFail', means('attempt_failed')],
  ['AvailableForPickup', means('available_for_pickup')],
  ['Delivered', means('delivered')],
  ['Exception', means('exception', 'other')],
  ['Expired', means('expired')],
]);

/** https://www.aftership.com/docs/tracking/2026-07/enum/delivery-sub-statuses */
const SUBTAGS: ReadonlyMap<string, Meaning> = new Map([
  ['Pending_001', means('not_found')],
  ['InfoReceived_001', means('announced')],
  ['InTransit_001', means('in_transit')],
  ['InTransit_002', means('accepted')],
  ['InTransit_003', means('in_transit')],
  ['InTransit_004', means('in_transit')],
  ['InTransit_005', means('in_transit', 'customs_cleared')],
  ['InTransit_006', means('in_transit', 'customs_inspection')],
  ['InTransit_007', means('in_transit')],
  ['InTransit_008', means('in_transit')],
  ['InTransit_009', means('in_transit', 'consignee_redirected')],
  ['OutForDelivery_001', means('out_for_delivery')],
  ['OutForDelivery_003', means('out_for_delivery')],
  ['OutForDelivery_004', means('out_for_delivery')],
  ['AttemptFail_001', means('attempt_failed')],
  ['AttemptFail_002', means('attempt_failed', 'consignee_not_home')],
  ['AttemptFail_003', means('attempt_failed', 'consignee_business_closed')],
  ['AvailableForPickup_001', means('available_for_pickup')],
  ['Delivered_001', means('delivered')],
  ['Delivered_002', means('delivered')],
  ['Delivered_003', means('delivered')],
  ['Delivered_004', means('delivered')],
  ['Delivered_005', means('delivered', 'delivered_to_neighbor')],
  ['Exception_001', means('exception', 'other')],
  ['Exception_002', means('attempt_failed', 'consignee_moved')],
  ['Exception_003', means('exception', 'consignee_refused')],
  ['Exception_004', means('in_transit', 'customs_delay', 'delayed')],
  ['Exception_005', means('in_transit', 'other', 'delayed')],
  ['Exception_006', means('in_transit', 'customs_duties_unpaid', 'held')],
  ['Exception_007', means('attempt_failed', 'consignee_incorrect_address')],
  ['Exception_008', means('exception', 'consignee_pickup_missed')],
  ['Exception_009', means('exception', 'carrier_refused')],
  ['Exception_010', means('returning')],
  ['Exception_011', means('returned')],
  ['Exception_012', means('exception', 'carrier_damaged_parcel')],
  ['Exception_013', means('exception', 'carrier_parcel_lost')],
  ['Exception_016', means('in_transit', 'carrier_delay', 'delayed')],
  ['Exception_017', means('in_transit', 'weather_delay', 'delayed')],
  ['Exception_018', means('in_transit', 'customs_documentation', 'held')],
  ['Expired_001', means('expired')],
]);

/** States of a tracking that AfterShip concludes itself: no checkpoint ever carries them. */
const WITHOUT_CHECKPOINT = new Set(['Pending', 'Expired']);

/**
 * A sub-tag says most. One we have not heard of leaves the tag, which is a documented code of its own and not
 * guessed from the sub-tag's name; it is reported all the same. Without a known tag the meaning is unknown.
 */
function meaningOf(of: unknown, unknownCodes: Set<string>): Meaning {
  const subtag = code(field(of, 'subtag'));
  const tag = code(field(of, 'tag'));
  const known = subtag === null ? undefined : SUBTAGS.get(subtag);
  if (known !== undefined) return known;
  if (subtag !== null) unknownCodes.add(subtag);
  const fallback = tag === null ? undefined : TAGS.get(tag);
  if (fallback === undefined && tag !== null) unknownCodes.add(tag);
  return fallback ?? means('unknown');
}

function placeOf(checkpoint: unknown): string | null {
  const parts = ['city', 'state', 'country_name'].map((name) => field(checkpoint, name));
  return text(field(checkpoint, 'location')) ?? joined(parts);
}

type Identity = Pick<NormalScan, 'carrier' | 'tracking_number'>;

function scanOf(
  identity: Identity,
  of: unknown,
  times: unknown[],
  unknownCodes: Set<string>,
): NormalScan | null {
  const { stage, reason, flags } = meaningOf(of, unknownCodes);
  const country = text(field(of, 'country_iso3')) ?? text(field(of, 'country_region'));
  const occurred_at = times.map((time) => occurredAt(text(time), country)).find((time) => time !== null);
  if (occurred_at === undefined) {
    unknownCodes.add(UNREADABLE_TIME);
    return null;
  }
  const words = [field(of, 'message'), field(of, 'subtag_message'), field(of, 'subtag'), field(of, 'tag')];
  return {
    ...identity,
    stage,
    reason,
    flags: [...flags],
    occurred_at,
    location: placeOf(of),
    description: words.map(text).find((word) => word !== null) ?? null,
    external_id: text(field(of, 'hash')),
    pickup_until: null,
  };
}

function scansOf(identity: Identity, tracking: unknown, unknownCodes: Set<string>): NormalScan[] {
  const scans = items(field(tracking, 'checkpoints')).map((checkpoint) =>
    scanOf(
      identity,
      checkpoint,
      [field(checkpoint, 'checkpoint_time'), field(checkpoint, 'created_at')],
      unknownCodes,
    ),
  );
  const tag = code(field(tracking, 'tag'));
  if (tag !== null && (scans.length === 0 || WITHOUT_CHECKPOINT.has(tag))) {
    // `created_at` for one that never had news: it stays the same however often the message is repeated.
    const names = tag === 'Pending' ? ['created_at'] : ['last_updated_at', 'updated_at', 'created_at'];
    scans.push(
      scanOf(
        identity,
        tracking,
        names.map((name) => field(tracking, name)),
        unknownCodes,
      ),
    );
  }
  return scans
    .filter((scan) => scan !== null)
    .sort((a, b) => Date.parse(a.occurred_at) - Date.parse(b.occurred_at));
}

/** Where versions of the API say when it comes, the newest first; the carrier's own word before AfterShip's guess. */
function forecastIn(tracking: unknown): string | null {
  return forecastOf([
    ...lastDayOf(field(tracking, 'latest_estimated_delivery')),
    ...lastDayOf(field(tracking, 'courier_estimated_delivery_date')),
    field(tracking, 'expected_delivery'),
    ...lastDayOf(field(tracking, 'aftership_estimated_delivery_date')),
  ]);
}

/** AfterShip Tracking: one webhook carries the whole tracking with all of its checkpoints, every time. */
export const aftership: CarrierSource = {
  name: 'aftership',
  secret: (config) => config.aftershipWebhookSecret,

  /** https://www.aftership.com/docs/tracking/webhook/webhook-signature */
  verify(rawBody, headers, secret) {
    return isHmacSha256(rawBody, secret, headers.get('aftership-hmac-sha256') ?? '', 'base64');
  },

  parse(body): Parsed {
    const tracking = field(body, 'msg');
    const number = normalTrackingNumber(text(field(tracking, 'tracking_number')) ?? '');
    if (number === '') return { scans: [], unknown_codes: [] };
    // A checkpoint may name the carrier of the last mile. The number is the first carrier's, and so is the shipment.
    const carrier = normalCarrier(text(field(tracking, 'slug')) ?? '');
    const unknownCodes = new Set<string>();
    const scans = withForecast(
      scansOf({ carrier, tracking_number: number }, tracking, unknownCodes),
      forecastIn(tracking),
    );
    return { scans, unknown_codes: [...unknownCodes] };
  },
};
