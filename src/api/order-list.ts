import { z } from '@hono/zod-openapi';
import type { Database } from '../lib/database.ts';
import { ORDER_STATUSES } from '../modules/orders/vocabulary.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { id, instant, instantOrNull, orNull, text } from './fields.ts';
import { search_length_max } from './limits.ts';
import type { OrderDesk } from './order-desk.ts';
import { findOrders } from './order-search.ts';
import { orderView } from './order-view-schema.ts';
import { localeQuery, page, pageOf, pageQuery, positionOf } from './shared-schemas.ts';

const position = z.strictObject({ placed_at: instant, number: z.string().max(64) });

const listQuery = z.object({
  status: orNull(z.enum(ORDER_STATUSES)),
  seller: orNull(id),
  customer: orNull(id),
  q: orNull(text(search_length_max)).openapi({
    description: 'Beginning of an order number, an e-mail address, a tracking number, or words of a name',
  }),
  placed_after: instantOrNull,
  placed_before: instantOrNull,
  ...pageQuery.shape,
  ...localeQuery.shape,
});

export function orderListEndpoints(desk: OrderDesk, database: Database): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/v1/orders',
      tag: 'Orders',
      summary: 'List orders, newest first',
      access: { scope: 'orders:read', sellers: true },
      query: listQuery,
      answers: { 200: { description: 'Orders', schema: pageOf(orderView) } },
      async handle(call) {
        const { cursor, limit, locale: _locale, ...filter } = call.query;
        const own = call.caller!.seller;
        // A seller's key that asks for another seller's orders sees those both have a line in: none of its business.
        if (own !== null && filter.seller !== null && filter.seller !== own) {
          return { status: 200, body: { items: [], next_cursor: null } };
        }
        const found = await findOrders(database, {
          ...filter,
          seller: own ?? filter.seller,
          after: cursor === null ? null : positionOf(cursor, position),
          limit: limit + 1,
          by_email: own === null,
        });
        const orders = await desk.orders.readMany(found.slice(0, limit).map(({ number }) => number));
        const listed = page(
          found,
          limit,
          (last) => last,
          ({ number }) => orders.get(number),
        );
        const items = listed.items.flatMap((stored) => (stored ? [desk.show(stored, call)] : []));
        return { status: 200, body: { ...listed, items } };
      },
    }),
  ];
}
