import { serverSecret } from '../../../src/lib/secrets.ts';
import { signLink } from '../../../src/modules/order-view/links.ts';
import { refreshRecommendations } from '../../../src/modules/recommendations/index.ts';
import type { RunningProduct } from '../../privacy/product.ts';

/** Who bought all of this. */
export const EMAIL = 'anna@example.com';
export const SELLER = '1';

const day_ms = 86_400_000;
const tracking_number = '1Z5R89390357567127';

/** Everything a shop says in these orders is Greek: Latin letters on a page in Russian are then words of ours. */
const BUYER = 'Άννα Παπαδοπούλου';
const TITLES = [
  'Περί φυσικής ακροάσεως',
  'Τα Άπαντα σε πανόδετη επετειακή έκδοση με κριτικό υπόμνημα, εισαγωγή και ευρετήριο ονομάτων, τόμος πρώτος',
  'Υπερμεγαλοπρεπέστατοςσυναξαριστήςτουαγίουόρους',
];

/** The orders by what has become of them. */
export const ORDERS = {
  waiting: '1001',
  late: '1002',
  waited: '1003',
  canceledLate: '1004',
  delivered: '1005',
  packed: '1006',
  canceled: '1007',
  many: '1008',
  ideas: '1009',
  unpaid: '1010',
  withdrawn: '1011',
  erased: '1012',
  failed: '1013',
  contact: '1014',
} as const;

/** Their conversations. */
export interface Cases {
  open: string;
  /** Nobody but the seller does anything with it. */
  waiting: string;
  closed: string;
}

function days({ clock }: RunningProduct, count: number): string {
  return new Date(clock.now() + count * day_ms).toISOString().slice(0, 10);
}

const hoursAgo = ({ clock }: RunningProduct, hours: number) =>
  new Date(clock.now() - hours * 3_600_000).toISOString();

/** One order of a number, in the language its buyer reads. */
async function place(
  running: RunningProduct,
  number: string,
  locale: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const promise = { earliest: days(running, 3), latest: days(running, 5) };
  const lines = TITLES.slice(0, 2).map((title, index) => lineOf(index, title, promise));
  await running.api('POST', '/v1/orders', {
    ...{ number, locale, placed_at: hoursAgo(running, 72), currency: 'EUR', time_zone: 'Europe/Warsaw' },
    customer: { id: null, email: EMAIL, name: BUYER, phone: '+48600100200' },
    ship_to: {
      ...{ name: BUYER, line1: 'Οδός Ερμού 12', line2: null, city: 'Αθήνα', region: null },
      ...{ postal_code: '00-001', country: 'PL' },
    },
    ...{ delivery_option: 'standard', shipping_price: 399, tax: 0, discount: 0 },
    payment: { method: 'card', status: 'paid', reference: `${number}` },
    lines,
    ...changes,
  });
  return `/v1/orders/${number}`;
}

function lineOf(index: number, title: string, promise: { earliest: string; latest: string }) {
  const sku = String(index + 1);
  return { ...{ id: String(index + 1), sku, title, quantity: 2, unit_price: 1999, seller: SELLER }, promise };
}

async function send(running: RunningProduct, order: string, units: Record<string, number>, stage?: string) {
  const { api } = running;
  const number = order.split('/').at(-1)!;
  await api('POST', `${order}/shipments`, {
    ...{ id: 'p-1', carrier: 'ups', tracking_number: tracking_number.replace(/\d{4}$/, number) },
    lines: Object.entries(units).map(([line, quantity]) => ({ line, quantity })),
    dispatched_at: hoursAgo(running, 48),
  });
  const seen = { carrier: 'ups', tracking_number: tracking_number.replace(/\d{4}$/, number) };
  const scans = [
    { ...seen, stage: 'in_transit', occurred_at: hoursAgo(running, 40), location: 'Θεσσαλονίκη' },
  ];
  if (stage) scans.push({ ...seen, stage, occurred_at: hoursAgo(running, 20), location: 'Αθήνα' });
  await api('POST', '/v1/tracking-events', scans);
}

/** Every order in its state. */
export async function placeOrders(running: RunningProduct, locale: string): Promise<Cases> {
  await openSeller(running, locale);
  const cases = await placeTroubled(running, locale);
  await placeCalm(running, locale);
  await placeLate(running, locale);
  await placeWithIdeas(running, locale);
  return cases;
}

async function openSeller({ api }: RunningProduct, locale: string): Promise<void> {
  await api('PUT', `/v1/sellers/${SELLER}`, {
    ...{ name: 'Λιμάνι', email: 'desk@example.com', time_zone: 'Europe/Warsaw', country: 'PL' },
    ...{ handling_days: 2, locale },
  });
  await api('PUT', '/v1/delivery-prices/EUR', { standard: 399, expedited: 999, pickup_point: 299 });
  await api('PUT', '/v1/pickup-points/1', {
    ...{
      name: 'Σταθμός Λαρίσης',
      carrier: null,
      line1: 'Δηλιγιάννη 31',
      city: 'Αθήνα',
      postal_code: '00-001',
    },
    ...{ country: 'PL', hours: '6-23' },
  });
}

