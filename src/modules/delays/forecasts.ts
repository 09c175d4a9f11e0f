import type { Fact, NewFact } from '../../story/index.ts';
import type { OrderFacts } from '../orders/facts.ts';
import { findLine, openQuantity } from '../orders/state.ts';
import type { ShipmentFacts } from '../shipments/facts.ts';
import { promiseOf } from '../shipments/forecast.ts';
import { findShipment } from '../shipments/state.ts';
import type { State } from '../state.ts';

/**
 * A forecast is what a carrier believes today, and no promise: only beyond the last promised day does it become one,
 * once for each day it moves on. Of what has not left yet the carrier knows nothing.
 */
export function afterForecast(state: State, fact: Fact): NewFact[] {
  const { shipment: id, to: forecast } = fact.data as ShipmentFacts['ForecastChanged'];
  const shipment = findShipment(state.shipments, id)!;
  const from = promiseOf(shipment, state.order!);
  if (!from || forecast <= from.latest || shipment.stage === 'delivered') return [];
  const to = { earliest: forecast, latest: forecast };
  const lines = shipment.lines.flatMap(({ line }) =>
    openQuantity(findLine(state.order!, line)!) === 0 ? [{ line, from, to }] : [],
  );
  const data: OrderFacts['PromiseRevised'] = { lines, reason: 'carrier_delay', shipment: id, delay: true };
  return lines.length === 0 ? [] : [{ type: 'PromiseRevised', data }];
}
