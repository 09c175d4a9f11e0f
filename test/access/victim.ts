import { randomUUID } from 'node:crypto';
import { openDevInbox } from '../../src/channels/dev-inbox.ts';
import { invite, keepStaff } from '../../src/modules/accounts/index.ts';
import { keepReply } from '../../src/modules/correspondence/index.ts';
import { keepUnmatched } from '../../src/modules/withdrawals/index.ts';
import type { RunningProduct } from '../privacy/product.ts';
import { aLine, anOrder } from '../support/api.ts';

/** Stands in everything this person is called, writes or is told; and in the address of their seller. */
export const WORD = 'qxzvictim';
export const NUMBER = 'QXZ-4711';
export const EMAIL = `ann.${WORD}@example.com`;
export const CUSTOMER = `c-${WORD}`;
export const SELLER = 's-home';

/** Ids of what the victim has: what a stranger would have to guess, and here has. */
export interface Victim {
  case: string;
  refund: string;
  cancellation: string;
  withdrawal: string;
  notification: string;
  shipment: string;
  tracking_number: string;
  unmatched: string;
  /** Of the development inbox. */
  inbox: string;
  reply: string;
  endpoint: string;
  key: string;
  /** Who works for the seller, and who is asked to; and the same of the shop. */
  staff: Record<'desk' | 'operator', { person: string; invitation: string }>;
}

/** Somebody with an order in which something of everything is under way. */
export async function liveAsVictim(running: RunningProduct): Promise<Victim> {
  const { api } = running;
  const path = `/v1/orders/${NUMBER}`;
  const tracking_number = '1Z5R89390357567127';
  await api('PUT', `/v1/sellers/${SELLER}`, {
    ...{ name: 'Home', email: `desk.${WORD}@example.com`, time_zone: 'Europe/Warsaw', country: 'PL' },
    ...{ handling_days: 2, locale: 'en' },
  });
  const { id: endpoint } = await api('POST', '/v1/webhook-endpoints', {
    url: `https://hooks.invalid/${WORD}`,
    types: ['*'],
  });
  const { id: key } = await api('POST', '/v1/api-keys', { label: WORD, scopes: ['orders:read'] });
  await api('PUT', `/v1/customers/${CUSTOMER}/preferences`, {
    locale: 'pl',
    channels: { email: true, sms: false, push: false },
  });
  await api('POST', '/v1/orders', ordered());
  await api('POST', `${path}/handoffs`, { at: '2026-03-01T11:00:00Z', note: `Written by ${WORD}` });
  await api('POST', `${path}/invoices`, {
    number: `FV/${WORD}`,
    url: `https://shop.example.com/${WORD}.pdf`,
    issued_at: '2026-03-01T11:00:00Z',
  });
  await api('POST', `${path}/shipments`, {
    ...{ id: 'p-1', lines: [{ line: '2', quantity: 1 }], carrier: 'ups', tracking_number },
    dispatched_at: '2026-03-01T12:00:00Z',
  });
  const seen = { carrier: 'ups', tracking_number, stage: 'in_transit', occurred_at: '2026-03-01T20:00:00Z' };
  await api('POST', '/v1/tracking-events', [
    { ...seen, location: `${WORD}ville`, description: `For ${WORD}` },
  ]);
  const by = 'customer';
  const canceled = await api('POST', `${path}/cancellations`, {
    lines: [{ line: '3', quantity: 1 }],
    reason: WORD,
    by,
  });
  const withdrawn = await api('POST', `${path}/withdrawals`, {
    ...{ lines: [{ line: '4', quantity: 1 }], name: `Ann ${WORD}`, email: EMAIL, confirm: true },
  });
  const asked = await api('POST', `${path}/cases`, {
    ...{ kind: 'question', lines: [{ line: '1', quantity: 1 }], message: `Where is it? ${WORD}` },
  });
  await api('POST', `${path}/promises`, {
    lines: ['1'],
    earliest: '2026-04-08',
    latest: '2026-05-12',
    reason: 'reprint',
    note: WORD,
  });
  const refunds = canceled.adjustments.filter(({ kind }: { kind: string }) => kind === 'refund');
  const { items } = await api('GET', `/v1/notifications?order=${NUMBER}`);
  return {
    case: asked.result.id,
    refund: refunds[0].id,
    cancellation: canceled.result.id,
    withdrawal: withdrawn.result.id,
    notification: items[0].id,
    shipment: 'p-1',
    tracking_number,
    ...(await writeLetters(running)),
    ...{ endpoint, key },
    staff: { desk: await employ(running, SELLER), operator: await employ(running, null) },
  };
}

/** Somebody behind a desk, and somebody who is invited to it; both bear the word. */
async function employ({ database: { pool }, clock }: RunningProduct, seller: string | null) {
  const kind = seller === null ? ('operator' as const) : ('seller' as const);
  const staff = { kind, seller, role: 'staff' as const, name: `Bea ${WORD}` };
  const email = `bea.${WORD}@${kind}.example.com`;
  const person = await keepStaff(pool, { ...staff, email, demonstration: false }, clock.now());
  const invited = await invite(pool, { ...staff, email: `new.${email}` }, clock.now());
  return { person: person!, invitation: invited.id };
}

function ordered() {
  return anOrder({
    number: NUMBER,
    time_zone: 'Europe/Warsaw',
    customer: { id: CUSTOMER, email: EMAIL, name: `Ann ${WORD}`, phone: '+48600100200' },
    ship_to: {
      ...{ name: `Ann ${WORD}`, line1: `${WORD} Street 1`, line2: null, city: `${WORD}ville` },
      ...{ region: null, postal_code: '02101', country: 'PL', pickup_point: null },
    },
    lines: ['1', '2', '3', '4'].map((id) => aLine({ id, seller: SELLER, quantity: 2 })),
  });
}

async function writeLetters({ database: { pool: database }, clock }: RunningProduct) {
  const reply = randomUUID();
  const unmatched = randomUUID();
  const received_at = '2026-03-01T12:00:00Z';
  const letter = { from: EMAIL, subject: WORD, text: WORD, quoted: '', attachments: [] };
  await keepReply(database, {
    ...{ id: reply, subject_key: `order:${NUMBER}`, notification_id: null, received_at, letter },
  });
  await keepUnmatched(database, {
    ...{ id: unmatched, declared_at: received_at, number: 'unknown', name: WORD, email: EMAIL, locale: 'en' },
  });
  const message = { to: EMAIL, subject: `For ${WORD}`, text: WORD, html: WORD, headers: {} };
  const about = { subject_key: `order:${NUMBER}`, order_number: NUMBER, type: 'order_confirmed' };
  await openDevInbox({ database, clock }).keep({ channel: 'email', message_id: WORD, message, about });
  const { rows } = await database.query('select id from dev_inbox where message_id = $1', [WORD]);
  return { reply, unmatched, inbox: String(rows[0].id) };
}
