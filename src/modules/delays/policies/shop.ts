import type { Policy } from './policy.ts';

/** Everywhere else: as the shop has set it (DELAY_WITHOUT_ANSWER). */
export const shop: Policy = {
  rule: 'shop',
  applies: () => true,
  withoutAnswer: ({ without_answer }) => without_answer,
};
