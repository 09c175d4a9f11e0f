import { normalCarrier, normalTrackingNumber } from '../modules/shipments/carrier/index.ts';
import { forecastOf, withForecast } from './forecast.ts';
import { type Meaning, means } from './meaning.ts';
import { occurredAt, UNREADABLE_TIME } from './occurred-at.ts';
import { code, field, items, joined, text } from './payload.ts';
import { isHmacSha256 } from './signature.ts';
import type { CarrierSource, NormalScan, Parsed } from './source.ts';

/** Every `status_detail` of https://docs.easypost.com/docs/trackers; most add nothing to the status. */
const DETAILS: ReadonlySet<string> = new Set(
  `address_correction arrived_at_destination arrived_at_facility arrived_at_pickup_location awaiting_information
   cancelled canceled damaged delayed delivered delivery_exception departed_facility departed_origin_facility expired
   failure held in_transit label_created lost missorted out_for_delivery pre_transit received_at_destination_facility
   received_at_origin_facility refused return return_to_sender status_update transferred_to_destination_carrier
   transit_exception unknown weather_delay`.split(/\s+/),
);

/** What a detail says while the parcel still moves. */
const ON_THE_WAY: Readonly<Record<string, Meaning>> = {
  received_at_origin_facility: means('accepted'),
  address_correction: means('in_transit', 'consignee_redirected'),
  delayed: means('in_transit', 'carrier_delay', 'delayed'),
  weather_delay: means('in_transit', 'weather_delay', 'delayed'),
  missorted: means('in_transit', 'carrier_sorting_error', 'delayed'),
  held: means('in_transit', 'other', 'held'),
  out_for_delivery: means('out_for_delivery'),
  arrived_at_pickup_location: means('available_for_pickup'),
  delivery_exception: means('attempt_failed'),
  damaged: means('exception', 'carrier_damaged_parcel'),
  lost: means('exception', 'carrier_parcel_lost'),
  refused: means('exception', 'consignee_refused'),
  return: means('returning'),
  expired: means('expired'),
};

/** What it says once something went wrong. */
const FAILED: Readonly<Record<string, Meaning>> = {
  delivery_exception: means('attempt_failed'),
  address_correction: means('attempt_failed', 'consignee_incorrect_address'),
  damaged: means('exception', 'carrier_damaged_parcel'),
  lost: means('exception', 'carrier_parcel_lost'),
  refused: means('exception', 'consignee_refused'),
  return: means('returning'),
  expired: means('expired'),
};

interface Status {
  means: Meaning;
  details: Readonly<Record<string, Meaning>>;
}

/** The status decides; only where it leaves room does the detail. Nothing but `delivered` is delivered. */
const STATUSES: ReadonlyMap<string, Status> = new Map([
  ['unknown', { means: means('unknown'), details: { expired: means('expired') } }],
  ['pre_transit', { means: means('announced'), details: {} }],
  ['in_transit', { means: means('in_transit'), details: ON_THE_WAY }],
  ['out_for_delivery', { means: means('out_for_delivery'), details: {} }],
  ['available_for_pickup', { means: means('available_for_pickup'), details: {} }],
  ['delivered', { means: means('delivered'), details: {} }],
  [
    'return_to_sender',
    { means: means('returning'), details: { refused: means('returning', 'consignee_refused') } },
  ],
  ['failure', { means: means('exception', 'other'), details: FAILED }],
  ['error', { means: means('exception', 'other'), details: FAILED }],
  ['cancelled', { means: means('cancelled'), details: {} }],
  ['canceled', { means: means('cancelled'), details: {} }],
]);

