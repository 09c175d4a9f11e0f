import { hash, randomUUID } from 'node:crypto';
import type { CaseKind } from '../../src/modules/cases/vocabulary.ts';
import type { ChangeOrder } from '../../src/modules/changes/commands.ts';
import type { AnyCommand } from '../../src/modules/commands.ts';
import type { ContactDetails, PlaceOrder } from '../../src/modules/orders/commands.ts';
import { exampleContact, exampleLine, exampleOrder } from '../../src/modules/orders/example.ts';
import type { LineQuantity, OrderFacts, PlacedLine } from '../../src/modules/orders/facts.ts';
import type { DeliveryOption } from '../../src/modules/orders/vocabulary.ts';
import type { Scan, ShipmentCommand } from '../../src/modules/shipments/commands.ts';

export { composition, StoryUnderTest, story } from './story-under-test.ts';

/** When everything happens that does not say otherwise. */
export const NOON = '2026-03-02T12:00:00Z';
export const ORDER = '114-3941689-8772232';

type CommandOf<Type extends AnyCommand['type']> = Extract<AnyCommand, { type: Type }>;
/** `{ '1': 2 }`: two units of line 1. */
export type Units = Record<string, number>;

export function command<Type extends AnyCommand['type']>(
  type: Type,
  order: string,
  body: CommandOf<Type>['body'],
  at = NOON,
): CommandOf<Type> {
  return { type, order, body, id: randomUUID(), at, recorded_at: at, actor: 'shop' } as CommandOf<Type>;
}

export const quantities = (units: Units): LineQuantity[] =>
  Object.entries(units).map(([line, quantity]) => ({ line, quantity }));

type GivenLine = Partial<PlacedLine> & { id: string };
type GivenOrder = Omit<Partial<OrderFacts['OrderPlaced']>, 'lines' | 'totals'> & {
  lines?: GivenLine[];
  shipping?: number;
  tax?: number;
  discount?: number;
};

/** An order as the edge would make it of a request. Without lines: three units of 1000 and one of 500. */
export function place(given: GivenOrder = {}): PlaceOrder {
  const { lines = STANDARD_LINES, shipping = 399, tax = 0, discount = 0, ...rest } = given;
  const placedLines = lines.map(placedLine);
  const items = placedLines.reduce((sum, line) => sum + line.unit_price * line.quantity, 0);
  const placed = exampleOrder({
    placed_at: '2026-03-02T09:00:00Z',
    content_hash: `of ${given.number ?? ORDER}`,
    ...rest,
    totals: { items, shipping, tax, discount, total: items + shipping + tax - discount },
    lines: placedLines,
  });
  return command('PlaceOrder', placed.number, { placed, contact: CONTACT }, placed.placed_at);
}

const STANDARD_LINES: GivenLine[] = [
  { id: '1', quantity: 3, unit_price: 1000 },
  { id: '2', quantity: 1, unit_price: 500 },
];

function placedLine(given: GivenLine): PlacedLine {
  const promise = { earliest: '2026-03-05', latest: '2026-03-09', source: 'given' } as const;
  return exampleLine(given.id, `Thing ${given.id}`, 1000, { sku: `sku-${given.id}`, promise, ...given });
}

/** What the shop of these tests takes for delivery; it does not deliver on the same day. */
export const PRICES: Record<DeliveryOption, number | null> = {
  standard: 399,
  pickup_point: 199,
  expedited: 999,
  one_day: 1899,
  same_day: null,
};

/** How the sellers of these tests work. */
export const HANDLING = ['s-1', 'seller-0', 'seller-1', 'seller-2'].map((seller) => ({
  ...{ seller, country: 'US', time_zone: 'America/New_York', handling_days: 2 },
}));

export const CONTACT: ContactDetails = { ...exampleContact, email: 'buyer@example.com' };

