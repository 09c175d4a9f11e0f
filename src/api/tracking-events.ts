import { z } from '@hono/zod-openapi';
import type { Intake } from '../modules/shipments/intake.ts';
import { FLAGS } from '../modules/shipments/stages.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { date, instant, note, orNull, text } from './fields.ts';
import { refuseFuture } from './instants.ts';
import { batch_body_bytes_max, batch_items_max, name_length_max, scan_ahead_max_ms } from './limits.ts';
import { carrierField, stageField, trackingNumberField } from './tracking-fields.ts';

/**
 * Until when a parcel waits. Most carriers name only a day, and a day is all that is shown: its noon in UTC is
 * the same day in all but the outermost zones.
 */
const pickupUntil = z.union([instant, date.transform((day) => `${day}T12:00:00Z`)], {
  error: 'must be a calendar date or an RFC 3339 instant with offset',
});

const trackingEvent = z
  .object({
    carrier: orNull(carrierField),
    tracking_number: trackingNumberField,
    stage: stageField,
    reason: orNull(text(100)),
    flags: z
      .array(z.enum(FLAGS))
      .max(FLAGS.length)
      .nullish()
      .transform((flags) => flags ?? []),
    occurred_at: instant,
    location: orNull(text(name_length_max)),
    description: orNull(note),
    external_id: orNull(text(200)),
    pickup_until: orNull(pickupUntil),
    forecast: orNull(date).openapi({
      description:
        'The day the carrier believes in, where the parcel goes. Only beyond the promise does it move that.',
    }),
  })
  .openapi('TrackingEvent');

export const tally = z
  .strictObject({ accepted: z.int(), duplicates: z.int(), unmatched: z.int() })
  .openapi('Tally');

export function trackingEventEndpoints(intake: Intake): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/tracking-events',
      tag: 'Carriers',
      summary: 'Report what carriers scanned',
      description:
        'In any order, as often as one likes. One invalid item refuses the array. Scans of numbers nobody has registered yet are kept, and joined when somebody does.',
      access: { scope: 'carriers:write', sellers: false },
      idempotency: 'call',
      body: z.array(trackingEvent),
      example: [
        {
          carrier: 'ups',
          tracking_number: '1Z5R89390357567127',
          stage: 'in_transit',
          occurred_at: '2008-07-17T08:00:00Z',
          location: 'Boston, MA',
          description: 'Departed from facility',
        },
      ],
      body_bytes_max: batch_body_bytes_max,
      items_max: batch_items_max,
      answers: { 202: { description: 'Stored: new, known already, and of unknown numbers', schema: tally } },
      async handle({ body, now_ms }) {
        for (const [index, { occurred_at }] of body.entries()) {
          refuseFuture(occurred_at, now_ms, `${index}.occurred_at`, scan_ahead_max_ms);
        }
        return { status: 202, body: await intake.record(body, now_ms) };
      },
    }),
  ];
}