function meaningOf(of: unknown, unknownCodes: Set<string>): Meaning {
  const name = code(field(of, 'status'));
  const detail = code(field(of, 'status_detail'));
  if (detail !== null && !DETAILS.has(detail)) unknownCodes.add(detail);
  const status = name === null ? undefined : STATUSES.get(name);
  if (status === undefined) {
    if (name !== null) unknownCodes.add(name);
    return means('unknown');
  }
  const refined =
    detail !== null && Object.hasOwn(status.details, detail) ? status.details[detail] : undefined;
  return refined ?? status.means;
}

type Identity = Pick<NormalScan, 'carrier' | 'tracking_number'>;

function scanOf(
  identity: Identity,
  of: unknown,
  time: unknown,
  unknownCodes: Set<string>,
): NormalScan | null {
  const { stage, reason, flags } = meaningOf(of, unknownCodes);
  const place = field(of, 'tracking_location');
  const occurred_at = occurredAt(text(time), text(field(place, 'country')));
  if (occurred_at === null) {
    unknownCodes.add(UNREADABLE_TIME);
    return null;
  }
  return {
    ...identity,
    stage,
    reason,
    flags: [...flags],
    occurred_at,
    location: joined(['city', 'state', 'zip', 'country'].map((name) => field(place, name))),
    description: text(field(of, 'message')) ?? text(field(of, 'description')) ?? code(field(of, 'status')),
    external_id: null,
    pickup_until: null,
  };
}

/** A tracker without details. Its own `unknown` means that the carrier has not seen the number yet. */
function summaryOf(identity: Identity, tracker: unknown, unknownCodes: Set<string>): NormalScan | null {
  const notFound = code(field(tracker, 'status')) === 'unknown';
  // Created once, however often it is repeated; updated means something happened.
  const time = field(tracker, notFound ? 'created_at' : 'updated_at');
  const summary = scanOf(identity, tracker, time, unknownCodes);
  return summary !== null && notFound ? { ...summary, stage: 'not_found' } : summary;
}

function scansOf(identity: Identity, tracker: unknown, unknownCodes: Set<string>): NormalScan[] {
  const scans = items(field(tracker, 'tracking_details'))
    .map((detail) => scanOf(identity, detail, field(detail, 'datetime'), unknownCodes))
    .filter((scan) => scan !== null)
    .sort((a, b) => Date.parse(a.occurred_at) - Date.parse(b.occurred_at));
  if (scans.length === 0) {
    const summary = summaryOf(identity, tracker, unknownCodes);
    return summary === null ? [] : [summary];
  }
  const last = scans.at(-1)!;
  // EasyPost has one word for the way back and for having arrived there; it is over when the tracker is closed.
  if (last.stage === 'returning' && field(tracker, 'finalized') === true) last.stage = 'returned';
  return scans;
}

/** EasyPost trackers. One webhook carries the whole tracker, every time; its other events are not ours. */
export const easypost: CarrierSource = {
  name: 'easypost',
  secret: (config) => config.easypostWebhookSecret,

  /** https://docs.easypost.com/guides/webhooks-guide: the secret is normalised (NFKD) before it is used. */
  verify(rawBody, headers, secret) {
    const [scheme, signature = ''] = (headers.get('x-hmac-signature') ?? '').split('=', 2);
    return scheme === 'hmac-sha256-hex' && isHmacSha256(rawBody, secret.normalize('NFKD'), signature, 'hex');
  },

  parse(body): Parsed {
    const event = text(field(body, 'description'));
    const tracker = field(body, 'result');
    const number = normalTrackingNumber(text(field(tracker, 'tracking_code')) ?? '');
    const ours = event === 'tracker.created' || event === 'tracker.updated';
    if (!ours || number === '') return { scans: [], unknown_codes: [] };
    const unknownCodes = new Set<string>();
    const carrier = normalCarrier(text(field(tracker, 'carrier')) ?? '');
    const scans = withForecast(
      scansOf({ carrier, tracking_number: number }, tracker, unknownCodes),
      forecastOf([field(tracker, 'est_delivery_date')]),
    );
    return { scans, unknown_codes: [...unknownCodes] };
  },
};
