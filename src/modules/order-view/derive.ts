import { wordsFor } from '../../lib/words.ts';
import { cancelable, owedAmount, whyNotCancel } from '../cancellations/cancellations.ts';
import { type Case, casesOf } from '../cases/state.ts';
import { whyNotParcel } from '../changes/changes.ts';
import { type Change, changesOf } from '../changes/state.ts';
import { openQuestion, type Question } from '../delays/state.ts';
import { type Line, type OrderState, openQuantity } from '../orders/state.ts';
import { paidAmount, refundedAmount } from '../payments/state.ts';
import { carrierName, trackingUrl } from '../shipments/carrier/index.ts';
import { promiseOf } from '../shipments/forecast.ts';
import type { Shipment } from '../shipments/state.ts';
import type { State } from '../state.ts';
import { type Expectation, expectationOf, type FurtherCountries, returnable } from '../withdrawals/index.ts';
import type { StoredOrder } from './read.ts';
import { isLineDelayed, lineStatusOf, paymentStatusOf, statusOf } from './status.ts';
import type {
  AdjustmentView,
  CaseView,
  ChangeView,
  LineView,
  OrderView,
  ScanView,
  ShipmentView,
} from './view.ts';
import { viewWithdrawals } from './withdrawals.ts';

export interface Viewing {
  /** Language of the labels; null: the order's own. */
  locale: string | null;
  /** Epoch milliseconds. */
  now_ms: number;
  /** To whose buyers else than the law the shop gives the right of withdrawal. */
  returns: FurtherCountries;
}

/** All there is to see of an order. Pure: same stored order, same moment, same view. */
export function viewOrder(stored: StoredOrder, { locale, now_ms, returns }: Viewing): OrderView {
  const { state, contact } = stored;
  const order = state.order!;
  const status = statusOf(state);
  const words = wordsFor(locale ?? order.locale);
  const expectation = expectationOf(state, { returns, now_ms, until: stored.withdrawable_until });
  const lines = order.lines.map((line) => viewLine(line, state, expectation));
  return {
    number: order.number,
    status,
    status_label: words.say(`status.${status}.label`),
    status_explanation: words.say(`status.${status}.explanation`),
    delayed: lines.some((line) => line.delayed),
    placed_at: order.placed_at,
    currency: order.currency,
    locale: order.locale,
    time_zone: order.time_zone,
    customer: contact.customer,
    ship_to: contact.ship_to,
    delivery_option: order.delivery_option,
    payment: {
      status: paymentStatusOf(state),
      method: order.payment_method,
      paid: paidAmount(state.payments),
      refunded: refundedAmount(state.payments),
    },
    totals: order.totals,
    lines,
    shipments: state.shipments.shipments
      .filter((shipment) => !shipment.voided)
      .map((shipment) => viewShipment(shipment, order, stored)),
    handoffs: order.handoffs,
    invoices: order.invoices,
    adjustments: viewAdjustments(state),
    changes: changesOf(state).map(viewChange),
    can_change: { why_not: whyNotParcel(order) },
    returns: [],
    withdrawals: viewWithdrawals(state),
    cases: casesOf(state).map((one) => viewCase(one, now_ms)),
    version: stored.version,
  };
}

function viewLine(line: Line, state: State, expectation: Expectation): LineView {
  const { ordered, canceled, shipped, delivered, returned } = line.quantity;
  const { id, sku, title, seller, unit_price, image_url, availability, ships_after } = line;
  const quantity = cancelable(line);
  return {
    ...{ id, sku, title, seller, unit_price, image_url, availability, ships_after },
    status: lineStatusOf(line),
    quantity: { ordered, open: openQuantity(line), canceled, shipped, delivered, returned },
    promise: line.promise && { ...line.promise, first_latest: line.first_latest!, revisions: line.revisions },
    ship_by: line.ship_by ?? null,
    promise_before: line.revised && {
      ...line.revised.from,
      reason: line.revised.reason,
      at: line.revised.at,
    },
    delayed: isLineDelayed(line, expectation.today),
    decision: viewDecision(openQuestion(state, id)),
    can_cancel: { quantity, why_not: quantity > 0 ? null : whyNotCancel(line, 1) },
    can_return: returnable(state, line, expectation),
  };
}

