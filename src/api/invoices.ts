import { z } from '@hono/zod-openapi';
import { type Endpoint, endpoint } from './endpoint.ts';
import { id, instant, orNull, url } from './fields.ts';
import { refuseFuture } from './instants.ts';
import type { OrderDesk } from './order-desk.ts';
import { changedAnswers, localeQuery, orderPath } from './shared-schemas.ts';

const newInvoice = z.object({ number: id, url: orNull(url), issued_at: instant }).openapi('NewInvoice');

export function invoiceEndpoints(desk: OrderDesk): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/orders/{number}/invoices',
      tag: 'Fulfillment',
      summary: 'Record an invoice',
      access: { scope: 'orders:write', sellers: false },
      idempotency: 'story',
      params: orderPath,
      query: localeQuery,
      body: newInvoice,
      example: { number: 'FV/1', url: null, issued_at: '2008-07-15T10:00:00Z' },
      answers: changedAnswers,
      async handle(call) {
        const { issued_at } = call.body;
        refuseFuture(issued_at, call.now_ms, 'issued_at');
        const { number } = call.params;
        return desk.carryOut(call, desk.command(call, 'IssueInvoice', number, call.body, issued_at));
      },
    }),
  ];
}
