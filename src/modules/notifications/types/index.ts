import type { NotificationType } from '../type.ts';
import { answerDue } from './answer_due.ts';
import { cancellationRequested } from './cancellation_requested.ts';
import { caseMessage } from './case_message.ts';
import { caseMessageReceived } from './case_message_received.ts';
import { consentNeeded } from './consent_needed.ts';
import { goodsWithdrawn } from './goods_withdrawn.ts';
import { linesCanceled } from './lines_canceled.ts';
import { orderCanceled } from './order_canceled.ts';
import { orderChanged } from './order_changed.ts';
import { orderConfirmed } from './order_confirmed.ts';
import { orderReceived } from './order_received.ts';
import { orderSplit } from './order_split.ts';
import { paymentAwaited } from './payment_awaited.ts';
import { paymentReceived } from './payment_received.ts';
import { pickupExpiring } from './pickup_expiring.ts';
import { promiseMissed } from './promise_missed.ts';
import { promiseRevised } from './promise_revised.ts';
import { refundIssued } from './refund_issued.ts';
import { requestReceived } from './request_received.ts';
import { saleCanceled } from './sale_canceled.ts';
import { saleChanged } from './sale_changed.ts';
import { saleLate } from './sale_late.ts';
import { shipByNear } from './ship_by_near.ts';
import { shipmentAttemptFailed } from './shipment_attempt_failed.ts';
import { shipmentAvailableForPickup } from './shipment_available_for_pickup.ts';
import { shipmentDelivered } from './shipment_delivered.ts';
import { shipmentDispatched } from './shipment_dispatched.ts';
import { shipmentException } from './shipment_exception.ts';
import { shipmentOutForDelivery } from './shipment_out_for_delivery.ts';
import { shipmentStalled } from './shipment_stalled.ts';
import { trackingChanged } from './tracking_changed.ts';
import { withdrawalAcknowledged } from './withdrawal_acknowledged.ts';

/** Everything people are told. */
export const NOTIFICATION_TYPES: readonly NotificationType[] = [
  orderConfirmed,
  paymentAwaited,
  paymentReceived,
  orderSplit,
  promiseRevised,
  consentNeeded,
  promiseMissed,
  shipmentDispatched,
  trackingChanged,
  shipmentOutForDelivery,
  shipmentAvailableForPickup,
  pickupExpiring,
  shipmentAttemptFailed,
  shipmentException,
  shipmentStalled,
  shipmentDelivered,
  linesCanceled,
  orderCanceled,
  refundIssued,
  withdrawalAcknowledged,
  orderReceived,
  shipByNear,
  saleLate,
  saleCanceled,
  orderChanged,
  saleChanged,
  caseMessage,
  requestReceived,
  cancellationRequested,
  caseMessageReceived,
  answerDue,
  goodsWithdrawn,
];

const byName = new Map(NOTIFICATION_TYPES.map((type) => [type.name, type]));

export function typeNamed(name: string): NotificationType {
  const type = byName.get(name);
  if (!type) throw new Error(`there is no notification type ${name}`);
  return type;
}
