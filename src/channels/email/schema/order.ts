import type { Offer, Order } from 'schema-dts';
import { oneLine } from '../../../lib/one-line.ts';
import type { LineView, OrderView } from '../../../modules/order-view/index.ts';
import type { OrderStatus } from '../../../modules/orders/vocabulary.ts';
import type { Told } from '../../teller.ts';
import { decimalOf } from './price.ts';

export type Markup<Type extends object> = Exclude<Type, string>;
/** What markup is made from. */
export type About = Pick<Told, 'order' | 'shop' | 'links'>;

/** More would make the mail longer than Gmail shows (102 kB). */
const offers_max = 20;
export const name_length_max = 100;

/** The only eight that schema.org knows: a mail program greys what is over and counts what is due. */
const statuses = {
  awaiting_payment: 'OrderPaymentDue',
  processing: 'OrderProcessing',
  invoiced: 'OrderProcessing',
  awaiting_packing: 'OrderProcessing',
  partially_shipped: 'OrderInTransit',
  shipped: 'OrderInTransit',
  partially_delivered: 'OrderInTransit',
  delivered: 'OrderDelivered',
  canceled: 'OrderCancelled',
  returned: 'OrderReturned',
} as const satisfies Record<OrderStatus, string>;

/**
 * An `Order` with what Gmail requires: https://developers.google.com/workspace/gmail/markup/reference/order. A later
 * mail with the same number takes the place of an earlier one, so a cancellation says the number too.
 */
export function orderMarkup({ order, shop, links }: About): object {
  const markup = {
    '@type': 'Order',
    ...orderOf(order, shop.name),
    orderStatus: `https://schema.org/${statuses[order.status]}` as const,
    orderDate: order.placed_at,
    ...(links ? { url: links.order } : {}),
    acceptedOffer: order.lines.slice(0, offers_max).map((line) => offerOf(line, order)),
  } satisfies Markup<Order>;
  // Gmail wants the sum on the order itself, where schema.org has no place for it.
  return { ...markup, price: decimalOf(order.totals.total, order.currency), priceCurrency: order.currency };
}

/** What says which order it is. */
export function orderOf({ number }: OrderView, shop_name: string) {
  return { orderNumber: number, merchant: { '@type': 'Organization' as const, name: shop_name } };
}

function offerOf(line: LineView, { currency }: OrderView) {
  return {
    '@type': 'Offer',
    itemOffered: {
      '@type': 'Product',
      name: oneLine(line.title, name_length_max),
      sku: oneLine(line.sku, name_length_max),
      ...(line.image_url && /^https?:/i.test(line.image_url) ? { image: line.image_url } : {}),
    },
    price: decimalOf(line.unit_price, currency),
    priceCurrency: currency,
    eligibleQuantity: { '@type': 'QuantitativeValue', value: line.quantity.ordered },
  } satisfies Markup<Offer>;
}
