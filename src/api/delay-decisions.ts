import { z } from '@hono/zod-openapi';
import { ANSWERS } from '../modules/delays/index.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { id, instantOrNull } from './fields.ts';
import { newId } from './ids.ts';
import { order_lines_max } from './limits.ts';
import type { OrderDesk } from './order-desk.ts';
import { changedAnswers, localeQuery, orderPath } from './shared-schemas.ts';

const delayDecision = z
  .object({
    lines: z.array(id).min(1).max(order_lines_max),
    decision: z.enum(ANSWERS),
    by: z
      .enum(['customer', 'shop'])
      .nullish()
      .transform((by) => by ?? 'customer'),
    at: instantOrNull,
  })
  .openapi('DelayDecision');

export function delayDecisionEndpoints(desk: OrderDesk): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/orders/{number}/delay-decisions',
      tag: 'Cancellations',
      summary: 'Wait for a late line, or cancel it',
      description:
        'The answer to the `decision` of a line, all or nothing. To cancel takes off what can still be canceled of it and refunds it in the same commit. The same answer again does nothing. After the day `until` nobody needs to answer: `without_answer` is carried out.',
      access: { scope: 'orders:write', sellers: false },
      idempotency: 'story',
      params: orderPath,
      query: localeQuery,
      body: delayDecision,
      example: { lines: ['1'], decision: 'wait' },
      answers: changedAnswers,
      async handle(call) {
        const { lines, decision, by, at } = call.body;
        await desk.guardMoment(call.params.number, call, at);
        const body = { lines, decision, by, cancellation: newId('can'), refund: newId('ref') };
        return desk.carryOut(call, desk.command(call, 'DecideOnDelay', call.params.number, body, at));
      },
    }),
  ];
}
