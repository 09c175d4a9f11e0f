import type { StoredOrder } from '../../modules/order-view/index.ts';
import type { ContactDetails } from '../../modules/orders/commands.ts';
import { exampleContact, exampleLines, exampleLine as line } from '../../modules/orders/example.ts';
import type { PlacedLine } from '../../modules/orders/facts.ts';
import { Tale } from './tell.ts';

/** An order and the moment at which it is looked at. */
export interface Example {
  stored: StoredOrder;
  now: string;
}

const zofia: ContactDetails = {
  email: 'zofia@example.com',
  name: 'Zofia Wiśniewska-Krzyżanowska',
  phone: null,
  ship_to: {
    name: 'Zofia Wiśniewska-Krzyżanowska',
    line1: 'ul. Świętokrzyska 12 m. 7',
    line2: null,
    city: 'Skarżysko-Kamienna',
    region: null,
    postal_code: '26-110',
    country: 'PL',
    pickup_point: null,
  },
};
const locker = {
  ...zofia,
  ship_to: { ...zofia.ship_to, line1: 'ul. Długa 4', pickup_point: 'Paczkomat SKA01M' },
};

const july_22 = { earliest: '2026-07-22', latest: '2026-07-22', source: 'given' } as const;
const july_18_22 = { earliest: '2026-07-18', latest: '2026-07-22', source: 'given' } as const;

/** The books of the example order, promised anew for this year. */
const [bookOne, bookTwo] = exampleLines.map((book) => ({ ...book, promise: july_22 })) as [
  PlacedLine,
  PlacedLine,
];
/** As long as names get in the field, with a word no line can hold. */
const longest =
  'Guarda-roupa casal com espelho 6 portas 8 gavetas Premium Confort Branco/Amêndoa – acompanha puxadores, rodízios e kit Anti-Queda-Superresistente-XXXXXXXXXXXXXXXXXXXXXXXXXX 220V';

type Terms = Partial<Parameters<Tale['placed']>[1]>;

function place(
  number: string,
  at: string,
  lines: PlacedLine[],
  contact = exampleContact,
  terms: Terms = {},
): Tale {
  const items = lines.reduce((sum, { unit_price, quantity }) => sum + unit_price * quantity, 0);
  const home = { currency: 'USD', locale: 'en', time_zone: 'America/New_York' };
  const poland = { currency: 'PLN', locale: 'pl', time_zone: 'Europe/Warsaw' };
  const { country } = contact.ship_to;
  const totals = { items, shipping: 399, tax: 0, discount: 0, total: items + 399 };
  const paid = { payment_method: 'card', payment_status: 'paid', payment_reference: null } as const;
  const order = { delivery_option: 'standard', country, customer: null, totals, lines, ...paid } as const;
  return new Tale(number).placed(at, { ...(country === 'PL' ? poland : home), ...order, ...terms }, contact);
}

/** Two books of July: one on its way, the other late. */
function books(): Tale {
  return place('114-3941689-8772232', '2026-07-14T12:49:00Z', [bookOne, bookTwo])
    .dispatched('1', '2026-07-16T14:00:00Z', { 1: 1 }, 'ups', '1Z5R89390357567127')
    .scanned('1', 'accepted', '2026-07-16T20:11:00Z', 'Lexington, KY', 'Origin scan')
    .scanned('1', 'in_transit', '2026-07-17T13:12:00Z', 'Louisville, KY', 'Departed from facility')
    .promised(
      '2026-07-18T12:00:00Z',
      ['2'],
      { earliest: '2026-08-01', latest: '2026-09-10' },
      'supplier_delay',
    );
}

function measured(): Tale {
  return place('bench-1', '2026-07-14T12:49:00Z', [
    bookOne,
    bookTwo,
    line('3', 'A Pattern Language', 4500, { promise: july_18_22, quantity: 2 }),
  ])
    .dispatched('1', '2026-07-16T14:00:00Z', { 1: 1 }, 'ups', '1Z5R89390357567127')
    .scanned('1', 'accepted', '2026-07-16T20:11:00Z', 'Lexington, KY', 'Origin scan')
    .scanned('1', 'in_transit', '2026-07-17T13:12:00Z', 'Louisville, KY', 'Departed from facility')
    .scanned('1', 'in_transit', '2026-07-18T03:12:00Z', 'Newark, NJ', 'Arrived at facility')
    .dispatched('2', '2026-07-17T14:00:00Z', { 2: 1 }, 'fedex', '986578788855')
    .scanned('2', 'accepted', '2026-07-17T20:11:00Z', 'Lexington, KY', 'Picked up')
    .scanned('2', 'in_transit', '2026-07-18T13:12:00Z', 'Memphis, TN', 'Departed FedEx hub')
    .scanned('2', 'out_for_delivery', '2026-07-19T12:12:00Z', 'Boston, MA', 'On FedEx vehicle for delivery');
}

const polish = [
  line('1', 'Lalka, wydanie z opracowaniem', 4990, { promise: july_18_22 }),
  line('2', 'Chłopi, tomy I–IV w etui', 8990, { promise: july_22, quantity: 3 }),
];

const polish_terms = [{ seller: 's-1', country: 'PL', time_zone: 'Europe/Warsaw', handling_days: 1 }];

