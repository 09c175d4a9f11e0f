import type { LineView, OrderView, ShipmentView } from '../../modules/order-view/index.ts';

/** Units that have not left yet and were promised for the same dates. */
export interface Waiting {
  lines: LineView[];
  promise: LineView['promise'];
  promise_before: LineView['promise_before'];
  delayed: boolean;
}

/** The cards of an order page, each list soonest first; of what arrived the newest first. */
export interface Arrangement {
  coming: ShipmentView[];
  waiting: Waiting[];
  ended: ShipmentView[];
}

export function arrange(view: OrderView): Arrangement {
  const ended = view.shipments.filter(hasEnded).sort((a, b) => compare(endOf(b), endOf(a)));
  const coming = view.shipments.filter((shipment) => !hasEnded(shipment)).sort(bySoonest);
  return { coming, waiting: groupWaiting(view.lines), ended };
}

function hasEnded({ stage }: ShipmentView): boolean {
  return stage === 'delivered' || stage === 'returned' || stage === 'cancelled';
}

function endOf(shipment: ShipmentView): string {
  return shipment.delivered_at ?? shipment.milestones[shipment.stage] ?? shipment.dispatched_at;
}

/** What the buyer can have today comes first, then by the promised date; without a date last. */
function bySoonest(a: ShipmentView, b: ShipmentView): number {
  return compare(soonness(a), soonness(b));
}

function soonness({ stage, promise, dispatched_at }: ShipmentView): string {
  const today = stage === 'out_for_delivery' || stage === 'available_for_pickup';
  return `${today ? '0' : '1'} ${promise?.latest ?? '9999'} ${dispatched_at}`;
}

function groupWaiting(lines: readonly LineView[]): Waiting[] {
  const groups = new Map<string, Waiting>();
  for (const line of lines) {
    if (line.quantity.open === 0) continue;
    const { promise, promise_before, decision } = line;
    const delayed = line.delayed && !isChosen(line);
    // No date sorts after every date.
    const key = `${promise?.latest ?? '9999'} ${promise?.earliest ?? ''} ${delayed} ${promise_before?.reason ?? ''} ${decision?.until ?? ''}`;
    const group = groups.get(key);
    if (group) group.lines.push(line);
    else groups.set(key, { lines: [line], promise, promise_before, delayed });
  }
  return [...groups].sort(([a], [b]) => compare(a, b)).map(([, group]) => group);
}

/** Later than first promised only because its buyer chose another delivery: that is no delay to them. */
export function isChosen({ promise, promise_before }: LineView): boolean {
  if (!promise || promise_before?.reason !== 'order_changed' || !promise_before.latest) return false;
  return promise_before.latest <= promise.first_latest;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
