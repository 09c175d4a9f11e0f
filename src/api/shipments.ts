import { z } from '@hono/zod-openapi';
import type { Database } from '../lib/database.ts';
import { earlierScans } from '../modules/shipments/join-unmatched.ts';
import { findShipment } from '../modules/shipments/state.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { id, instant, lineQuantity, orNull, promise } from './fields.ts';
import { newId } from './ids.ts';
import { refuseFuture } from './instants.ts';
import { order_lines_max } from './limits.ts';
import type { OrderDesk } from './order-desk.ts';
import { orderNotFound } from './problem.ts';
import { changedAnswers, localeQuery, orderPath, orderThingPath, patchedAnswers } from './shared-schemas.ts';
import { carrierField, trackingNumberField } from './tracking-fields.ts';

const lines = z.array(lineQuantity).min(1).max(order_lines_max);

const newShipment = z
  .object({
    id: orNull(id),
    lines,
    carrier: orNull(carrierField),
    tracking_number: orNull(trackingNumberField),
    dispatched_at: instant,
    promise: orNull(promise),
  })
  .openapi('NewShipment');

const shipmentChange = z
  .object({
    carrier: carrierField.nullable().optional(),
    tracking_number: trackingNumberField.nullable().optional(),
    lines: lines.optional(),
  })
  .openapi('ShipmentChange');

/** Dispatching and changing a shipment. Putting mistakes right is in shipment-mistakes.ts. */
export function shipmentEndpoints(desk: OrderDesk, database: Database): Endpoint[] {
  return [dispatch(desk, database), change(desk, database)];
}

function dispatch(desk: OrderDesk, database: Database): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/orders/{number}/shipments',
    tag: 'Shipments',
    summary: 'Dispatch some quantities of some lines',
    description:
      'Lines of one seller only. The same `id` with the same content answers 200. Scans that came before their shipment are joined.',
    access: { scope: 'orders:write', sellers: true },
    idempotency: 'story',
    params: orderPath,
    query: localeQuery,
    body: newShipment,
    example: {
      lines: [{ line: '1', quantity: 1 }],
      carrier: 'ups',
      tracking_number: '1Z5R89390357567127',
      dispatched_at: '2008-07-16T15:00:00Z',
    },
    answers: changedAnswers,
    async handle(call) {
      const { id, dispatched_at, ...content } = call.body;
      const { number } = call.params;
      refuseFuture(dispatched_at, call.now_ms, 'dispatched_at');
      await desk.guardSeller(number, call, { lines: content.lines.map(({ line }) => line) });
      const { carrier, tracking_number } = content;
      const earlier =
        tracking_number === null
          ? null
          : await earlierScans(database, { carrier, tracking_number, dispatched_at });
      const body = {
        shipment: id ?? newId('shp'),
        dispatched_at,
        ...content,
        earlier_scans: earlier?.scans ?? [],
      };
      const command = desk.command(call, 'DispatchShipment', number, body, dispatched_at);
      const answer = await desk.carryOut(call, command);
      // What is left behind by a crash here is found by joinUnmatchedScans and recognised as recorded.
      if (answer.status === 201) await earlier?.drop();
      return answer;
    },
  });
}

function change(desk: OrderDesk, database: Database): Endpoint {
  return endpoint({
    method: 'patch',
    path: '/v1/orders/{number}/shipments/{id}',
    tag: 'Shipments',
    summary: 'Change carrier, tracking number or lines of a shipment',
    description: 'What is absent stays as it is.',
    access: { scope: 'orders:write', sellers: true },
    params: orderThingPath,
    query: localeQuery,
    body: shipmentChange,
    example: { tracking_number: '1Z5R89390357567127' },
    answers: patchedAnswers,
    async handle(call) {
      const { number, id: shipment } = call.params;
      const lines = call.body.lines?.map(({ line }) => line) ?? [];
      await desk.guardSeller(number, call, { lines, shipment });
      const earlier = await earlierScansOfChange(desk, database, call.params, call.body);
      const body = { shipment, ...call.body, earlier_scans: earlier?.scans ?? [] };
      const answer = await desk.carryOut(call, desk.command(call, 'ChangeShipment', number, body), 200);
      await earlier?.drop();
      return answer;
    },
  });
}

/** Scans that waited for the number or the carrier the shipment is given now. */
async function earlierScansOfChange(
  desk: OrderDesk,
  database: Database,
  { number, id }: { number: string; id: string },
  change: { carrier?: string | null | undefined; tracking_number?: string | null | undefined },
) {
  const stored = await desk.orders.read(number);
  if (!stored) throw orderNotFound();
  const shipment = findShipment(stored.state.shipments, id);
  if (!shipment) return null;
  const carrier = change.carrier === undefined ? shipment.carrier : change.carrier;
  const tracking_number =
    change.tracking_number === undefined ? shipment.tracking_number : change.tracking_number;
  if (tracking_number === null) return null;
  return earlierScans(database, { carrier, tracking_number, dispatched_at: shipment.dispatched_at });
}
