import { z } from '@hono/zod-openapi';
import { normalCarrier, normalTrackingNumber } from '../modules/shipments/carrier/index.ts';
import { parseStage } from '../modules/shipments/stages.ts';
import { text } from './fields.ts';

/** Carriers, numbers and stages as people write them, in our one way of writing them. */

const carrier_length_max = 64;
const tracking_number_length_max = 64;

function normal<Normal>(text: z.ZodString, normalize: (written: string) => Normal | null, message: string) {
  return text.transform((written, context) => {
    const found = normalize(written);
    if (found !== null && found !== '') return found;
    context.issues.push({ code: 'custom', message, input: null });
    return z.NEVER;
  });
}

/** A carrier's code, name or alias: `UPS`, `United Parcel Service` -> `ups`. Unknown ones are kept as a slug. */
export const carrierField = normal(text(carrier_length_max), normalCarrier, 'names no carrier').openapi({
  type: 'string',
  example: 'ups',
});

export const trackingNumberField = normal(
  text(tracking_number_length_max),
  normalTrackingNumber,
  'has no letter or digit',
).openapi({ type: 'string', example: '1Z5R89390357567127' });

/** `canceled` is accepted for `cancelled`. */
export const stageField = normal(text(32), parseStage, 'is no stage').openapi({
  type: 'string',
  example: 'in_transit',
});
