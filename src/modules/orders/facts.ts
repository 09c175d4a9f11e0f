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
  };
  /** Handed to the warehouse. */
  OrderHandedOff: { at: string };
  /** The seller has begun packing these units. */
  PackingBegun: { lines: LineQuantity[] };
  InvoiceIssued: Invoice;
  PromiseRevised: {
    lines: { line: string; from: DeliveryPromise | null; to: DeliveryPromise }[];
    reason: PromiseReason;
    /** The latest date of some line moved later. */
    delay: boolean;
  };
}
