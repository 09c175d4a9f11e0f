import type { CaseKind, CaseOutcome, CaseParty, CaseStatus, DeliveryWish } from '../cases/vocabulary.ts';
import type { Change } from '../changes/state.ts';
import type { Answer, DelayRule } from '../delays/policies/policy.ts';
import type { ShipTo } from '../orders/commands.ts';
import type { LineQuantity } from '../orders/facts.ts';
import type { DeliveryPromise, Totals } from '../orders/state.ts';
import type { DeliveryOption, OrderStatus, PaymentMethod } from '../orders/vocabulary.ts';
import type { RefundStatus } from '../payments/state.ts';
import type { Flag, Stage } from '../shipments/stages.ts';
import type { Returnable } from '../withdrawals/index.ts';
import type { WithdrawalView } from './withdrawals.ts';

/** Name and addresses of an order's buyer: rows that can be exported and erased. */
export interface Contact {
  customer: { id: string | null; email: string; name: string | null; phone: string | null };
  ship_to: ShipTo;
}

export type LineStatus = 'open' | 'canceled' | 'shipped' | 'delivered' | 'returned' | 'mixed';
export type PaymentStatus = 'pending' | 'authorized' | 'paid' | 'partially_refunded' | 'refunded';

export interface LineView {
  id: string;
  sku: string;
  title: string;
  seller: string;
  unit_price: number;
  image_url: string | null;
  availability: string;
  ships_after: string | null;
  status: LineStatus;
  quantity: {
    ordered: number;
    open: number;
    canceled: number;
    shipped: number;
    delivered: number;
    returned: number;
  };
  promise: (DeliveryPromise & { first_latest: string; revisions: number }) | null;
  /** By when its seller is to give it to the carrier, a date of the seller. Null: nobody knows, or it is not paid. */
  ship_by: string | null;
  /** The promise before the last revision; null when it never moved. */
  promise_before: (Partial<DeliveryPromise> & { reason: string; at: string }) | null;
  delayed: boolean;
  /** Its delay waits for the buyer's answer until the end of a day; null: nobody needs to decide. */
  decision: { needed: true; until: string; without_answer: Answer; rule: DelayRule } | null;
  can_cancel: { quantity: number; why_not: string | null };
  can_return: Returnable;
}

export interface ScanView {
  stage: Stage;
  reason: string | null;
  occurred_at: string;
  location: string | null;
  description: string | null;
}

/** A voided shipment is not shown: it is in the story only. */
export interface ShipmentView {
  id: string;
  seller: string;
  lines: LineQuantity[];
  carrier: string | null;
  /** Readable name, "UPS"; null when there is no carrier. */
  carrier_name: string | null;
  tracking_number: string | null;
  tracking_url: string | null;
  stage: Stage;
  flags: Flag[];
  dispatched_at: string;
  delivered_at: string | null;
  pickup_until: string | null;
  promise: DeliveryPromise | null;
  /** The day its carrier believes in: beside the promise, which is ours. Null: it does not say, or it is there. */
  forecast: string | null;
  /** Where it left to, when the order has another address since; null: to the order's. */
  ship_to: ShipTo | null;
  /** First time in each stage. */
  milestones: Partial<Record<Stage, string>>;
  /** Newest first. */
  events: ScanView[];
}

export interface AdjustmentView {
  id: string;
  kind: 'cancellation' | 'refund' | 'return' | 'claim_code' | 'change';
  at: string;
  /**
   * Minor units, negative: less is owed (cancellation), or money went back (refund; not summed again). A change may have
   * made the order cost more: then it is positive, and `to_execute` while some of it is due.
   */
  amount: number;
  lines: LineQuantity[];
  status: RefundStatus | null;
  reference: string | null;
}

/** A case without what was said in it. */
export interface CaseView {
  id: string;
  kind: CaseKind;
  seller: string;
  /** Who began it. */
  from: CaseParty;
  lines: LineQuantity[];
  shipment: string | null;
  /** What is to happen to a parcel that was missed. */
  wish: DeliveryWish | null;
  status: CaseStatus;
  opened_at: string;
  /** By when the seller is to answer, as long as that is waited for. */
  answer_due: string | null;
  /** That time has passed. */
  overdue: boolean;
  message_count: number;
  closed_at: string | null;
  outcome: CaseOutcome | null;
}

export type ChangeView = Pick<Change, 'id' | 'at' | 'by' | 'kinds'> & {
  delivery_option: { from: DeliveryOption; to: DeliveryOption } | null;
  /** Minor units more; negative: less. */
  amount: number;
};

/** The order view of the contract (api.md, "Order view"), complete. Sellers and guests see a part of it. */
export interface OrderView {
  number: string;
  status: OrderStatus;
  status_label: string;
  status_explanation: string;
  delayed: boolean;
  placed_at: string;
  currency: string;
  locale: string;
  time_zone: string;
  customer: Contact['customer'];
  ship_to: ShipTo;
  delivery_option: DeliveryOption;
  payment: { status: PaymentStatus; method: PaymentMethod; paid: number; refunded: number };
  totals: Totals;
  lines: LineView[];
  shipments: ShipmentView[];
  handoffs: { at: string }[];
  invoices: { number: string; url: string | null; issued_at: string }[];
  adjustments: AdjustmentView[];
  /** What was changed before it left, oldest first; what it was is not kept. */
  changes: ChangeView[];
  /** Whether what the parcel bears can still be changed: the rule that stands against it, or null. */
  can_change: { why_not: string | null };
  returns: never[];
  /** Oldest first. */
  withdrawals: WithdrawalView[];
  /** Oldest first. */
  cases: CaseView[];
  /** Version of the story this view shows: an ETag. */
  version: number;
}