/** Commands a shop would send about one order. */
export const shop = (order = ORDER) => ({
  pay: (amount: number, reference: string | null = randomUUID(), method: 'card' | 'transfer' = 'transfer') =>
    command('ReceivePayment', order, { amount, method, reference, received_at: NOON }),
  refund: (amount: number, units: Units = {}, refund: string = randomUUID()) =>
    command('IssueRefund', order, {
      refund,
      amount,
      lines: quantities(units),
      reason: null,
      reference: null,
    }),
  conclude: (refund: string, status: 'settled' | 'failed') =>
    command('ConcludeRefund', order, { refund, status, reference: 'bank-1', settled_at: NOON }),
  cancel: (units: Units, cancellation: string = randomUUID()) =>
    command('CancelLines', order, {
      cancellation,
      refund: `refund of ${cancellation}`,
      lines: quantities(units),
      reason: null,
      by: 'customer',
    }),
  changeOrder: (
    changes: {
      option?: DeliveryOption;
      contact?: Partial<Omit<ContactDetails, 'ship_to'>>;
      ship_to?: Partial<ContactDetails['ship_to']>;
    },
    more: Partial<ChangeOrder['body']> = {},
  ) => {
    const before = more.before ?? CONTACT;
    const ship_to = { ...before.ship_to, ...changes.ship_to };
    return command('ChangeOrder', order, {
      ...{ change: randomUUID(), refund: randomUUID(), by: 'customer', before, seen: 0 },
      after: { ...before, ...changes.contact, ship_to },
      ...{
        delivery_option: changes.option ?? null,
        prices: PRICES,
        accepted_surcharge: null,
        to_old_address: [],
      },
      ...more,
    });
  },
  /** Null: from everything that is left. */
  withdraw: (units: Units | null, withdrawal: string = randomUUID(), at = NOON) =>
    command(
      'DeclareWithdrawal',
      order,
      {
        ...{ withdrawal, cancellation: `canceled by ${withdrawal}`, refund: `refund of ${withdrawal}` },
        ...{ lines: units && quantities(units), has_right: true },
        declarant: { name: 'Ann Buyer', email: 'buyer@example.com' },
      },
      at,
    ),
  pack: (units: Units, at = NOON) => command('BeginPacking', order, { lines: quantities(units) }, at),
  handOff: (at = NOON) => command('HandOffOrder', order, { note: null }, at),
  invoice: (number = 'FV/1', url: string | null = null) =>
    command('IssueInvoice', order, { number, url, issued_at: NOON }),
  promise: (earliest: string, latest: string, lines = ['1']) =>
    command('RevisePromise', order, { lines, to: { earliest, latest }, reason: 'reprint', note: null }),
  dispatch: (
    shipment: string,
    units: Units,
    more: Partial<Extract<ShipmentCommand, { type: 'DispatchShipment' }>['body']> = {},
  ) =>
    command('DispatchShipment', order, {
      shipment,
      lines: quantities(units),
      carrier: 'ups',
      tracking_number: '1Z5R89390357567127',
      dispatched_at: NOON,
      promise: null,
      earlier_scans: [],
      ...more,
    }),
  change: (
    shipment: string,
    changes: { carrier?: string; tracking_number?: string | null; units?: Units; earlier_scans?: Scan[] },
  ) => {
    const { units, earlier_scans = [], ...rest } = changes;
    const lines = units ? { lines: quantities(units) } : {};
    return command('ChangeShipment', order, { shipment, ...rest, ...lines, earlier_scans });
  },
  ask: (
    kind: CaseKind,
    more: Partial<CommandOf<'OpenCase'>['body']> & { units?: Units; at?: string } = {},
  ) => {
    const { units = {}, at = NOON, text = 'Please help', ...rest } = more;
    const nothing = { seller: null, shipment: null, wish: null };
    const said = { text, print: hash('sha1', text) };
    const body = {
      case: 'cas_1',
      kind,
      from: 'buyer' as const,
      ...nothing,
      ...said,
      lines: quantities(units),
    };
    return command('OpenCase', order, { ...body, ...rest }, at);
  },
  say: (from: 'buyer' | 'seller', text: string, at = NOON, id = 'cas_1') =>
    command('AddCaseMessage', order, { case: id, from, text, print: hash('sha1', text) }, at),
  grant: (accept: boolean, at = NOON, id = 'cas_1') =>
    command(
      'AnswerCancellation',
      order,
      {
        ...{ case: id, accept, text: accept ? null : 'It is in the van already' },
        ...{ cancellation: `can_${id}`, refund: `ref_${id}` },
      },
      at,
    ),
  close: (by: 'buyer' | 'seller' | 'shop', text: string | null = null, at = NOON, id = 'cas_1') =>
    command('CloseCase', order, { case: id, by, text }, at),
  ring: (at: string, id = 'cas_1') => command('NoticeCase', order, { case: id }, at),
  voidShipment: (shipment: string) =>
    command('VoidShipment', order, { shipment, reason: 'registered twice' }),
  correct: (shipment: string, stage: Scan['stage'], occurred_at: string) =>
    command('CorrectShipment', order, { shipment, stage, occurred_at, reason: 'scanned by mistake' }),
  scans: (shipment: string, ...scans: Scan[]) => command('RecordScans', order, { shipment, scans }),
});

/** A scan at an instant, recognised again by stage and time unless a fingerprint is given. */
export function scan(stage: Scan['stage'], occurred_at: string, more: Partial<Scan> = {}): Scan {
  return {
    stage,
    occurred_at,
    reason: null,
    flags: [],
    location: 'Boston, MA',
    description: null,
    pickup_until: null,
    fingerprint: hash('sha256', `${stage} ${occurred_at}`, 'base64url'),
    ...more,
  };
}
