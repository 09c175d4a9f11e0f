import type { Asked } from '../delays/facts.ts';
import type { FactData } from '../facts.ts';
import { exampleLines, exampleOrder } from '../orders/example.ts';
import { withHandling } from '../orders/ship-by.ts';
import type { Stage } from '../shipments/stages.ts';
import type { ExampleFact } from './type.ts';

/** One coherent story for previews and tests: of two books one is late. */
const terms = { country: 'US', time_zone: 'America/New_York', handling_days: 2 };

export function placed(changes: Partial<FactData['OrderPlaced']> = {}): ExampleFact {
  const order = exampleOrder(changes);
  const sellers = new Map(order.lines.map(({ seller }) => [seller, terms]));
  return { type: 'OrderPlaced', at: order.placed_at, data: withHandling(order, sellers) };
}

export function paid(amount: number): ExampleFact {
  const at = '2008-07-15T08:00:00Z';
  return {
    type: 'PaymentReceived',
    at,
    data: { amount, method: 'transfer', reference: 'tr_1', received_at: at },
  };
}

export function dispatched(changes: Partial<FactData['ShipmentDispatched']> = {}): ExampleFact {
  const at = '2008-07-16T14:00:00Z';
  const lines = changes.lines ?? [{ line: '1', quantity: 1 }];
  const moves = lines.map(({ line, quantity }) => ({ line, shipped: quantity }));
  const data = {
    id: 'shipment-1',
    seller: 's-1',
    carrier: 'ups',
    tracking_number: '1Z5R89390357567127',
    dispatched_at: at,
    promise: { earliest: '2008-07-22', latest: '2008-07-22' },
  };
  return { type: 'ShipmentDispatched', at, data: { ...data, ...changes, lines, moves } };
}

/** Without changes: another number. */
export function shipmentChanged(
  changes: Omit<FactData['ShipmentChanged'], 'id'> = { tracking_number: '1Z12345E0205271688' },
): ExampleFact {
  return { type: 'ShipmentChanged', at: '2008-07-17T09:00:00Z', data: { id: 'shipment-1', ...changes } };
}

export function handlingBegun(): ExampleFact {
  const lines = exampleLines.map(({ id }) => ({ line: id, ship_by: '2008-07-17' }));
  return { type: 'HandlingBegun', at: '2008-07-15T08:00:00Z', data: { lines } };
}

export function shipByNeared(ship_by = '2008-07-16'): ExampleFact {
  return { type: 'ShipByNeared', at: '2008-07-15T12:00:00Z', data: { seller: 's-1', ship_by } };
}

export function pickupExpiryNeared(pickup_until = '2008-07-25T22:00:00Z'): ExampleFact {
  return {
    type: 'PickupExpiryNeared',
    at: '2008-07-24T22:00:00Z',
    data: { shipment: 'shipment-1', pickup_until },
  };
}

export function split(): ExampleFact {
  return { type: 'OrderSplit', at: '2008-07-16T14:00:00Z', data: { shipment: 'shipment-1' } };
}

export function revised(changes: Partial<FactData['PromiseRevised']> = {}): ExampleFact {
  const from = { earliest: '2008-07-22', latest: '2008-07-22' };
  const to = { earliest: '2008-08-01', latest: '2008-09-10' };
  const data = { lines: [{ line: '2', from, to }], reason: 'supplier_delay' as const, delay: true };
  return { type: 'PromiseRevised', at: '2008-07-17T12:00:00Z', data: { ...data, ...changes } };
}

/** @param change version of the fact that is the delay */
export function decisionAsked(change: number, asked: Partial<Asked> = {}): ExampleFact {
  const terms = { rule: 'shop' as const, until: '2008-07-22', without_answer: 'wait' as const };
  const dates = { old_latest: '2008-07-22', new_latest: '2008-09-10' };
  const data = { change, lines: [{ line: '2', ...terms, ...dates, ...asked }] };
  return { type: 'DecisionAsked', at: '2008-07-17T12:00:00Z', data };
}

