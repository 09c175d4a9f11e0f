import { z } from '@hono/zod-openapi';
import type { ContactDetails } from '../modules/orders/commands.ts';
import { exampleContact, exampleOrder as placedExample } from '../modules/orders/example.ts';
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

/** The order of every example, as a shop would send it. */
export const exampleOrder = requestOf(placedExample(), exampleContact);

function requestOf(placed: ReturnType<typeof placedExample>, contact: ContactDetails) {
  const { number, placed_at, currency, locale, time_zone, delivery_option, customer: id, totals } = placed;
  const { ship_to, ...customer } = contact;
  const { payment_method: method, payment_status: status, payment_reference: reference } = placed;
  return {
    ...{ number, placed_at, currency, locale, time_zone },
    customer: { id, ...customer },
    ...{ ship_to, delivery_option },
    payment: { method, status, reference },
    lines: placed.lines.map(({ promise, ...line }) => ({
      ...line,
      promise: promise && { earliest: promise.earliest, latest: promise.latest },
    })),
    ...{ shipping_price: totals.shipping, tax: totals.tax, discount: totals.discount },
    claim_codes: [],
  };
}
