import { z } from '@hono/zod-openapi';
import { type Endpoint, endpoint } from './endpoint.ts';
import { instant, note, orNull } from './fields.ts';
import type { OrderDesk } from './order-desk.ts';
import { changedAnswers, localeQuery, orderPath } from './shared-schemas.ts';

export function handoffEndpoints(desk: OrderDesk): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/orders/{number}/handoffs',
      tag: 'Fulfillment',
      summary: 'Hand an order to the warehouse',
      description: 'Does not stand against canceling; a packing does.',
      access: { scope: 'orders:write', sellers: false },
      idempotency: 'story',
      params: orderPath,
      query: localeQuery,
      body: z.object({ at: instant, note: orNull(note) }).openapi('NewHandoff'),
      example: { at: '2008-07-15T10:00:00Z', note: null },
      answers: changedAnswers,
      async handle(call) {
        const { at, note } = call.body;
        await desk.guardMoment(call.params.number, call, at);
        return desk.carryOut(call, desk.command(call, 'HandOffOrder', call.params.number, { note }, at));
      },
    }),
  ];
}
