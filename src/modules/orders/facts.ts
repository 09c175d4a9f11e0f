import type { SellersHandling } from './handling.ts';
import type { DeliveryPromise, Invoice, Line, OrderState, Totals } from './state.ts';
import type { PaymentStatusAtPlacing, PromiseReason } from './vocabulary.ts';

/**
 * Units that change their place on a line. Any fact that moves units carries `moves`, whatever module it is
 * of, and the orders module applies them to the counters: so counters have one owner, and orders need not
 * know shipments, cancellations or returns. Negative numbers take a move back (a voided shipment).
 */
export interface Move {
  line: string;
  canceled?: number;
  shipped?: number;
  delivered?: number;
  returned?: number;
}

export interface LineQuantity {
  line: string;
  quantity: number;
}

export interface PlacedLine
  extends Pick<Line, 'id' | 'sku' | 'title' | 'seller' | 'unit_price' | 'image_url'> {
  quantity: number;
  availability: Line['availability'];
  ships_after: string | null;
  /** By when it is to be given to the carrier, a date of the seller. Absent: nobody knows, or it is not paid. */
  ship_by?: string;
  promise: (DeliveryPromise & { source: 'given' | 'computed' }) | null;
}

export interface OrderFacts {
  OrderPlaced: Pick<
    OrderState,
    | 'placed_at'
    | 'currency'
    | 'locale'
    | 'time_zone'
    | 'delivery_option'
    | 'country'
    | 'customer'
    | 'payment_method'
    | 'content_hash'
    | 'notify'
  > & {
    number: string;
    payment_status: PaymentStatusAtPlacing;
    payment_reference: string | null;
    totals: Totals;
    lines: PlacedLine[];
    /** Terms of its sellers. Orders placed before there was such a thing have none. */
    handling?: SellersHandling[];
  };
  /** An order that waited for its payment can be sent from now on: `ship_by` of what has a date. */
  HandlingBegun: { lines: { line: string; ship_by: string }[] };
  /** Handed to the warehouse. */
  OrderHandedOff: { at: string };
  /** The seller has begun packing these units. */
  PackingBegun: { lines: LineQuantity[] };
  InvoiceIssued: Invoice;
  PromiseRevised: {
    /** `ship_by`: that day moves too. */
    lines: { line: string; from: DeliveryPromise | null; to: DeliveryPromise; ship_by?: string }[];
    reason: PromiseReason;
    /** What is on its way in this shipment, by the forecast of its carrier: its own promise moves too. */
    shipment?: string;
    /** The latest date of some line moved later. */
    delay: boolean;
  };
  /** The day by which the seller is to send something is near, and it is still open. */
  ShipByNeared: { seller: string; ship_by: string };
}
