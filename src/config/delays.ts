import { z } from 'zod';

/** What the shop itself decides about delays. The law of the country an order goes to stands before it. */
export interface DelaySettings {
  /** `DELAY_ANSWER_DAYS`: how many days after the notice there are at least to answer. Default 3. */
  answer_days: number;
  /** `DELAY_WITHOUT_ANSWER`: what silence means where no law says it. Default `wait`. */
  without_answer: 'wait' | 'cancel';
  /** `STALLED_AFTER_DAYS`: days without a scan of a dispatched shipment until its buyer is told; 0: never. Default 7. */
  stalled_days: number;
}

const days = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,2}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`)
    .default(otherwise);

export const delayFields = {
  DELAY_ANSWER_DAYS: days(1, 30, 3),
  DELAY_WITHOUT_ANSWER: z.enum(['wait', 'cancel'], 'must be wait or cancel').default('wait'),
  STALLED_AFTER_DAYS: days(0, 60, 7),
};

export function readDelays(values: {
  DELAY_ANSWER_DAYS: number;
  DELAY_WITHOUT_ANSWER: 'wait' | 'cancel';
  STALLED_AFTER_DAYS: number;
}): DelaySettings {
  return {
    answer_days: values.DELAY_ANSWER_DAYS,
    without_answer: values.DELAY_WITHOUT_ANSWER,
    stalled_days: values.STALLED_AFTER_DAYS,
  };
}
