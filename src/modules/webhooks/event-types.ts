import type { FactType } from '../facts.ts';

/** Name of each fact outside: `<thing>.<what happened>`. The compiler asks for one when a fact is added. */
export const EVENT_TYPES = {
  OrderPlaced: 'order.placed',
  OrderHandedOff: 'order.handed_off',
  OrderSplit: 'order.split',
  HandlingBegun: 'handling.begun',
  PackingBegun: 'packing.begun',
  InvoiceIssued: 'invoice.issued',
  PromiseRevised: 'promise.revised',
  ShipByNeared: 'ship_by.neared',
  PaymentReceived: 'payment.received',
  RefundIssued: 'refund.issued',
  RefundSettled: 'refund.settled',
  RefundFailed: 'refund.failed',
  ShipmentDispatched: 'shipment.dispatched',
  ShipmentChanged: 'shipment.changed',
  ShipmentVoided: 'shipment.voided',
  ShipmentCorrected: 'shipment.corrected',
  ShipmentDelivered: 'shipment.delivered',
  ScanRecorded: 'scan.recorded',
  PickupExpiryNeared: 'pickup.expiry_neared',
  LinesCanceled: 'lines.canceled',
  DecisionAsked: 'delay_decision.asked',
  DelayDecided: 'delay_decision.made',
  DecisionClosed: 'delay_decision.closed',
  PromisePassed: 'promise.passed',
  ShipmentStalled: 'shipment.stalled',
  ForecastChanged: 'forecast.changed',
  OrderChanged: 'order.changed',
  CaseOpened: 'case.opened',
  CaseMessageAdded: 'case.message_added',
  CaseAnswerNeared: 'case.answer_neared',
  CaseOverdue: 'case.overdue',
  CaseClosed: 'case.closed',
  WithdrawalDeclared: 'withdrawal.declared',
  BuyerErased: 'buyer.erased',
} as const satisfies Record<FactType, string>;

export type EventType = (typeof EVENT_TYPES)[FactType];

/** What an endpoint asks for that wants everything, today's types and tomorrow's. */
export const every_type = '*';

/** What a test message is called; no fact causes it. */
export const test_type = 'endpoint.tested';

/** Name of the fact's type outside. */
export function eventTypeOf(fact: { type: string }): EventType {
  return EVENT_TYPES[fact.type as FactType];
}
