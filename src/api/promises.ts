import { z } from '@hono/zod-openapi';
import { PROMISE_REASONS } from '../modules/orders/vocabulary.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { date, id, instantOrNull, note, orNull } from './fields.ts';
import { order_lines_max } from './limits.ts';
import type { OrderDesk } from './order-desk.ts';
import { changedAnswers, localeQuery, orderPath } from './shared-schemas.ts';

const revision = z
  .object({
    lines: z.array(id).min(1).max(order_lines_max),
    earliest: date,
    latest: date,
    reason: z.enum(PROMISE_REASONS),
    note: orNull(note),
    at: instantOrNull,
  })
  .refine((dates) => dates.earliest <= dates.latest, {
    message: 'earliest is after latest',
    path: ['earliest'],
  })
  .openapi('NewPromise');

export function promiseEndpoints(desk: OrderDesk): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/orders/{number}/promises',
      tag: 'Fulfillment',
      summary: 'Revise the promised dates of some lines',
      description:
        'A later latest date is a delay and the buyer gets an apology; an earlier one is good news. The same dates again are no revision.',
      access: { scope: 'orders:write', sellers: true },
      idempotency: 'story',
      params: orderPath,
      query: localeQuery,
      body: revision,
      example: { lines: ['1'], earliest: '2008-08-01', latest: '2008-08-10', reason: 'reprint', note: null },
      answers: changedAnswers,
      async handle(call) {
        const { lines, earliest, latest, reason, note, at } = call.body;
        const { number } = call.params;
        await desk.guardMoment(number, call, at);
        await desk.guardSeller(number, call, { lines });
        const body = { lines, to: { earliest, latest }, reason, note };
        return desk.carryOut(call, desk.command(call, 'RevisePromise', number, body, at));
      },
    }),
  ];
}
