import { hash } from 'node:crypto';
import type { CanceledBy } from '../modules/cancellations/state.ts';
import type { CaseKind } from '../modules/cases/vocabulary.ts';
import type { AnyCommand } from '../modules/commands.ts';
import type { ContactDetails } from '../modules/orders/commands.ts';
import type { LineQuantity, OrderFacts, PlacedLine } from '../modules/orders/facts.ts';
import { withHandling } from '../modules/orders/ship-by.ts';
import type { DeliveryPromise } from '../modules/orders/state.ts';
import type { PaymentMethod, PromiseReason } from '../modules/orders/vocabulary.ts';
import { fingerprintOf } from '../modules/shipments/fingerprint.ts';
import type { Flag, Stage } from '../modules/shipments/stages.ts';
import { BOOKS, type Sku } from './books.ts';
import { DELIVERY_PRICES } from './delivery.ts';
import { SELLERS } from './people.ts';

type Placed = OrderFacts['OrderPlaced'];

const TERMS = new Map(SELLERS.map((seller) => [seller.id, seller]));

/** `{ '1': 2 }`: two units of line 1. */
type Units = Readonly<Record<string, number>>;

interface Bought
  extends Pick<Placed, 'currency' | 'locale' | 'time_zone' | 'payment_method' | 'payment_status'> {
  buyer: ContactDetails;
  delivery_option?: Placed['delivery_option'];
  shipping: number;
  discount?: number;
  tax?: number;
  /** False: of the time before. Nobody is told anything of it. */
  notify?: boolean;
  lines: PlacedLine[];
}

interface Scanned {
  reason?: string;
  flags?: Flag[];
  location?: string;
  description?: string;
  pickup_until?: string;
}

/** A line of a book. Minor units of the order's currency. The picture comes with the placing. */
export function book(
  sku: Sku,
  unit_price: number,
  promise: DeliveryPromise | null,
  more: Partial<PlacedLine> = {},
): PlacedLine {
  return {
    ...{ id: '1', sku, title: BOOKS[sku].title, seller: 'harbour', unit_price, quantity: 1 },
    ...{ image_url: null, availability: 'in_stock', ships_after: null },
    promise: promise && { ...promise, source: 'given' },
    ...more,
  };
}

/**
 * Writes what happened to one order as the commands that would have told it at the time. Ids are made from
 * the order's number and the place in its tale, so that the same moment tells the same tale.
 */
export class Tale {
  readonly commands: AnyCommand[] = [];
  readonly number: string;
  readonly #pictures_url: string;
  readonly #numbers = new Map<string, { carrier: string; tracking_number: string }>();

  /** @param pictures_url where the covers are, no trailing slash */
  constructor(number: string, pictures_url: string) {
    this.number = number;
    this.#pictures_url = pictures_url;
  }

