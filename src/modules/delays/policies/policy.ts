/** Names of the contract (api.md, delay decisions). */
export const DELAY_RULES = ['us_ftc_first', 'us_ftc_second', 'eu', 'shop'] as const;
export type DelayRule = (typeof DELAY_RULES)[number];

export const ANSWERS = ['wait', 'cancel'] as const;
export type Answer = (typeof ANSWERS)[number];

/** One delay of one line, with what a rule asks about it. Dates are those of the place the order goes to. */
export interface Delay {
  /** ISO 3166 alpha-2 of the recipient. */
  country: string;
  noticed_on: string;
  /** The latest date of the promise before this delay. */
  old_latest: string;
  /** Null: nobody knows when it will come. */
  new_latest: string | null;
  /** How often the line was late before. */
  earlier_delays: number;
  /** The buyer has agreed to wait without a date. */
  open_ended: boolean;
}

/** What a shop decides itself. */
export interface ShopPolicy {
  /** Days after the notice there are at least to answer. */
  answer_days: number;
  /** What silence means where no law says it. */
  without_answer: Answer;
  /** Days without a sign of a dispatched shipment until its buyer is told; 0: never. */
  stalled_days: number;
}

export const DEFAULT_SHOP_POLICY: ShopPolicy = { answer_days: 3, without_answer: 'wait', stalled_days: 7 };

/** One rule of asking. Pure. */
export interface Policy {
  rule: DelayRule;
  applies(delay: Delay): boolean;
  /** What is carried out when nobody answers in time. */
  withoutAnswer(shop: ShopPolicy): Answer;
}
