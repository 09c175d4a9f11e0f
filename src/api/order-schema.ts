import { z } from '@hono/zod-openapi';
import {
  AVAILABILITIES,
  DELIVERY_OPTIONS,
  PAYMENT_METHODS,
  PAYMENT_STATUSES_AT_PLACING,
} from '../modules/orders/vocabulary.ts';
import {
  country,
  currency,
  date,
  email,
  id,
  instant,
  languageTag,
  money,
  name,
  orderNumber,
  orNull,
  promise,
  quantity,
  text,
  timeZone,
  url,
} from './fields.ts';
import { claim_codes_max, order_lines_max, title_length_max } from './limits.ts';

/** The shop's own goods, when an order does not say who sells a line. */
const shop_seller = 'shop';

const line = z
  .object({
    id,
    sku: text(200),
    title: text(title_length_max),
    quantity,
    unit_price: money,
    seller: id.nullish().transform((seller) => seller ?? shop_seller),
    availability: z
      .enum(AVAILABILITIES)
      .nullish()
      .transform((availability) => availability ?? 'in_stock'),
    ships_after: orNull(date),
    promise: orNull(promise),
    image_url: orNull(url),
  })
  .openapi('NewOrderLine');

const shipTo = z
  .object({
    name: orNull(name),
    line1: orNull(name),
    line2: orNull(name),
    city: orNull(name),
    region: orNull(name),
    postal_code: orNull(text(32)),
    country,
    pickup_point: orNull(name),
  })
  .openapi('ShipTo');

const payment = z.object({
  method: z.enum(PAYMENT_METHODS),
  status: z.enum(PAYMENT_STATUSES_AT_PLACING),
  reference: orNull(name),
});

const noPayment = { method: 'other', status: 'pending', reference: null } as const;
const charge = money.nullish().transform((amount) => amount ?? 0);

/** `POST /v1/orders`. The keys of what it parses to always come in this order: see `keyedHash`. */
export const newOrder = z
  .object({
    number: orderNumber,
    placed_at: instant,
    currency,
    locale: orNull(languageTag),
    time_zone: orNull(timeZone),
    customer: z.object({ id: orNull(id), email, name: orNull(name), phone: orNull(text(40)) }),
    ship_to: shipTo,
    delivery_option: z
      .enum(DELIVERY_OPTIONS)
      .nullish()
      .transform((option) => option ?? 'standard'),
    payment: payment.nullish().transform((given) => given ?? noPayment),
    lines: z.array(line).min(1).max(order_lines_max),
    shipping_price: charge,
    tax: charge,
    discount: charge,
    claim_codes: z
      .array(text(64))
      .max(claim_codes_max)
      .nullish()
      .transform((codes) => codes ?? []),
    /** False: imported without telling anyone. */
    notify: z
      .boolean()
      .nullish()
      .transform((notify) => notify ?? true),
  })
  .openapi('NewOrder');

export type NewOrder = z.output<typeof newOrder>;

export const exampleOrder = {
  number: '114-3941689-8772232',
  placed_at: '2008-07-14T12:49:00Z',
  currency: 'USD',
  locale: 'en-US',
  time_zone: 'America/New_York',
  customer: { id: 'c-1', email: 'buyer@example.com', name: 'Ann Buyer', phone: '+12025550143' },
  ship_to: {
    name: 'Ann Buyer',
    line1: '1 Main St',
    line2: null,
    city: 'Boston',
    region: 'MA',
    postal_code: '02101',
    country: 'US',
    pickup_point: null,
  },
  delivery_option: 'standard',
  payment: { method: 'card', status: 'paid', reference: 'pi_123' },
  lines: [
    {
      id: '1',
      sku: 'book-1',
      title: 'A book',
      quantity: 1,
      unit_price: 1999,
      seller: 's-1',
      availability: 'in_stock',
      ships_after: null,
      promise: { earliest: '2008-07-18', latest: '2008-07-22' },
      image_url: null,
    },
  ],
  shipping_price: 399,
  tax: 0,
  discount: 0,
  claim_codes: [],
};