async function placeCalm(running: RunningProduct, locale: string): Promise<void> {
  const { api } = running;
  for (const number of [ORDERS.waiting, ORDERS.withdrawn, ORDERS.erased, ORDERS.contact]) {
    await place(running, number, locale);
  }
  const all = await place(running, ORDERS.canceled, locale);
  const lines = ['1', '2'].map((line) => ({ line, quantity: 2 }));
  await api('POST', `${all}/cancellations`, { lines, by: 'customer' });
  const unpaid = { method: 'transfer', status: 'pending', reference: null };
  await place(running, ORDERS.unpaid, locale, { payment: unpaid });
  const promise = { earliest: days(running, 3), latest: days(running, 5) };
  const forty = Array.from({ length: 40 }, (_, index) => lineOf(index, TITLES[index % 3]!, promise));
  await place(running, ORDERS.many, locale, { lines: forty });
}

async function placeTroubled(running: RunningProduct, locale: string): Promise<Cases> {
  const { api } = running;
  const delivered = await place(running, ORDERS.delivered, locale);
  await send(running, delivered, { '1': 2, '2': 1 }, 'delivered');
  const message = 'Η γωνία είναι τσακισμένη.\n\nΚαι το εξώφυλλο σκισμένο.';
  const open = await api('POST', `${delivered}/cases`, {
    ...{ kind: 'damaged', lines: [{ line: '1', quantity: 1 }], message },
  });
  await api('POST', `/v1/cases/${open.result.id}/messages`, { from: 'seller', text: 'Λυπούμαστε πολύ.' });
  const closed = await api('POST', `${delivered}/cases`, {
    kind: 'invoice_missing',
    seller: SELLER,
    message: 'Ευχαριστώ',
  });
  await api('POST', `/v1/cases/${closed.result.id}/closure`, { by: 'buyer', message: null });
  const packed = await place(running, ORDERS.packed, locale);
  await api('POST', `${packed}/packings`, { lines: ['1', '2'], at: hoursAgo(running, 2) });
  const failed = await place(running, ORDERS.failed, locale);
  await send(running, failed, { '1': 2, '2': 2 }, 'attempt_failed');
  const waiting = await api('POST', `${failed}/cases`, {
    ...{ kind: 'question', lines: [{ line: '1', quantity: 1 }], message: 'Πού είναι;' },
  });
  return { open: open.result.id, waiting: waiting.result.id, closed: closed.result.id };
}

async function placeLate(running: RunningProduct, locale: string): Promise<void> {
  const { api } = running;
  for (const number of [ORDERS.late, ORDERS.waited, ORDERS.canceledLate]) {
    const order = await place(running, number, locale);
    await send(running, order, { '1': 2 });
    const to = { earliest: days(running, 40), latest: days(running, 80) };
    await api('POST', `${order}/promises`, { lines: ['2'], ...to, reason: 'reprint' });
  }
}

/** Three others bought both; this buyer one of them, and it has come. */
async function placeWithIdeas(running: RunningProduct, locale: string): Promise<void> {
  const { api, database, clock } = running;
  for (const sku of ['1', '7']) {
    const title = sku === '7' ? TITLES[2] : TITLES[0];
    await api('PUT', `/v1/listings/${sku}`, {
      ...{ seller: SELLER, title, price: 1500, currency: 'EUR', availability: 'in_stock' },
    });
  }
  const promise = { earliest: days(running, 3), latest: days(running, 5) };
  const pair = [lineOf(0, TITLES[0]!, promise), { ...lineOf(6, TITLES[2]!, promise), id: '2' }];
  for (const buyer of ['1', '2', '3']) {
    const customer = { id: null, email: `other-${buyer}@example.com`, name: null, phone: null };
    await place(running, `20${buyer}`, locale, { lines: pair, customer });
  }
  const own = await place(running, ORDERS.ideas, locale, { lines: [lineOf(0, TITLES[0]!, promise)] });
  await send(running, own, { '1': 2 }, 'delivered');
  await refreshRecommendations(database.pool, clock.now());
}

/** The path a mail's link to an order leads to; one that has grown old. */
export async function linkTo(
  { database, clock }: RunningProduct,
  number: string,
  days_ago = 0,
): Promise<string> {
  const secrets = await serverSecret(database.pool);
  return signLink(secrets, { number, access_epoch: 1 }, clock.now() - days_ago * day_ms);
}
