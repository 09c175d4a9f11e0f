import { join } from 'node:path';
import { readCsv } from './csv.ts';
import { dateOf, instantOf } from './local-time.ts';

export const OLIST_STATUSES = [
  'created',
  'approved',
  'processing',
  'invoiced',
  'shipped',
  'delivered',
  'canceled',
  'unavailable',
] as const;
export type OlistStatus = (typeof OLIST_STATUSES)[number];

/** One order as the files have it. Instants are RFC 3339 UTC; dates are those of the cells; money is centavos. */
export interface OlistOrder {
  id: string;
  status: OlistStatus;
  purchased_at: string;
  purchased_date: string;
  /** The payment was approved. */
  approved_at: string | null;
  handed_over_at: string | null;
  delivered_at: string | null;
  delivered_date: string | null;
  /** The last day of the promise made to the buyer. */
  promised_date: string;
  buyer: Buyer;
  /** One unit each; empty for some orders. */
  items: Item[];
  payments: Payment[];
}

export interface Buyer {
  /** The person, known across orders; of a buyer without a row: the order's own. */
  id: string;
  postal_code: string | null;
  city: string | null;
  state: string | null;
}

export interface Item {
  product: string;
  category: string | null;
  seller: string;
  price: number;
  freight: number;
}

export interface Payment {
  type: string;
  amount: number;
}

export interface OlistSeller {
  id: string;
  city: string;
  state: string;
}

export interface Dataset {
  /** By purchase, oldest first. */
  orders: OlistOrder[];
  /** All there are, whether they sold something or not. */
  sellers: OlistSeller[];
}

/** @throws Error naming the file and what is wrong with it */
export async function readDataset(directory: string): Promise<Dataset> {
  const file = (name: string) => join(directory, `${name}.csv.gz`);
  const [items, payments, buyers] = await Promise.all([
    readItems(file('order_items'), await readCategories(file)),
    readPayments(file('order_payments')),
    readBuyers(file('customers')),
  ]);
  const orders: OlistOrder[] = [];
  for await (const row of readCsv(file('orders'), ORDER_COLUMNS)) {
    const buyer = buyers.get(row.customer_id) ?? unknownBuyer(row.customer_id);
    orders.push(orderOf(row, buyer, items.get(row.order_id) ?? [], payments.get(row.order_id) ?? []));
  }
  orders.sort((a, b) => compare(a.purchased_at, b.purchased_at) || compare(a.id, b.id));
  return { orders, sellers: await readSellers(file('sellers')) };
}

/** Those among `sellers` that sold something in these orders. */
export function sellersOf(orders: readonly OlistOrder[], sellers: readonly OlistSeller[]): OlistSeller[] {
  const selling = new Set(orders.flatMap((order) => order.items.map((item) => item.seller)));
  return sellers.filter((seller) => selling.has(seller.id));
}

const ORDER_COLUMNS = [
  'order_id',
  'customer_id',
  'order_status',
  'order_purchase_timestamp',
  'order_approved_at',
  'order_delivered_carrier_date',
  'order_delivered_customer_date',
  'order_estimated_delivery_date',
] as const;

type OrderRow = Record<(typeof ORDER_COLUMNS)[number], string>;

function orderOf(row: OrderRow, buyer: Buyer, items: Item[], payments: Payment[]): OlistOrder {
  const status = OLIST_STATUSES.find((known) => known === row.order_status);
  if (!status) throw new Error(`order ${row.order_id} has the unknown status ${row.order_status}`);
  return {
    id: row.order_id,
    status,
    purchased_at: instantOf(row.order_purchase_timestamp),
    purchased_date: dateOf(row.order_purchase_timestamp),
    approved_at: optional(row.order_approved_at, instantOf),
    handed_over_at: optional(row.order_delivered_carrier_date, instantOf),
    delivered_at: optional(row.order_delivered_customer_date, instantOf),
    delivered_date: optional(row.order_delivered_customer_date, dateOf),
    promised_date: dateOf(row.order_estimated_delivery_date),
    buyer,
    items,
    payments,
  };
}

function optional<Value>(cell: string, read: (cell: string) => Value): Value | null {
  return cell === '' ? null : read(cell);
}

/** Product -> category, in English where there is a translation. */
async function readCategories(file: (name: string) => string): Promise<Map<string, string>> {
  const english = new Map<string, string>();
  const columns = ['product_category_name', 'product_category_name_english'] as const;
  for await (const row of readCsv(file('product_category_name_translation'), columns)) {
    english.set(row.product_category_name, row.product_category_name_english);
  }
  const categories = new Map<string, string>();
  for await (const row of readCsv(file('products'), ['product_id', 'product_category_name'])) {
    const name = row.product_category_name;
    if (name !== '') categories.set(row.product_id, english.get(name) ?? name);
  }
  return categories;
}

async function readItems(path: string, categories: Map<string, string>): Promise<Map<string, Item[]>> {
  const items = new Map<string, Item[]>();
  const columns = ['order_id', 'product_id', 'seller_id', 'price', 'freight_value'] as const;
  for await (const row of readCsv(path, columns)) {
    append(items, row.order_id, {
      product: row.product_id,
      category: categories.get(row.product_id) ?? null,
      seller: row.seller_id,
      price: centavos(row.price),
      freight: centavos(row.freight_value),
    });
  }
  return items;
}

async function readPayments(path: string): Promise<Map<string, Payment[]>> {
  const payments = new Map<string, Payment[]>();
  for await (const row of readCsv(path, ['order_id', 'payment_type', 'payment_value'])) {
    append(payments, row.order_id, { type: row.payment_type, amount: centavos(row.payment_value) });
  }
  return payments;
}

async function readBuyers(path: string): Promise<Map<string, Buyer>> {
  const buyers = new Map<string, Buyer>();
  const columns = [
    'customer_id',
    'customer_unique_id',
    'customer_zip_code_prefix',
    'customer_city',
    'customer_state',
  ];
  for await (const row of readCsv(path, columns)) {
    buyers.set(row.customer_id!, {
      id: row.customer_unique_id!,
      postal_code: row.customer_zip_code_prefix!,
      city: row.customer_city!,
      state: row.customer_state!,
    });
  }
  return buyers;
}

function unknownBuyer(customer: string): Buyer {
  return { id: customer, postal_code: null, city: null, state: null };
}

async function readSellers(path: string): Promise<OlistSeller[]> {
  const sellers: OlistSeller[] = [];
  for await (const row of readCsv(path, ['seller_id', 'seller_city', 'seller_state'])) {
    sellers.push({ id: row.seller_id, city: row.seller_city, state: row.seller_state });
  }
  return sellers;
}

/** `218.04` -> 21804, without a detour over binary fractions. */
export function centavos(cell: string): number {
  const parts = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(cell);
  if (!parts) throw new Error(`${cell} is no amount`);
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
