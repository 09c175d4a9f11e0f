import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { instant } from '../lib/clock.ts';
import type { Secret } from '../lib/secrets.ts';
import { matchLocale } from '../lib/words.ts';
import type { PlaceOrder } from '../modules/orders/commands.ts';
import type { PlacedLine } from '../modules/orders/facts.ts';
import { computePromise } from '../modules/orders/promise.ts';
import { withHandling } from '../modules/orders/ship-by.ts';
import type { Totals } from '../modules/orders/state.ts';
import type { KnownSellers, Seller } from '../modules/sellers/index.ts';
import { keyedHash } from './call-key.ts';
import { refuseFuture } from './instants.ts';
import { money_max } from './limits.ts';
import type { NewOrder } from './order-schema.ts';
import { invalid } from './problem.ts';

export interface Placing {
  shop: Config['shop'];
  secret: Secret;
  sellers: KnownSellers;
}

/**
 * Everything placing needs that is not in the request: totals, promises of lines that have none, the keyed hash
 * by which the same order is recognised, and the shop's defaults.
 * @throws Problem 422 for what is well formed and cannot be
 */
export async function placeOrder(
  placing: Placing,
  given: NewOrder,
  { now_ms, actor }: { now_ms: number; actor: string },
): Promise<PlaceOrder> {
  refuseFuture(given.placed_at, now_ms, 'placed_at');
  refuseRepeatedLines(given);
  if (given.claim_codes.length > 0) throw invalid('claim_codes.0', 'is no claim code', 'claim_code_unknown');
  const totals = totalsOf(given);
  const order = withDefaults(placing.shop, given);
  const { number, placed_at, currency, locale, time_zone, delivery_option, customer, ship_to } = order;
  const { notify, ...content } = order;
  const sellers = await placing.sellers.find(order.lines.map((line) => line.seller));
  const placed: PlaceOrder['body']['placed'] = {
    ...{ number, placed_at, currency, locale, time_zone, delivery_option },
    country: ship_to.country,
    customer: customer.id,
    payment_method: order.payment.method,
    payment_status: order.payment.status,
    payment_reference: order.payment.reference,
    totals,
    lines: order.lines.map((line) => placedLine(line, order, sellers.get(line.seller)!)),
    content_hash: keyedHash(placing.secret, content),
    notify,
  };
  return {
    type: 'PlaceOrder',
    order: number,
    id: randomUUID(),
    at: placed_at,
    recorded_at: instant(now_ms),
    actor,
    body: {
      placed: withHandling(placed, sellers),
      contact: { email: customer.email, name: customer.name, phone: customer.phone, ship_to },
    },
  };
}

type Defaulted = NewOrder & { locale: string; time_zone: string };

function withDefaults(shop: Config['shop'], given: NewOrder): Defaulted {
  return { ...given, locale: localeOf(shop, given.locale), time_zone: given.time_zone ?? shop.timeZone };
}

/**
 * Of a language we can write, the locale we write it in: with the region it came with (`en-US`), unless the
 * region only told the script (`zh-CN` is `zh-Hans`). Any other is the shop's.
 */
function localeOf(shop: Config['shop'], asked: string | null): string {
  const matched = matchLocale(asked);
  if (matched === null) return matchLocale(shop.locale) ?? 'en';
  return asked!.startsWith(`${matched}-`) ? asked! : matched;
}

function refuseRepeatedLines({ lines }: NewOrder): void {
  const seen = new Set<string>();
  for (const [index, { id }] of lines.entries()) {
    if (seen.has(id))
      throw invalid(`lines.${index}.id`, 'names a line that is already there', 'line_id_repeated');
    seen.add(id);
  }
}

function totalsOf({ lines, shipping_price: shipping, tax, discount }: NewOrder): Totals {
  let items = 0;
  for (const [index, { unit_price, quantity }] of lines.entries()) {
    items += unit_price * quantity;
    if (items > money_max)
      throw invalid(`lines.${index}.unit_price`, 'makes the order too large', 'total_too_large');
  }
  const total = items + shipping + tax - discount;
  if (total < 0) throw invalid('discount', 'is more than the order costs', 'discount_exceeds_total');
  return { items, shipping, tax, discount, total };
}

function placedLine(line: NewOrder['lines'][number], order: Defaulted, seller: Seller): PlacedLine {
  const {
    id,
    sku,
    title,
    seller: sellerId,
    unit_price,
    image_url,
    quantity,
    availability,
    ships_after,
  } = line;
  return {
    ...{ id, sku, title, seller: sellerId, unit_price, image_url, quantity, availability, ships_after },
    promise: line.promise ? { ...line.promise, source: 'given' } : computed(line, order, seller),
  };
}

function computed(line: NewOrder['lines'][number], order: Defaulted, seller: Seller): PlacedLine['promise'] {
  const promise = computePromise({
    placed_at: order.placed_at,
    time_zone: order.time_zone,
    availability: line.availability,
    ships_after: line.ships_after,
    delivery_option: order.delivery_option,
    ship_to_country: order.ship_to.country,
    seller,
  });
  return promise && { ...promise, source: 'computed' };
}
