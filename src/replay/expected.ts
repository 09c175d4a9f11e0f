import type { OlistOrder } from './dataset.ts';
import { isCanceled } from './life.ts';
import { paidBy, totalOf } from './placing.ts';

/** How an order should end, going by the files alone; what the server says is compared with it. */
export interface Expected {
  number: string;
  /** In Olist's words. */
  olist_status: string;
  /** In the contract's words. */
  status: string;
  /** Why the two words are not the same thing; null when they are. */
  because: string | null;
  /** Delivered by the promised date; null when it was not delivered, or nobody knows when. */
  on_time: boolean | null;
  has_items: boolean;
}

/** The same status under another name is no difference. */
const SAME: Readonly<Record<string, string>> = { created: 'awaiting_payment', approved: 'processing' };

export function expectedOf(order: OlistOrder): Expected {
  const { status, because } = endOf(order);
  const known = order.status === 'delivered' && order.delivered_date !== null;
  return {
    number: order.id,
    olist_status: order.status,
    status,
    because,
    // Compared as dates, from the cells themselves: an arrival on the promised day is on time at any hour.
    on_time: known ? order.delivered_date! <= order.promised_date : null,
    has_items: order.items.length > 0,
  };
}

function endOf(order: OlistOrder): { status: string; because: string | null } {
  const { status } = order;
  if (status === 'unavailable') return { status: 'canceled', because: 'unavailable: the seller cancels it' };
  if (isCanceled(order)) return { status: 'canceled', because: null };
  if (order.delivered_at !== null && order.handed_over_at !== null) {
    return { status: 'delivered', because: status === 'delivered' ? null : 'has a delivery time' };
  }
  if (order.handed_over_at !== null) {
    const because =
      status === 'shipped' ? null : 'delivered at an unknown time: without a scan it is on its way';
    return { status: 'shipped', because };
  }
  if (status === 'delivered' || status === 'shipped') {
    return { status: beforeShipping(order), because: 'never handed over, going by the files' };
  }
  const before = beforeShipping(order);
  const same = before === (SAME[status] ?? status);
  return {
    status: before,
    because: same ? null : `paid ${paidBy(order.payments)} of ${totalOf(order)} centavos`,
  };
}

/** The rules of the contract's table that can apply to an order nothing of which was dispatched. */
function beforeShipping(order: OlistOrder): string {
  const paid = order.approved_at === null ? 0 : paidBy(order.payments);
  if (paid === 0 || paid < totalOf(order)) return 'awaiting_payment';
  return order.status === 'invoiced' ? 'invoiced' : 'processing';
}

/** What was made up or read into the files, counted for the summary. */
export function assumptionsOf(orders: readonly OlistOrder[]): [count: number, what: string][] {
  const count = (holds: (order: OlistOrder) => boolean) => orders.filter(holds).length;
  const paid = (order: OlistOrder) => paidBy(order.payments);
  const rows: [number, string][] = [
    [
      count((order) => order.items.length === 0),
      'without item rows: one line "Unknown item" worth what was paid',
    ],
    [count((order) => paid(order) !== totalOf(order)), 'paid more or less than they cost: recorded as paid'],
    [
      count(
        ({ approved_at, handed_over_at }) =>
          approved_at !== null && handed_over_at !== null && handed_over_at < approved_at,
      ),
      'handed over before the payment was approved: in that order',
    ],
    [
      count(
        ({ delivered_at, handed_over_at }) =>
          delivered_at !== null && handed_over_at !== null && delivered_at < handed_over_at,
      ),
      'delivered before they were handed over: the scan waits for its shipment',
    ],
    [
      count((order) => order.approved_at === null && order.handed_over_at !== null && paid(order) > 0),
      'handed over without an approval: taken as paid at the hand-over',
    ],
    [
      count((order) => isCanceled(order) && order.handed_over_at !== null),
      'handed over and canceled: the shipment is voided, since what left cannot be canceled',
    ],
    [
      count((order) => sellersOf(order) > 1),
      'of several sellers: one shipment each, with the one hand-over time',
    ],
  ];
  return rows.filter(([orders_affected]) => orders_affected > 0);
}

function sellersOf(order: OlistOrder): number {
  return new Set(order.items.map((item) => item.seller)).size;
}
