import { z } from '@hono/zod-openapi';
import { instant as now } from '../lib/clock.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { instantOrNull, lineQuantity, moneyMoved, name, note, orNull } from './fields.ts';
import { newId } from './ids.ts';
import { refuseFuture } from './instants.ts';
import { order_lines_max } from './limits.ts';
import type { OrderDesk } from './order-desk.ts';
import { invalid } from './problem.ts';
import { changedAnswers, localeQuery, orderPath, orderThingPath, patchedAnswers } from './shared-schemas.ts';

const newRefund = z
  .object({
    amount: moneyMoved,
    lines: z
      .array(lineQuantity)
      .max(order_lines_max)
      .nullish()
      .transform((lines) => lines ?? []),
    reason: orNull(note),
    reference: orNull(name),
  })
  .openapi('NewRefund');

const conclusion = z
  .object({ status: z.enum(['settled', 'failed']), reference: orNull(name), settled_at: instantOrNull })
  .openapi('RefundConclusion');

export function refundEndpoints(desk: OrderDesk): Endpoint[] {
  return [issue(desk), conclude(desk)];
}

function issue(desk: OrderDesk): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/orders/{number}/refunds',
    tag: 'Payments and refunds',
    summary: 'Give money back out of goodwill',
    description:
      'A cancellation refunds by itself. Money is recorded, not moved: the refund is `to_execute`.',
    access: { scope: 'orders:write', sellers: true },
    idempotency: 'story',
    params: orderPath,
    query: localeQuery,
    body: newRefund,
    example: { amount: 500, lines: [{ line: '1', quantity: 1 }], reason: 'A torn cover', reference: null },
    answers: changedAnswers,
    async handle(call) {
      const { number } = call.params;
      const { lines } = call.body;
      // Money for the order as a whole is the shop's to give.
      if (call.caller!.seller !== null && lines.length === 0)
        throw invalid('lines', 'must name lines of yours');
      await desk.guardSeller(number, call, { lines: lines.map(({ line }) => line) });
      const body = { refund: newId('ref'), ...call.body };
      return desk.carryOut(call, desk.command(call, 'IssueRefund', number, body));
    },
  });
}

function conclude(desk: OrderDesk): Endpoint {
  return endpoint({
    method: 'patch',
    path: '/v1/orders/{number}/refunds/{id}',
    tag: 'Payments and refunds',
    summary: 'Say that a refund arrived, or failed',
    access: { scope: 'orders:write', sellers: false },
    params: orderThingPath,
    query: localeQuery,
    body: conclusion,
    example: { status: 'settled', reference: 're_1', settled_at: '2008-07-20T08:00:00Z' },
    answers: patchedAnswers,
    async handle(call) {
      const { number, id } = call.params;
      const { status, reference, settled_at } = call.body;
      if (settled_at !== null) refuseFuture(settled_at, call.now_ms, 'settled_at');
      const at = settled_at ?? now(call.now_ms);
      const body = { refund: id, status, reference, settled_at: at };
      return desk.carryOut(call, desk.command(call, 'ConcludeRefund', number, body, at), 200);
    },
  });
}
