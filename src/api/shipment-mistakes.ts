import { z } from '@hono/zod-openapi';
import { type Endpoint, endpoint } from './endpoint.ts';
import { instant, note } from './fields.ts';
import { refuseFuture } from './instants.ts';
import type { OrderDesk } from './order-desk.ts';
import { changedAnswers, localeQuery, orderThingPath } from './shared-schemas.ts';
import { stageField } from './tracking-fields.ts';

/** Putting mistakes right: a shipment that never was, and a scan that was wrong. Both stay in the story. */
export function shipmentMistakeEndpoints(desk: OrderDesk): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/orders/{number}/shipments/{id}/void',
      tag: 'Shipments',
      summary: 'Void a shipment that was registered by mistake',
      description: 'Its quantities are open again.',
      access: { scope: 'orders:write', sellers: true },
      idempotency: 'story',
      params: orderThingPath,
      query: localeQuery,
      body: z.object({ reason: note }).openapi('ShipmentVoid'),
      example: { reason: 'Registered for the wrong order' },
      answers: changedAnswers,
      async handle(call) {
        const { number, id: shipment } = call.params;
        await desk.guardSeller(number, call, { shipment });
        const body = { shipment, reason: call.body.reason };
        return desk.carryOut(call, desk.command(call, 'VoidShipment', number, body));
      },
    }),
    endpoint({
      method: 'post',
      path: '/v1/orders/{number}/shipments/{id}/corrections',
      tag: 'Shipments',
      summary: 'Put a wrong scan right, by a person',
      description: 'The only way back from delivered.',
      access: { scope: 'orders:write', sellers: true },
      idempotency: 'story',
      params: orderThingPath,
      query: localeQuery,
      body: z.object({ stage: stageField, occurred_at: instant, reason: note }).openapi('ShipmentCorrection'),
      example: { stage: 'in_transit', occurred_at: '2008-07-17T08:00:00Z', reason: 'Wrong house' },
      answers: changedAnswers,
      async handle(call) {
        const { number, id: shipment } = call.params;
        refuseFuture(call.body.occurred_at, call.now_ms, 'occurred_at');
        await desk.guardSeller(number, call, { shipment });
        const command = desk.command(call, 'CorrectShipment', number, { shipment, ...call.body });
        return desk.carryOut(call, command);
      },
    }),
  ];
}