  placed(at: string, bought: Bought): this {
    const { buyer, shipping, discount = 0, tax = 0, notify = true, ...given } = bought;
    const lines = bought.lines.map((line) => ({ ...line, image_url: this.#pictureOf(line) }));
    const items = lines.reduce((sum, line) => sum + line.unit_price * line.quantity, 0);
    const placed: Placed = {
      ...given,
      ...{ number: this.number, placed_at: at, delivery_option: given.delivery_option ?? 'standard' },
      ...{ country: buyer.ship_to.country, customer: null, payment_reference: null, notify, lines },
      totals: { items, shipping, tax, discount, total: items + shipping + tax - discount },
      content_hash: `demo ${this.number}`,
    };
    return this.#add('PlaceOrder', 'shop', at, { placed: withHandling(placed, TERMS), contact: buyer });
  }

  paid(at: string, amount: number, method: PaymentMethod): this {
    return this.#add('ReceivePayment', 'shop', at, {
      amount,
      method,
      reference: `pay-${this.number}`,
      received_at: at,
    });
  }

  invoiced(at: string, number: string): this {
    return this.#add('IssueInvoice', 'shop', at, { number, url: null, issued_at: at });
  }

  handedOff(at: string): this {
    return this.#add('HandOffOrder', 'shop', at, { note: null });
  }

  packed(at: string, seller: string, units: Units): this {
    return this.#add('BeginPacking', `seller:${seller}`, at, { lines: quantities(units) });
  }

  /** Promised anew. */
  revised(at: string, lines: string[], to: DeliveryPromise, reason: PromiseReason): this {
    return this.#add('RevisePromise', 'shop', at, { lines, to, reason, note: null });
  }

  dispatched(
    at: string,
    shipment: string,
    seller: string,
    units: Units,
    carrier: string,
    tracking_number: string,
  ): this {
    this.#numbers.set(shipment, { carrier, tracking_number });
    return this.#add('DispatchShipment', `seller:${seller}`, at, {
      ...{ shipment, lines: quantities(units), carrier, tracking_number },
      ...{ dispatched_at: at, promise: null, earlier_scans: [] },
    });
  }

  scanned(at: string, shipment: string, stage: Stage, scanned: Scanned = {}): this {
    const { carrier, tracking_number } = this.#numbers.get(shipment)!;
    const { reason = null, flags = [], location = null, description = null, pickup_until = null } = scanned;
    const scan = { stage, reason, flags, occurred_at: at, location, description, pickup_until };
    const fingerprint = fingerprintOf({ ...scan, carrier, tracking_number, external_id: null });
    return this.#add('RecordScans', `carrier:${carrier}`, at, {
      shipment,
      scans: [{ ...scan, fingerprint }],
    });
  }

  canceled(at: string, by: CanceledBy, units: Units, reason: string): this {
    const actor = by === 'customer' ? 'customer' : 'shop';
    const ids = { cancellation: `can_${this.number}`, refund: `ref_${this.number}` };
    return this.#add('CancelLines', actor, at, { ...ids, lines: quantities(units), reason, by });
  }

  /** The buyer chose another way of delivery, at the price the shop has published. */
  deliveredBy(at: string, option: Placed['delivery_option'], buyer: ContactDetails, currency: string): this {
    const { prices } = DELIVERY_PRICES.find((published) => published.currency === currency)!;
    return this.#add('ChangeOrder', 'customer', at, {
      ...{ change: `chg_${this.number}`, refund: `ref_chg_${this.number}`, by: 'customer' },
      ...{ before: buyer, after: buyer, seen: 0, delivery_option: option, prices },
      ...{ to_old_address: [], accepted_surcharge: null },
    });
  }

  /** The refund of the cancellation has arrived. */
  refunded(at: string): this {
    const refund = { refund: `ref_${this.number}`, reference: `bank-${this.number}` };
    return this.#add('ConcludeRefund', 'shop', at, { ...refund, status: 'settled', settled_at: at });
  }

  /** Something is asked of its seller. One for each order: its id is made from the order's number. */
  asked(at: string, kind: CaseKind, units: Units, text: string): this {
    return this.#add('OpenCase', 'customer', at, {
      ...{ case: `cas_${this.number}`, kind, from: 'buyer', seller: null, lines: quantities(units) },
      ...{ shipment: null, wish: null, text, print: printOf(text) },
    });
  }

  answered(at: string, seller: string, text: string): this {
    const said = { from: 'seller' as const, text, print: printOf(text) };
    return this.#add('AddCaseMessage', `seller:${seller}`, at, { case: `cas_${this.number}`, ...said });
  }

  #pictureOf({ sku }: PlacedLine): string | null {
    const cover = (BOOKS as Readonly<Record<string, { cover: string }>>)[sku]?.cover;
    return cover ? `${this.#pictures_url}/${cover}` : null;
  }

  #add<Type extends AnyCommand['type']>(
    type: Type,
    actor: string,
    at: string,
    body: Extract<AnyCommand, { type: Type }>['body'],
  ): this {
    const id = uuidOf(`${this.number} ${this.commands.length}`);
    this.commands.push({ type, order: this.number, body, id, at, recorded_at: at, actor } as AnyCommand);
    return this;
  }
}

/** As src/modules/cases/print.ts, without a secret: these words are in the source. */
function printOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 16);
}

function quantities(units: Units): LineQuantity[] {
  return Object.entries(units).map(([line, quantity]) => ({ line, quantity }));
}

/** A UUID of the eighth kind (RFC 9562): of our own making. */
function uuidOf(name: string): string {
  const digits = hash('sha256', name);
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
  ];
  return [...parts, digits.slice(20, 32)].join('-');
}
