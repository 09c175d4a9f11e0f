import type { NewFact } from '../../story/index.ts';
import type { OrderFacts } from '../orders/facts.ts';
import { type DeliveryPromise, findLine, type OrderState } from '../orders/state.ts';
import type { Scan } from './commands.ts';
import type { ShipmentFacts } from './facts.ts';
import { forgetPromise, keepPromise } from './kept-promise.ts';
import { findShipment, type Shipment, type ShipmentsState } from './state.ts';

/** The newest scan of a batch may say another day than the carrier said before. */
export function forecastFacts(
  shipment: Shipment,
  { forecast, occurred_at, stage, repeated }: Scan,
): NewFact[] {
  if (!forecast || forecast === shipment.forecast || stage === 'delivered') return [];
  const data: ShipmentFacts['ForecastChanged'] = {
    shipment: shipment.id,
    from: shipment.forecast ?? null,
    to: forecast,
  };
  // What is said anew of an old scan is said now.
  return [{ type: 'ForecastChanged', data, ...(repeated ? {} : { at: occurred_at }) }];
}

/** What the buyer was told of a shipment: its own promise, or that of its lines, the widest of them. */
export function promiseOf(shipment: Shipment, order: OrderState): DeliveryPromise | null {
  if (shipment.promise) return shipment.promise;
  if (shipment.promise_kept) return shipment.promise_kept;
  const promises = shipment.lines.flatMap(({ line }) => findLine(order, line)?.promise ?? []);
  if (promises.length === 0) return null;
  const earliest = promises.map((promise) => promise.earliest).sort();
  const latest = promises.map((promise) => promise.latest).sort();
  return { earliest: earliest[0]!, latest: latest.at(-1)! };
}

/** Newer dates are about all of a line, unless they are those of one shipment: then the others come as they were to. */
export function applyRevision(
  state: ShipmentsState,
  { lines, shipment: id }: OrderFacts['PromiseRevised'],
): void {
  for (const { line, from } of lines) {
    if (id === undefined || !from) forgetPromise(state, line);
    else keepPromise(state, line, from);
  }
  const own = id === undefined ? undefined : findShipment(state, id);
  if (!own) return;
  if (own.promise) own.promise = lines[0]!.to;
  delete own.promise_kept;
}
