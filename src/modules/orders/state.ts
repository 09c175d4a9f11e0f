import type { SellersHandling } from './handling.ts';
import type { Availability, DeliveryOption, PaymentMethod, PromiseReason } from './vocabulary.ts';

/** A line's promise: calendar dates (`2026-12-01`) in the order's zone. */
export interface DeliveryPromise {
  earliest: string;
  latest: string;
}

/** Cumulative counters of one line, in units. ordered = open + canceled + shipped; `open` is derived. */
export interface LineQuantities {
  ordered: number;
  canceled: number;
  shipped: number;
  delivered: number;
  returned: number;
  /** The seller has begun packing them: they can no longer be canceled at once. Never above open. */
  packed: number;
}

export interface Line {
  id: string;
  sku: string;
  title: string;
  seller: string;
  /** Minor units of the order's currency, before discount and tax. */
  unit_price: number;
  image_url: string | null;
  availability: Availability;
  /** Calendar date of a preorder or backorder. */
  ships_after: string | null;
  quantity: LineQuantities;
  promise: DeliveryPromise | null;
  /** Latest date of the first promise, given or computed; it never changes. Null until there is a promise. */
  first_latest: string | null;
  /** How often the promise moved. */
  revisions: number;
  /** By when it is to be given to the carrier, a date of the seller; absent: nobody knows, or it is not paid. */
  ship_by?: string;
  /** The promise before the last revision, and why it moved. */
  revised: { from: DeliveryPromise | null; reason: PromiseReason | 'order_changed'; at: string } | null;
}

export interface Totals {
  items: number;
  shipping: number;
  tax: number;
  discount: number;
  total: number;
}

export interface Invoice {
  number: string;
  url: string | null;
  issued_at: string;
}

/** The orders module's slice. Null until the order is placed. */
export interface OrderState {
  number: string;
  placed_at: string;
  currency: string;
  locale: string;
  time_zone: string;
  delivery_option: DeliveryOption;
  /** ISO 3166 alpha-2 country it goes to. */
  country: string;
  /** The shop's id of the customer; null for a guest. */
  customer: string | null;
  payment_method: PaymentMethod;
  totals: Totals;
  /** What changes after placing made it cost more, in minor units; negative: less. Absent: nothing. */
  surcharge?: number;
  lines: Line[];
  /** Keyed hash of what was placed: the same order again is recognised by it. */
  content_hash: string;
  /** False: imported without telling anyone. */
  notify: boolean;
  handoffs: { at: string }[];
  packings: { at: string; lines: { line: string; quantity: number }[] }[];
  invoices: Invoice[];
  /** The order was divided into several shipments: told once. */
  split: boolean;
  /** Who bought it was erased: nobody is told of it any more. */
  erased?: true;
  /** Terms of its sellers when it was placed. */
  handling?: SellersHandling[];
  /** Of which day a seller was reminded last. */
  ship_by_neared?: { seller: string; ship_by: string }[];
}

export function emptyOrder(): OrderState | null {
  return null;
}

/** Units of a line that are neither canceled nor dispatched. */
export function openQuantity(line: Line): number {
  return line.quantity.ordered - line.quantity.canceled - line.quantity.shipped;
}

/** What the order costs before anything is canceled: its total as placed, which never changes, and what changes added. */
export function fullPrice({ totals, surcharge = 0 }: OrderState): number {
  return totals.total + surcharge;
}

export function findLine(order: OrderState, id: string): Line | undefined {
  return order.lines.find((line) => line.id === id);
}

export function handlingOf(order: OrderState, seller: string): SellersHandling | undefined {
  return order.handling?.find((terms) => terms.seller === seller);
}
