import { z } from '@hono/zod-openapi';
import type { Database } from '../lib/database.ts';
import { listDeliveryPrices, putDeliveryPrices } from '../modules/delivery/index.ts';
import { DELIVERY_OPTIONS } from '../modules/orders/vocabulary.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { currency, money, orNull } from './fields.ts';

const offered = Object.fromEntries(DELIVERY_OPTIONS.map((option) => [option, orNull(money)]));
const pricesBody = z.object(offered).openapi('DeliveryPrices', {
  description: 'Minor units, tax included; null or absent: the shop does not offer it',
});
const published = z
  .strictObject({ currency: z.string(), prices: z.record(z.string(), z.int().nullable()) })
  .openapi('PublishedDeliveryPrices');

/** What each way of delivery costs: by it an order is changed from one to another. */
export function deliveryPriceEndpoints(database: Database): Endpoint[] {
  return [
    endpoint({
      method: 'put',
      path: '/v1/delivery-prices/{currency}',
      tag: 'Changes',
      summary: 'Publish what each way of delivery costs',
      description: 'Buyers are offered the options that have a price in the currency of their order.',
      access: { scope: 'admin', sellers: false },
      params: z.object({ currency }),
      body: pricesBody,
      example: { standard: 399, pickup_point: 299, expedited: 999, one_day: 1899, same_day: null },
      answers: {
        200: { description: 'Published anew', schema: published },
        201: { description: 'The first of this currency', schema: published },
      },
      async handle({ params, body: prices, now_ms }) {
        const content = { currency: params.currency, prices: prices as Record<string, number | null> };
        const created = await putDeliveryPrices(database, content, now_ms);
        return { status: created ? 201 : 200, body: content };
      },
    }),
    endpoint({
      method: 'get',
      path: '/v1/delivery-prices',
      tag: 'Changes',
      summary: 'Read what each way of delivery costs, in every currency',
      access: { scope: 'any', sellers: true },
      answers: { 200: { description: 'By currency', schema: z.strictObject({ items: z.array(published) }) } },
      async handle() {
        return { status: 200, body: { items: await listDeliveryPrices(database) } };
      },
    }),
  ];
}
