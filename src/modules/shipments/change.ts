import type { Decision, NewFact } from '../../story/index.ts';
import { nothing } from '../../story/index.ts';
import type { LineQuantity, Move } from '../orders/facts.ts';
import { sumByLine } from '../orders/orders.ts';
import { whyNotCounted } from '../orders/quantities.ts';
import type { OrderState } from '../orders/state.ts';
import type { ChangeShipment } from './commands.ts';
import type { ShipmentFacts } from './facts.ts';
import { scanRows } from './rows.ts';
import { scanFacts } from './scans.ts';
import { whyNotTogether } from './shipments.ts';
import type { Shipment } from './state.ts';

/** Another carrier or number, or other units than was said: what the fact names is what changed. */
export function change(
  order: OrderState,
  shipment: Shipment,
  { order: number, body }: ChangeShipment,
): Decision {
  const result = { kind: 'shipment', id: shipment.id };
  const data: ShipmentFacts['ShipmentChanged'] = { id: shipment.id };
  if (body.carrier !== undefined && body.carrier !== shipment.carrier) data.carrier = body.carrier;
  if (body.tracking_number !== undefined && body.tracking_number !== shipment.tracking_number) {
    data.tracking_number = body.tracking_number;
  }
  if (body.lines) {
    const uncounted = whyNotCounted(body.lines);
    if (uncounted) return uncounted;
    const lines = sumByLine(body.lines);
    const moves = movesBetween(shipment, lines);
    const more = moves.flatMap(({ line, shipped }) => (shipped! > 0 ? [{ line, quantity: shipped! }] : []));
    // Every line of the new set must exist and be this seller's; only the additional units must be open.
    const others = lines.filter(({ line }) => !more.some((added) => added.line === line));
    const standing = whyNotTogether(
      order,
      [...more, ...others.map(({ line }) => ({ line, quantity: 0 }))],
      shipment.seller,
    );
    if (standing) return standing;
    if (moves.length > 0) Object.assign(data, { lines, moves });
  }
  if (Object.keys(data).length === 1) return nothing(result);
  const facts: NewFact[] = [{ type: 'ShipmentChanged', data }];
  facts.push(...scanFacts({ ...shipment, lines: data.lines ?? shipment.lines }, body.earlier_scans));
  return { facts, rows: scanRows(number, shipment.id, body.earlier_scans), result };
}

function movesBetween(shipment: Shipment, lines: readonly LineQuantity[]): Move[] {
  const wanted = new Map(lines.map(({ line, quantity }) => [line, quantity]));
  for (const { line, quantity } of shipment.lines) wanted.set(line, (wanted.get(line) ?? 0) - quantity);
  const arrived = shipment.stage === 'delivered';
  return [...wanted]
    .filter(([, difference]) => difference !== 0)
    .map(([line, difference]) => ({
      line,
      shipped: difference,
      ...(arrived ? { delivered: difference } : {}),
    }));
}
