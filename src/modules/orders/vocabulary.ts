/** Closed lists of the contract (api.md, Orders). */
export const DELIVERY_OPTIONS = ['standard', 'expedited', 'one_day', 'same_day', 'pickup_point'] as const;
export type DeliveryOption = (typeof DELIVERY_OPTIONS)[number];

export const AVAILABILITIES = ['in_stock', 'preorder', 'backorder', 'out_of_stock'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

export const PAYMENT_METHODS = ['card', 'transfer', 'cash_on_delivery', 'other'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const PAYMENT_STATUSES_AT_PLACING = ['pending', 'authorized', 'paid'] as const;
export type PaymentStatusAtPlacing = (typeof PAYMENT_STATUSES_AT_PLACING)[number];

export const PROMISE_REASONS = [
  'out_of_stock',
  'supplier_delay',
  'reprint',
  'carrier_delay',
  'weather',
  'preorder_moved',
  'other',
] as const;
export type PromiseReason = (typeof PROMISE_REASONS)[number];

/** Derived status of an order, in the order in which the rules are tried: the first match wins. */
export const ORDER_STATUSES = [
  'canceled',
  'returned',
  'delivered',
  'partially_shipped',
  'partially_delivered',
  'shipped',
  'awaiting_payment',
  'invoiced',
  'awaiting_packing',
  'processing',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];
