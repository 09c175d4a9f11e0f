import type { OlistOrder } from './dataset.ts';
import { linesBySeller, linesOf, methodOf, type PlacedLine, paidBy, placingOf } from './placing.ts';
import { carrier, trackingNumber } from './tracking-number.ts';

export const BATCH_PATHS = { orders: '/v1/batch/orders', scans: '/v1/tracking-events' } as const;

/** One thing that happened to an order, as the call that tells it. */
export interface LifeEvent {
  order: string;
  /** When it happened, RFC 3339 UTC. */
  at: string;
  path: string;
  /** Of a batch endpoint (`BATCH_PATHS`): one item of the array. */
  body: Record<string, unknown>;
  /** For calls that their content alone does not make idempotent. */
  key: string | null;
}

/**
 * Everything the files know of all orders, as one sequence in the order in which it happened.
 * Tracking numbers are given in the order of purchase, so that a part of the orders keeps its numbers.
 */
export function timelineOf(orders: readonly OlistOrder[]): LifeEvent[] {
  let serial = 0;
  const events = orders.flatMap((order) => lifeOf(order, () => trackingNumber(++serial)));
  // Sorting keeps the order of equals: what happens at the same second happens as `lifeOf` tells it.
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The life of one order, in the order in which it happened. */
export function lifeOf(order: OlistOrder, nextTrackingNumber: () => string): LifeEvent[] {
  const { id } = order;
  const event = (at: string, path: string, body: LifeEvent['body'], key: string | null = null): LifeEvent => {
    // Nothing happens to an order before there is one, whatever the clocks of its carriers said.
    return { order: id, at: at < order.purchased_at ? order.purchased_at : at, path, body, key };
  };
  const about = (what: string) => `/v1/orders/${id}/${what}`;
  const events = [event(order.purchased_at, BATCH_PATHS.orders, placingOf(order))];
  const paid_at = paidAt(order);
  if (paid_at) events.push(event(paid_at, about('payments'), paymentOf(order, paid_at)));
  if (order.status === 'invoiced') {
    const issued_at = lastKnown(order);
    events.push(event(issued_at, about('invoices'), { number: `olist-${id}`, issued_at }));
  }
  const consignments = order.handed_over_at === null ? [] : consignmentsOf(order, nextTrackingNumber);
  for (const { body } of consignments) events.push(event(order.handed_over_at!, about('shipments'), body));
  if (order.delivered_at !== null) {
    for (const { scan } of consignments) events.push(event(order.delivered_at, BATCH_PATHS.scans, scan));
  }
  if (isCanceled(order)) {
    const at = lastKnown(order);
    for (const { body } of consignments) {
      events.push(
        event(at, about(`shipments/${body.id}/void`), { reason: 'Olist calls the order canceled' }),
      );
    }
    events.push(event(at, about('cancellations'), cancellationOf(order, at), `olist-cancel-${id}`));
  }
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

export function isCanceled({ status }: OlistOrder): boolean {
  return status === 'canceled' || status === 'unavailable';
}

/**
 * When the money came: the approval. An order that was handed over without one was paid by then; one without
 * either was not.
 */
function paidAt({ payments, approved_at, handed_over_at }: OlistOrder): string | null {
  return paidBy(payments) === 0 ? null : (approved_at ?? handed_over_at);
}

/** The files do not say when an order was invoiced or canceled: at the earliest after what they do say. */
function lastKnown({ purchased_at, approved_at, handed_over_at, delivered_at }: OlistOrder): string {
  return [purchased_at, approved_at, handed_over_at, delivered_at]
    .filter((at) => at !== null)
    .sort()
    .at(-1)!;
}

function paymentOf({ id, payments }: OlistOrder, received_at: string) {
  return { amount: paidBy(payments), method: methodOf(payments), reference: `olist-${id}`, received_at };
}

/** One shipment per seller, all with the one hand-over and the one delivery the files have. */
function consignmentsOf(order: OlistOrder, nextTrackingNumber: () => string) {
  return linesBySeller(order).map((lines, index) => {
    const tracking_number = nextTrackingNumber();
    const id = `olist-${index + 1}`;
    return {
      body: { id, lines: quantities(lines), carrier, tracking_number, dispatched_at: order.handed_over_at },
      scan: {
        carrier,
        tracking_number,
        stage: 'delivered',
        occurred_at: order.delivered_at,
        external_id: `${order.id}:${id}:delivered`,
      },
    };
  });
}

function cancellationOf(order: OlistOrder, at: string) {
  const unavailable = order.status === 'unavailable';
  return {
    lines: quantities(linesOf(order)),
    reason: unavailable ? 'Unavailable' : 'Canceled; Olist does not say by whom',
    by: unavailable ? 'seller' : 'shop',
    at,
  };
}

function quantities(lines: readonly PlacedLine[]) {
  return lines.map(({ id, quantity }) => ({ line: id, quantity }));
}