export function promisePassed(): ExampleFact {
  const data = { lines: [{ line: '2', latest: '2008-07-22' }] };
  return { type: 'PromisePassed', at: '2008-07-23T04:01:00Z', data };
}

export function shipmentStalled(): ExampleFact {
  const data = { shipment: 'shipment-1', since: '2008-07-16T14:00:00Z' };
  return { type: 'ShipmentStalled', at: '2008-07-23T14:00:00Z', data };
}

export function scanned(
  stage: Stage,
  changes: Partial<FactData['ScanRecorded']> = {},
  at = '2008-07-22T19:04:00Z',
): ExampleFact {
  const data = {
    shipment: 'shipment-1',
    stage,
    reason: null,
    flags: [],
    fingerprint: `${stage} ${at}`,
    moved: true,
    entered: true,
    tell: true,
  };
  return { type: 'ScanRecorded', at, data: { ...data, ...changes } };
}

/** Whole lines of the two books; both of them are the whole order. */
export function canceled(
  lines: string[],
  by: FactData['LinesCanceled']['by'] = 'customer',
  withdrawal?: string,
): ExampleFact {
  const everything = lines.length === exampleLines.length;
  const items = exampleLines.reduce((sum, book) => sum + (lines.includes(book.id) ? book.unit_price : 0), 0);
  const shipping = everything ? 399 : 0;
  const data = { id: 'cancellation-1', by, everything, items, discount: 0, tax: 0, shipping };
  return {
    type: 'LinesCanceled',
    at: '2008-07-18T09:00:00Z',
    data: {
      ...data,
      value: items + shipping,
      ...(withdrawal && { withdrawal }),
      lines: lines.map((line) => ({ line, quantity: 1 })),
      moves: lines.map((line) => ({ line, canceled: 1 })),
    },
  };
}

/** Without changes: a faster delivery to another address. */
export function orderChanged(changes: Partial<FactData['OrderChanged']> = {}): ExampleFact {
  const from = { earliest: '2008-07-22', latest: '2008-07-22' };
  const data: FactData['OrderChanged'] = {
    ...{
      id: 'change-1',
      by: 'customer',
      kinds: ['address', 'delivery_option'],
      surcharge: 600,
      refund: null,
    },
    delivery_option: { from: 'standard', to: 'expedited' },
    promises: [{ line: '1', from, to: { earliest: '2008-07-18', latest: '2008-07-18' } }],
  };
  return { type: 'OrderChanged', at: '2008-07-15T12:00:00Z', data: { ...data, ...changes } };
}

export function refunded(
  amount: number,
  cause: FactData['RefundIssued']['cause'] = 'cancellation',
): ExampleFact {
  const cancellation = cause === 'cancellation' ? 'cancellation-1' : null;
  const data = { id: 'refund-1', amount, cause, cancellation, lines: [], reference: null };
  return { type: 'RefundIssued', at: '2008-07-18T09:00:00Z', data };
}

/** The first shipment has arrived; comes after the scan that says so. */
export function delivered(): ExampleFact {
  const moves = [{ line: '1', delivered: 1 }];
  return { type: 'ShipmentDelivered', at: '2008-07-22T19:04:00Z', data: { shipment: 'shipment-1', moves } };
}

/** `{ '1': 1 }`: from one unit of line 1; `cancellation-1` is what of it was still here. */
export function withdrawn(units: Record<string, number>): ExampleFact {
  const at = '2008-07-24T09:30:00Z';
  const lines = Object.entries(units).map(([line, quantity]) => ({ line, quantity }));
  const period = { within_period: true, until: '2008-08-05', cancellation: 'cancellation-1' };
  return { type: 'WithdrawalDeclared', at, data: { id: 'withdrawal-1', lines, declared_at: at, ...period } };
}
