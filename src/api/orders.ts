import { z } from '@hono/zod-openapi';
import type { Database } from '../lib/database.ts';
import { actorOf } from '../modules/api-keys/index.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import type { OrderDesk } from './order-desk.ts';
import { exampleOrder, newOrder } from './order-schema.ts';
import { orderView } from './order-view-schema.ts';
import { type Placing, placeOrder } from './place-order.ts';
import { orderNotFound } from './problem.ts';
import {
  changedAnswers,
  localeQuery,
  orderPath,
  page,
  pageOf,
  pageQuery,
  positionOf,
} from './shared-schemas.ts';
import { readStory } from './story-read.ts';

const storyItem = z
  .strictObject({
    version: z.int(),
    type: z.string(),
    at: z.string().openapi({ format: 'date-time' }),
    recorded_at: z.string().openapi({ format: 'date-time' }),
    actor: z.string(),
    data: z.looseObject({}),
    note: z.string().nullable().openapi({ description: 'The words that came with it' }),
  })
  .openapi('Fact');

/** One order: placing it, reading it, and its story. Lists are in order-list.ts, imports in order-batch.ts. */
export function orderEndpoints(desk: OrderDesk, placing: Placing, database: Database): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/orders',
      tag: 'Orders',
      summary: 'Place an order',
      description:
        'The same number with the same content again answers 200 and nothing happens twice. A line without a promise gets a computed one. Sellers and SKUs nobody described are accepted with defaults.',
      access: { scope: 'orders:write', sellers: false },
      idempotency: 'story',
      query: localeQuery,
      body: newOrder,
      example: exampleOrder,
      answers: changedAnswers,
      async handle(call) {
        const actor = actorOf(call.caller!);
        return desk.carryOut(call, await placeOrder(placing, call.body, { now_ms: call.now_ms, actor }));
      },
    }),
    endpoint({
      method: 'get',
      path: '/v1/orders/{number}',
      tag: 'Orders',
      summary: 'Read an order',
      access: { scope: 'orders:read', sellers: true },
      params: orderPath,
      query: localeQuery,
      answers: { 200: { description: 'The order', schema: orderView } },
      async handle(call) {
        const stored = await desk.orders.read(call.params.number);
        if (!stored) throw orderNotFound();
        return { status: 200, body: desk.show(stored, call) };
      },
    }),
    endpoint({
      method: 'get',
      path: '/v1/orders/{number}/story',
      tag: 'Orders',
      summary: 'Read the story of an order: every fact, oldest first',
      access: { scope: 'orders:read', sellers: true },
      params: orderPath,
      query: pageQuery,
      answers: { 200: { description: 'Facts', schema: pageOf(storyItem) } },
      async handle({ params, query, caller }) {
        const part = await desk.read(params.number, { caller });
        const after = query.cursor === null ? 0 : positionOf(query.cursor, z.int().min(0).max(0x7fff_ffff));
        const facts = await readStory(database, part, caller!.seller, { after, limit: query.limit + 1 });
        return {
          status: 200,
          body: page(
            facts,
            query.limit,
            (fact) => fact.version,
            (fact) => fact,
          ),
        };
      },
    }),
  ];
}
