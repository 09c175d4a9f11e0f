import { z } from '@hono/zod-openapi';
import { actorOf, type Caller } from '../modules/api-keys/index.ts';
import type { PlaceOrder } from '../modules/orders/commands.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { batch_body_bytes_max, batch_items_max } from './limits.ts';
import type { OrderDesk } from './order-desk.ts';
import { exampleOrder, newOrder } from './order-schema.ts';
import { type Placing, placeOrder } from './place-order.ts';
import { invalidFields, Problem, problemOf, refused } from './problem.ts';
import { problemSchema } from './problem-schema.ts';

const results = z.strictObject({
  results: z.array(
    z.strictObject({
      number: z.string().nullable().openapi({ description: 'Null when the item has none' }),
      status: z.int().openapi({ description: '201 placed, 200 was there already, 409 or 422' }),
      problem: problemSchema.optional(),
    }),
  ),
});

/** An import of many orders. One that is wrong stands in nobody's way, so items are judged one by one. */
export function orderBatchEndpoints(desk: OrderDesk, placing: Placing): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/batch/orders',
      tag: 'Orders',
      summary: 'Place many orders',
      description: `At most ${batch_items_max} at once. Each is placed or refused by itself; the results come in the order of the items.`,
      access: { scope: 'orders:write', sellers: false },
      idempotency: 'call',
      query: z.object({
        notify: z
          .enum(['true', 'false'])
          .nullable()
          .default(null)
          .openapi({ description: 'false: nobody is told of any of them' }),
      }),
      body: z.array(z.unknown()).openapi({ items: { $ref: '#/components/schemas/NewOrder' } as never }),
      example: [exampleOrder],
      body_bytes_max: batch_body_bytes_max,
      items_max: batch_items_max,
      answers: { 200: { description: 'What became of each', schema: results } },
      async handle({ body, query, caller, now_ms }) {
        const context = { now_ms, actor: actorOf(caller as Caller) };
        const quiet = query.notify === 'false';
        const read = await Promise.all(body.map((item) => readItem(placing, item, quiet, context)));
        const commands = read.filter((item): item is PlaceOrder => !(item instanceof Problem));
        const outcomes = (await desk.ledger.executeAll(commands)).values();
        const results = read.map((item, index) => {
          if (item instanceof Problem) return failure(numberOf(body[index]), item);
          const outcome = outcomes.next().value!;
          if (outcome.refusal) return failure(item.order, refused(outcome.refusal));
          return { number: item.order, status: outcome.changed ? 201 : 200 };
        });
        return { status: 200, body: { results } };
      },
    }),
  ];
}

async function readItem(
  placing: Placing,
  item: unknown,
  quiet: boolean,
  context: { now_ms: number; actor: string },
): Promise<PlaceOrder | Problem> {
  const parsed = newOrder.safeParse(item);
  if (!parsed.success) return invalidFields(parsed.error.issues);
  const order = quiet ? { ...parsed.data, notify: false } : parsed.data;
  try {
    return await placeOrder(placing, order, context);
  } catch (error) {
    const problem = problemOf(error);
    // The database being away is no fault of this item: the whole call is to be made again.
    if (problem === null || problem.status >= 500) throw error;
    return problem;
  }
}

function failure(number: string | null, problem: Problem) {
  return { number, status: problem.status, problem: problem.document() };
}

/** The number somebody meant, if it can be repeated to them. */
function numberOf(item: unknown): string | null {
  const number = (item as { number?: unknown } | null)?.number;
  return typeof number === 'string' && number.length <= 64 && number.isWellFormed() ? number : null;
}
