import { z } from '@hono/zod-openapi';
import {
  CASE_KINDS,
  CASE_OUTCOMES,
  CASE_PARTIES,
  CASE_STATUSES,
  DELIVERY_WISHES,
} from '../modules/cases/vocabulary.ts';
import { CHANGE_KINDS } from '../modules/changes/state.ts';
import { ANSWERS, DELAY_RULES } from '../modules/delays/index.ts';
import type { OrderView } from '../modules/order-view/index.ts';
import { DELIVERY_OPTIONS, ORDER_STATUSES, PAYMENT_METHODS } from '../modules/orders/vocabulary.ts';
import { FLAGS, STAGES } from '../modules/shipments/stages.ts';
import { WHY_NOT_RETURN } from '../modules/withdrawals/index.ts';

/** What the API answers about an order, for the document and for the test that every answer keeps to it. */

const at = z.string().openapi({ format: 'date-time', example: '2026-11-21T10:00:00Z' });
const day = z.string().openapi({ format: 'date', example: '2026-12-01' });
const lineQuantities = z.array(z.strictObject({ line: z.string(), quantity: z.int() }));
const dates = z.strictObject({ earliest: day, latest: day });

const lineView = z
  .strictObject({
    id: z.string(),
    sku: z.string(),
    title: z.string(),
    seller: z.string(),
    unit_price: z.int(),
    image_url: z.string().nullable(),
    availability: z.string(),
    ships_after: day.nullable(),
    status: z.enum(['open', 'canceled', 'shipped', 'delivered', 'returned', 'mixed']),
    quantity: z.strictObject({
      ordered: z.int(),
      open: z.int(),
      canceled: z.int(),
      shipped: z.int(),
      delivered: z.int(),
      returned: z.int(),
    }),
    promise: z
      .strictObject({ earliest: day, latest: day, first_latest: day, revisions: z.int() })
      .nullable()
      .openapi({ description: 'Dates in the time zone of the order. Null: nobody knows yet.' }),
    ship_by: day.nullable().openapi({
      description:
        'By when its seller is to give it to the carrier, a date of the seller. Null: nobody knows, or it is not paid.',
    }),
    promise_before: z
      .strictObject({ earliest: day.optional(), latest: day.optional(), reason: z.string(), at })
      .nullable(),
    delayed: z.boolean(),
    decision: z
      .strictObject({
        needed: z.literal(true),
        until: day,
        without_answer: z.enum(ANSWERS),
        rule: z.enum(DELAY_RULES),
      })
      .nullable()
      .openapi({
        description:
          'Its delay waits for the buyer to decide until the end of a day where the order goes; null: nobody needs to.',
      }),
    can_cancel: z.strictObject({ quantity: z.int(), why_not: z.string().nullable() }),
    can_return: z.strictObject({
      quantity: z.int().openapi({
        description:
          'Units that have arrived and may be sent back, by the right of withdrawal: declare it by `POST .../withdrawals`, which cancels first what has not left.',
      }),
      until: day.nullable().openapi({
        description:
          'Last day to declare it, or, with `period_over`, the day it ended. Null: the period has not begun, or nothing can be sent back.',
      }),
      why_not: z.enum(WHY_NOT_RETURN).nullable(),
    }),
  })
  .openapi('OrderLine');

const scanView = z.strictObject({
  stage: z.enum(STAGES),
  reason: z.string().nullable(),
  occurred_at: at,
  location: z.string().nullable(),
  description: z.string().nullable(),
});

const texts = (names: readonly string[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.string().nullable()])));

const shipTo = texts(['name', 'line1', 'line2', 'city', 'region', 'postal_code', 'pickup_point']).extend({
  country: z.string(),
});

const shipmentView = z
  .strictObject({
    id: z.string(),
    seller: z.string(),
    lines: lineQuantities,
    carrier: z.string().nullable(),
    carrier_name: z.string().nullable(),
    tracking_number: z.string().nullable(),
    tracking_url: z.string().nullable(),
    stage: z.enum(STAGES),
    flags: z.array(z.enum(FLAGS)),
    dispatched_at: at,
    delivered_at: at.nullable(),
    pickup_until: at.nullable(),
    promise: dates.nullable(),
    forecast: day.nullable().openapi({ description: 'The day its carrier believes in; no promise.' }),
    ship_to: shipTo.nullable(),
    milestones: z.partialRecord(z.enum(STAGES), at),
    events: z.array(scanView),
  })
  .openapi('Shipment');

