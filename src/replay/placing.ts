import type { Item, OlistOrder, OlistSeller, Payment } from './dataset.ts';
import { olist_time_zone } from './local-time.ts';
import { titleOf } from './title.ts';

/** Nobody receives mail there: the top-level domain is reserved for that (RFC 2606). */
const invented_domain = 'olist.invalid';

export interface PlacedLine {
  id: string;
  sku: string;
  title: string;
  quantity: number;
  unit_price: number;
  seller: string;
}

/** What stands for the goods of an order whose items are not in the files. */
export const unknown_item = { sku: 'unknown-item', title: 'Unknown item', seller: 'olist-unknown' } as const;

/**
 * An Olist order as the body of `POST /v1/orders`. Nothing is made up but the e-mail address: who the buyer is,
 * where they live beyond city and postal code, and what the goods are called was taken out of the files.
 */
export function placingOf(order: OlistOrder) {
  const { id, buyer, purchased_at, purchased_date, promised_date } = order;
  // Olist promises a last day only. The first day the goods could come was the day of the purchase.
  const promise = { earliest: purchased_date, latest: promised_date };
  return {
    number: id,
    placed_at: purchased_at,
    currency: 'BRL',
    locale: 'pt-BR',
    time_zone: olist_time_zone,
    customer: { id: buyer.id, email: `${buyer.id}@${invented_domain}` },
    ship_to: { city: buyer.city, region: buyer.state, postal_code: buyer.postal_code, country: 'BR' },
    delivery_option: 'standard',
    payment: { method: methodOf(order.payments), status: 'pending' },
    lines: linesOf(order).map((line) => ({ ...line, availability: 'in_stock', promise })),
    shipping_price: sum(order.items.map((item) => item.freight)),
    tax: 0,
    discount: 0,
  };
}

/** Equal units of one seller are one line. Without items: one line, worth what was paid. */
export function linesOf({ items, payments }: OlistOrder): PlacedLine[] {
  if (items.length === 0) return [{ id: '1', ...unknown_item, quantity: 1, unit_price: paidBy(payments) }];
  const lines = new Map<string, PlacedLine>();
  for (const item of items) {
    const key = `${item.product} ${item.seller} ${item.price}`;
    const line = lines.get(key);
    if (line) line.quantity += 1;
    else lines.set(key, newLine(String(lines.size + 1), item));
  }
  return [...lines.values()];
}

function newLine(id: string, { product, category, seller, price }: Item): PlacedLine {
  return { id, sku: product, title: titleOf(product, category), quantity: 1, unit_price: price, seller };
}

/** The lines of each seller, in the order of the lines. */
export function linesBySeller(order: OlistOrder): PlacedLine[][] {
  return [...Map.groupBy(linesOf(order), (line) => line.seller).values()];
}

/** Centavos, over all cards and vouchers of the order. */
export function paidBy(payments: readonly Payment[]): number {
  return sum(payments.map((payment) => payment.amount));
}

/** Of everything, freight included. */
export function totalOf(order: OlistOrder): number {
  const items = linesOf(order).map((line) => line.unit_price * line.quantity);
  return sum(items) + sum(order.items.map((item) => item.freight));
}

const METHODS: Readonly<Record<string, string>> = {
  credit_card: 'card',
  debit_card: 'card',
  // A slip paid at a bank: the money comes by itself, days later.
  boleto: 'transfer',
};

/** How the larger part was paid. Vouchers are `other`. */
export function methodOf(payments: readonly Payment[]): string {
  const [largest] = payments.toSorted((a, b) => b.amount - a.amount);
  return METHODS[largest?.type ?? ''] ?? 'other';
}

/** A seller as the body of `PUT /v1/sellers/{id}`. Olist tells where they are, not who. */
export function sellerBody({ id, city, state }: OlistSeller) {
  return {
    name: `Seller ${id.slice(0, 8)} (${city}, ${state})`,
    email: `${id}@sellers.${invented_domain}`,
    time_zone: olist_time_zone,
    country: 'BR',
    // The files have no such figure. Promises are given with every order, so nothing is computed from it.
    handling_days: 2,
    locale: 'pt-BR',
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
