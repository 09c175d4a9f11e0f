import { z } from '@hono/zod-openapi';
import { PAYMENT_METHODS } from '../modules/orders/vocabulary.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { instant, moneyMoved, name, orNull } from './fields.ts';
import { refuseFuture } from './instants.ts';
import type { OrderDesk } from './order-desk.ts';
import { changedAnswers, localeQuery, orderPath } from './shared-schemas.ts';

const newPayment = z
  .object({
    amount: moneyMoved,
    method: z.enum(PAYMENT_METHODS),
    reference: orNull(name),
    received_at: instant,
  })
  .openapi('NewPayment');

export function paymentEndpoints(desk: OrderDesk): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/orders/{number}/payments',
      tag: 'Payments and refunds',
      summary: 'Record money that arrived',
      description:
        'The same method, reference and amount again does nothing. Too much or too little is accepted.',
      access: { scope: 'orders:write', sellers: false },
      idempotency: 'story',
      params: orderPath,
      query: localeQuery,
      body: newPayment,
      example: { amount: 2398, method: 'transfer', reference: 'E2E-1', received_at: '2008-07-15T09:00:00Z' },
      answers: changedAnswers,
      async handle(call) {
        const { received_at } = call.body;
        refuseFuture(received_at, call.now_ms, 'received_at');
        const { number } = call.params;
        return desk.carryOut(call, desk.command(call, 'ReceivePayment', number, call.body, received_at));
      },
    }),
  ];
}
