import { z } from '@hono/zod-openapi';
import { type Endpoint, endpoint } from './endpoint.ts';
import { instantOrNull, lineQuantity, note, orNull } from './fields.ts';
import { newId } from './ids.ts';
import { order_lines_max } from './limits.ts';
import type { OrderDesk } from './order-desk.ts';
import { changedOrder } from './order-view-schema.ts';
import { previewCommand } from './preview.ts';
import { changedAnswers, localeQuery, orderPath } from './shared-schemas.ts';

const newCancellation = z
  .object({
    lines: z.array(lineQuantity).min(1).max(order_lines_max),
    reason: orNull(note),
    by: z.enum(['customer', 'seller', 'shop']),
    at: instantOrNull,
    preview: z
      .boolean()
      .nullish()
      .transform((preview) => preview ?? false),
  })
  .openapi('NewCancellation');

export function cancellationEndpoints(desk: OrderDesk): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/orders/{number}/cancellations',
      tag: 'Cancellations',
      summary: 'Cancel what has not been dispatched',
      description:
        'All or nothing. The refund is worked out and issued in the same commit, never more than was paid. With `preview` nothing is stored: the answer is the order as it would be.',
      access: { scope: 'orders:write', sellers: true },
      idempotency: 'story',
      params: orderPath,
      query: localeQuery,
      body: newCancellation,
      example: {
        lines: [{ line: '1', quantity: 1 }],
        reason: 'Ordered twice',
        by: 'customer',
        preview: true,
      },
      answers: { ...changedAnswers, 200: { description: 'The preview', schema: changedOrder } },
      async handle(call) {
        const { lines, reason, by, at, preview } = call.body;
        const { number } = call.params;
        await desk.guardMoment(number, call, at);
        await desk.guardSeller(number, call, { lines: lines.map(({ line }) => line) });
        const body = { cancellation: newId('can'), refund: newId('ref'), lines, reason, by };
        const command = desk.command(call, 'CancelLines', number, body, at);
        return preview ? previewCommand(desk, call, command) : desk.carryOut(call, command);
      },
    }),
  ];
}
