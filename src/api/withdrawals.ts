import { z } from '@hono/zod-openapi';
import { hasRight } from '../modules/withdrawals/index.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { email, instantOrNull, lineQuantity, name, orNull } from './fields.ts';
import { newId } from './ids.ts';
import { order_lines_max } from './limits.ts';
import type { OrderDesk } from './order-desk.ts';
import { changedOrder } from './order-view-schema.ts';
import { orderNotFound } from './problem.ts';
import { changedAnswers, localeQuery, orderPath } from './shared-schemas.ts';

const newWithdrawal = z
  .object({
    lines: orNull(z.array(lineQuantity).min(1).max(order_lines_max)).openapi({
      description: 'Absent: everything there still is to withdraw from.',
    }),
    name: name.openapi({ description: 'As the buyer wrote it.' }),
    email: email.openapi({ description: 'Where the acknowledgement goes.' }),
    confirm: z.literal(true).openapi({ description: 'The buyer has confirmed it, in a second step.' }),
    at: instantOrNull.openapi({ description: 'When they declared it; absent: now.' }),
  })
  .openapi('NewWithdrawal');

const at = z.string().openapi({ format: 'date-time' });
const acknowledgement = z
  .strictObject({
    order: z.string(),
    name: z.string(),
    email: z.string(),
    lines: z.array(z.strictObject({ line: z.string(), quantity: z.int() })),
    declared_at: at,
    time_zone: z.string(),
    within_period: z.boolean(),
    until: z.string().nullable().openapi({ format: 'date' }),
  })
  .openapi('Acknowledgement');

const withdrawn = changedOrder
  .extend({ result: z.strictObject({ kind: z.literal('withdrawal'), id: z.string(), acknowledgement }) })
  .openapi('WithdrawnOrder');

export function withdrawalEndpoints(desk: OrderDesk): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/orders/{number}/withdrawals',
      tag: 'Cancellations',
      summary: 'Declare that the buyer withdraws from the contract',
      description:
        "What has not left is canceled and refunded in the same commit; the rest is to come back. A declaration after the period is one too, and says so (`within_period`). The acknowledgement is in `result`, and is mailed to the address given at once. Not for sellers' keys: it is the buyer's word.",
      access: { scope: 'orders:write', sellers: false },
      idempotency: 'story',
      params: orderPath,
      query: localeQuery,
      body: newWithdrawal,
      example: { name: 'Ann Buyer', email: 'buyer@example.com', confirm: true },
      answers: { ...changedAnswers, 201: { description: 'Declared and acknowledged', schema: withdrawn } },
      async handle(call) {
        const { lines, name, email, at } = call.body;
        const { number } = call.params;
        await desk.guardMoment(number, call, at);
        const stored = await desk.orders.read(number);
        if (!stored) throw orderNotFound();
        const ids = { withdrawal: newId('wdr'), cancellation: newId('can'), refund: newId('ref') };
        const has_right = hasRight(stored.state.order!.country, desk.returns);
        const body = { ...ids, lines, has_right, declarant: { name, email } };
        return desk.carryOut(call, desk.command(call, 'DeclareWithdrawal', number, body, at));
      },
    }),
  ];
}
