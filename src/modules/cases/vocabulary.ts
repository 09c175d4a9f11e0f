/** Closed lists of the contract (api.md, Cases), with three kinds of ours: damaged, missed_delivery, cancellation. */
export const CASE_KINDS = [
  'question',
  'wrong_item',
  'defective',
  'damaged',
  'not_received',
  'missed_delivery',
  'invoice_missing',
  'order_change',
  'cancellation',
  'complaint',
] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** `open`: it waits for the seller, and a clock runs. `answered`: the seller has spoken last. */
export const CASE_STATUSES = ['open', 'answered', 'closed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/**
 * How a case ended. By people: `resolved`, `withdrawn` (its buyer no longer asks), `accepted` and `declined` (what was
 * asked to be canceled). By what happened meanwhile: the goods left, arrived, or were canceled another way.
 */
export const CASE_OUTCOMES = [
  'resolved',
  'withdrawn',
  'accepted',
  'declined',
  'dispatched',
  'delivered',
  'canceled',
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

export const CASE_PARTIES = ['buyer', 'seller'] as const;
export type CaseParty = (typeof CASE_PARTIES)[number];

/** What the buyer wants to happen to a parcel that could not be handed over. */
export const DELIVERY_WISHES = ['another_day', 'another_address', 'pickup_point'] as const;
/** `day`: a calendar date, only of `another_day`. The address is in the message: it is personal. */
export interface DeliveryWish {
  to: (typeof DELIVERY_WISHES)[number];
  day: string | null;
}
