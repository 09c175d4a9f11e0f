import { z } from '@hono/zod-openapi';
import { type Endpoint, endpoint } from './endpoint.ts';
import { id, instant, line_shape, lineQuantity } from './fields.ts';
import { order_lines_max } from './limits.ts';
import type { OrderDesk } from './order-desk.ts';
import { changedAnswers, localeQuery, orderPath } from './shared-schemas.ts';

/** Some units of a line, or by its id alone all of it that is open. */
const packedLine = z.union([lineQuantity, id.transform((line) => ({ line, quantity: null }))], line_shape);

const newPacking = z
  .object({ lines: z.array(packedLine).min(1).max(order_lines_max), at: instant })
  .openapi('NewPacking');

export function packingEndpoints(desk: OrderDesk): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/orders/{number}/packings',
      tag: 'Fulfillment',
      summary: 'Say that the seller has begun packing',
      description: 'What is being packed cannot be canceled at once any more.',
      access: { scope: 'orders:write', sellers: true },
      idempotency: 'story',
      params: orderPath,
      query: localeQuery,
      body: newPacking,
      example: { lines: [{ line: '1', quantity: 1 }], at: '2008-07-15T11:00:00Z' },
      answers: changedAnswers,
      async handle(call) {
        const { lines, at } = call.body;
        const { number } = call.params;
        await desk.guardMoment(number, call, at);
        await desk.guardSeller(number, call, { lines: lines.map(({ line }) => line) });
        return desk.carryOut(call, desk.command(call, 'BeginPacking', number, { lines }, at));
      },
    }),
  ];
}