function viewDecision(question: Question | undefined): LineView['decision'] {
  if (!question) return null;
  const { until, without_answer, rule } = question;
  return { needed: true, until, without_answer, rule };
}

function viewShipment(
  shipment: Shipment,
  order: OrderState,
  { scans, shipment_addresses }: Pick<StoredOrder, 'scans' | 'shipment_addresses'>,
): ShipmentView {
  const { id, seller, lines, carrier, tracking_number, stage, flags, dispatched_at, delivered_at } = shipment;
  return {
    ...{ id, seller, lines, carrier },
    carrier_name: carrier && carrierName(carrier),
    tracking_number,
    tracking_url: trackingUrl(carrier, tracking_number, order.locale),
    ...{ stage, flags, dispatched_at, delivered_at },
    pickup_until: stage === 'available_for_pickup' ? shipment.pickup_until : null,
    promise: promiseOf(shipment, order),
    forecast: stage === 'delivered' ? null : (shipment.forecast ?? null),
    ship_to: shipment_addresses?.[id] ?? null,
    milestones: shipment.milestones,
    events: scans.filter((scan) => scan.shipment === id).map(viewScan),
  };
}

function viewScan({ shipment: _shipment, ...scan }: StoredOrder['scans'][number]): ScanView {
  return scan;
}

/** Overdue by the clock: the fact that says so may come a minute later. */
function viewCase(one: Case, now_ms: number): CaseView {
  const {
    id,
    kind,
    seller,
    from,
    lines,
    shipment,
    wish = null,
    status,
    opened_at,
    answer_due,
    messages,
  } = one;
  return {
    ...{ id, kind, seller, from, lines, shipment, wish, status, opened_at, answer_due },
    overdue: answer_due !== null && Date.parse(answer_due) <= now_ms,
    message_count: messages,
    closed_at: one.closed?.at ?? null,
    outcome: one.closed?.outcome ?? null,
  };
}

function viewChange({ id, at, by, kinds, delivery_option, surcharge }: Change): ChangeView {
  return { id, at, by, kinds, delivery_option: delivery_option ?? null, amount: surcharge };
}

/** Oldest first; of one moment a refund follows what it is for. */
function viewAdjustments(state: State): AdjustmentView[] {
  const { cancellations, payments } = state;
  const canceled = cancellations.cancellations.map(({ id, at, value, lines }): AdjustmentView => {
    return { id, kind: 'cancellation', at, amount: -value, lines, status: null, reference: null };
  });
  const refunded = payments.refunds.map(({ id, at, amount, lines, status, reference }): AdjustmentView => {
    return { id, kind: 'refund', at, amount: -amount, lines, status, reference };
  });
  const all = [...canceled, ...changeAdjustments(state), ...refunded];
  return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/**
 * What changes made the order cost more or less. More is to be collected while something is due, and what is due is of
 * the newest; of less, its refund says what became of the money, and there is none when nothing had been paid.
 */
function changeAdjustments(state: State): AdjustmentView[] {
  let due = owedAmount(state) - (paidAmount(state.payments) - refundedAmount(state.payments));
  const newest_first: AdjustmentView[] = [];
  for (const { id, at, surcharge, refund } of changesOf(state).toReversed()) {
    if (surcharge === 0) continue;
    const back = state.payments.refunds.find((candidate) => candidate.id === refund);
    const status = surcharge < 0 ? (back?.status ?? null) : due > 0 ? 'to_execute' : 'settled';
    const reference = back?.reference ?? null;
    newest_first.push({ id, kind: 'change', at, amount: surcharge, lines: [], status, reference });
    due -= Math.max(0, surcharge);
  }
  return newest_first.reverse();
}