function polishOrder(number: string, contact = zofia, terms: Terms = {}): Tale {
  return place(number, '2026-07-14T10:30:00Z', polish, contact, terms);
}

const many = Array.from({ length: 40 }, (_, index) =>
  line(
    String(index + 1),
    index % 7 === 3
      ? longest
      : `${['Screws', 'Brackets', 'Paint', 'Filler', 'Sandpaper'][index % 5]} no. ${index + 1}`,
    120 + index * 35,
    { quantity: 1 + (index % 4), promise: july_18_22 },
  ),
);

const now = '2026-07-19T15:00:00Z';

/** Every state the order page is designed for, by name. */
export const EXAMPLES: Record<string, () => Example> = {
  books: () => ({ stored: books().stored(), now }),
  books_canceled: () => ({ stored: books().canceled('2026-07-19T14:00:00Z', '2', 1).stored(), now }),
  measured: () => ({ stored: measured().stored(), now }),
  processing: () => ({ stored: polishOrder('ALT-2026-07-118').stored(), now }),
  changed: () => ({
    stored: polishOrder('ALT-2026-07-131', zofia, { handling: polish_terms })
      .changed('2026-07-15T10:00:00Z', 'pickup_point', locker.ship_to)
      .stored(),
    now,
  }),
  delivered: () => ({
    stored: measured()
      .scanned('1', 'delivered', '2026-07-18T19:04:00Z', 'Front door', 'Delivered')
      .scanned('2', 'delivered', '2026-07-19T14:30:00Z', null, 'Delivered to neighbor', {
        reason: 'delivered_to_neighbor',
      })
      .canceled('2026-07-18T10:00:00Z', '3', 2)
      .stored(),
    now,
  }),
  canceled: () => ({
    stored: books()
      .do('VoidShipment', '2026-07-18T14:00:00Z', { shipment: '1', reason: 'wrong' })
      .canceled('2026-07-19T14:00:00Z', '2', 1)
      .canceled('2026-07-19T14:01:00Z', '1', 1)
      .stored(),
    now,
  }),
  late: () => ({ stored: books().stored(), now: '2026-09-14T15:00:00Z' }),
  awaiting_payment: () => ({
    stored: polishOrder('ALT-2026-07-119', zofia, {
      payment_method: 'transfer',
      payment_status: 'pending',
    }).stored(),
    now,
  }),
  cash_on_delivery: () => ({
    stored: polishOrder('ALT-2026-07-120', zofia, {
      payment_method: 'cash_on_delivery',
      payment_status: 'pending',
    })
      .dispatched('1', '2026-07-16T14:00:00Z', { 1: 1, 2: 3 }, 'inpost', '620012345678901234567890')
      .scanned('1', 'out_for_delivery', '2026-07-19T05:12:00Z', 'Kielce', 'Przekazano do doręczenia')
      .stored(),
    now,
  }),
  attempt_failed: () => ({
    stored: measured()
      .scanned('2', 'attempt_failed', '2026-07-19T14:12:00Z', 'Boston, MA', 'Customer not available', {
        reason: 'consignee_not_home',
      })
      .stored(),
    now,
  }),
  pickup: () => ({
    stored: polishOrder('ALT-2026-07-121', locker, { delivery_option: 'pickup_point' })
      .dispatched('1', '2026-07-16T14:00:00Z', { 1: 1, 2: 3 }, 'inpost', '620012345678901234567890')
      .scanned('1', 'accepted', '2026-07-17T08:00:00Z', 'Warszawa', 'Odebrana od nadawcy')
      .scanned(
        '1',
        'available_for_pickup',
        '2026-07-18T09:14:00Z',
        'SKA01M',
        'Gotowa do odbioru w Paczkomacie',
        { pickup_until: '2026-07-20T09:14:00Z' },
      )
      .stored(),
    now,
  }),
  exception: () => ({
    stored: books()
      .scanned('1', 'exception', '2026-07-19T10:12:00Z', 'Louisville, KY', 'Package damaged in transit', {
        reason: 'carrier_damaged_parcel',
      })
      .stored(),
    now,
  }),
  voided: () => ({
    stored: books().do('VoidShipment', '2026-07-18T14:00:00Z', { shipment: '1', reason: 'wrong' }).stored(),
    now,
  }),
  partly_canceled: () => ({
    stored: polishOrder('ALT-2026-07-122')
      .dispatched('1', '2026-07-16T14:00:00Z', { 2: 1 }, null, null)
      .canceled('2026-07-17T14:00:00Z', '2', 1)
      .stored(),
    now,
  }),
  forty: () => ({
    stored: place('FORTY/2026:1', '2026-07-14T12:49:00Z', many)
      .dispatched('1', '2026-07-16T14:00:00Z', { 4: 2, 11: 1, 2: 1 }, 'dhl', '3318810025')
      .stored(),
    now,
  }),
  preorder: () => ({
    stored: place('PRE-1', '2026-07-14T12:49:00Z', [
      line('1', longest, 129900, {
        availability: 'preorder',
        ships_after: '2027-01-12',
        promise: { earliest: '2027-01-14', latest: '2027-01-16', source: 'given' },
        image_url: 'https://img.invalid/gone.jpg',
      }),
      line('2', 'Something on order', 100, { availability: 'backorder' }),
    ]).stored(),
    now,
  }),
};