const adjustmentView = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['cancellation', 'refund', 'return', 'claim_code', 'change']),
    at,
    amount: z.int(),
    lines: lineQuantities,
    status: z.enum(['to_execute', 'settled', 'failed']).nullable(),
    reference: z.string().nullable(),
  })
  .openapi('Adjustment');

/** A case without what was said in it. */
export const caseView = z
  .strictObject({
    id: z.string(),
    kind: z.enum(CASE_KINDS),
    seller: z.string(),
    from: z.enum(CASE_PARTIES).openapi({ description: 'Who began it' }),
    lines: lineQuantities,
    shipment: z.string().nullable(),
    wish: z
      .strictObject({ to: z.enum(DELIVERY_WISHES), day: day.nullable() })
      .nullable()
      .openapi({ description: 'What is to happen to a parcel that was missed' }),
    status: z.enum(CASE_STATUSES).openapi({ description: '`open`: it waits for the seller' }),
    opened_at: at,
    answer_due: at.nullable().openapi({ description: 'By when the seller is to answer' }),
    overdue: z.boolean(),
    message_count: z.int(),
    closed_at: at.nullable(),
    outcome: z.enum(CASE_OUTCOMES).nullable(),
  })
  .openapi('Case');

const withdrawalView = z
  .strictObject({
    id: z.string(),
    declared_at: at,
    within_period: z.boolean(),
    until: day
      .nullable()
      .openapi({ description: 'Last day of the period. Null: it had not begun, or there is none.' }),
    lines: lineQuantities,
    canceled: lineQuantities.openapi({ description: 'What had not left: canceled and refunded at once.' }),
    awaited: lineQuantities.openapi({ description: 'What is to come back.' }),
    refunded: z.int().openapi({ description: 'For what was canceled.' }),
    send_back_by: day
      .nullable()
      .openapi({ description: 'Null: nothing is awaited, or it has not arrived yet.' }),
    refund_by: day.nullable().openapi({
      description: 'While goods are awaited the refund may wait for them, or for proof that they were sent.',
    }),
  })
  .openapi('Withdrawal');

const changeView = z
  .strictObject({
    id: z.string(),
    at,
    by: z.enum(['customer', 'shop']),
    kinds: z.array(z.enum(CHANGE_KINDS)),
    delivery_option: z
      .strictObject({ from: z.enum(DELIVERY_OPTIONS), to: z.enum(DELIVERY_OPTIONS) })
      .nullable(),
    amount: z.int(),
  })
  .openapi('OrderChange');

export const orderView = z
  .strictObject({
    number: z.string(),
    status: z.enum(ORDER_STATUSES),
    status_label: z.string(),
    status_explanation: z.string(),
    delayed: z.boolean(),
    placed_at: at,
    currency: z.string(),
    locale: z.string(),
    time_zone: z.string(),
    customer: texts(['id', 'name', 'phone']).extend({ email: z.string() }),
    ship_to: shipTo,
    delivery_option: z.enum(DELIVERY_OPTIONS),
    payment: z.strictObject({
      status: z.enum(['pending', 'authorized', 'paid', 'partially_refunded', 'refunded']),
      method: z.enum(PAYMENT_METHODS),
      paid: z.int(),
      refunded: z.int(),
    }),
    totals: z.strictObject({
      items: z.int(),
      shipping: z.int(),
      tax: z.int(),
      discount: z.int(),
      total: z.int(),
    }),
    lines: z.array(lineView),
    shipments: z.array(shipmentView),
    handoffs: z.array(z.strictObject({ at })),
    invoices: z.array(z.strictObject({ number: z.string(), url: z.string().nullable(), issued_at: at })),
    adjustments: z.array(adjustmentView),
    changes: z.array(changeView),
    can_change: z.strictObject({ why_not: z.string().nullable() }),
    returns: z.array(z.unknown()).max(0),
    withdrawals: z.array(withdrawalView),
    cases: z.array(caseView),
    version: z.int(),
  })
  .openapi('Order');

/** The compiler's word that the document names every field the view has. */
type Keys<A, B> = [Exclude<keyof A, keyof B>, Exclude<keyof B, keyof A>];
export const view_is_complete: Keys<OrderView, z.output<typeof orderView>> extends [never, never]
  ? true
  : never = true;

export const changedOrder = orderView
  .extend({
    result: z.looseObject({ kind: z.string(), id: z.string(), amount: z.int().optional() }),
  })
  .openapi('ChangedOrder');
