import { createHmac } from 'node:crypto';
import { returnAddress } from '../../src/channels/email/returned/return-path.ts';
import { serverSecret } from '../../src/lib/secrets.ts';
import { keepDevice } from '../../src/modules/devices/index.ts';
import { post } from '../inbound/conversation.ts';
import { bounceOf } from '../inbound/shop.ts';
import { until } from '../outbox/line.ts';
import { aLine, anOrder } from '../support/api.ts';
import type { RunningProduct } from './product.ts';

/** Stands in everything this person writes or is called: whatever is left of them has it. */
export const WORD = 'qxzcanary';

export const settings = {
  MAIL_FROM: 'Harbour <orders@harbour.example>',
  MAIL_RETURN_DOMAIN: 'back.harbour.example',
  INBOUND_SMTP_PORT: '0',
  AFTERSHIP_WEBHOOK_SECRET: 'a secret of aftership',
};

const tracking_number = '1Z5R89390357567127';
export const CUSTOMER = `c-${WORD}`;
export const EMAIL = `ann.${WORD}@example.com`;

/** Somebody who did everything a person can do here, in one order that is over at the end. */
export async function liveThroughAnOrder(running: RunningProduct, number: string): Promise<void> {
  await orderAndShip(running, number);
  await askAndChange(running, number);
  await scan(running);
  await signIn(running);
  await sent(running, number, 'shipment_delivered');
  await writeLetters(running, number);
  await settle(running, number);
  await addDevices(running, number);
}

async function orderAndShip({ api }: RunningProduct, number: string): Promise<void> {
  const order = anOrder({
    number,
    customer: { id: CUSTOMER, email: EMAIL, name: `Ann ${WORD}`, phone: '+48600100200' },
    ship_to: {
      name: `Ann ${WORD}`,
      line1: `${WORD} Street 1`,
      line2: `Flat ${WORD}`,
      city: `${WORD}ville`,
      region: `${WORD} Region`,
      postal_code: '02101',
      country: 'PL',
      pickup_point: null,
    },
    lines: ['1', '2', '3', '4'].map((id) => aLine({ id, seller: 's-1' })),
    shipping_price: 0,
  });
  await api('POST', '/v1/webhook-endpoints', { url: 'https://hooks.invalid/', types: ['*'] });
  await api('PUT', `/v1/customers/${CUSTOMER}/preferences`, {
    locale: 'en',
    channels: { email: true, sms: true, push: true },
  });
  await api('POST', '/v1/orders', order, { 'Idempotency-Key': 'once' });
  const note = `Written by ${WORD}`;
  await api('POST', `/v1/orders/${number}/handoffs`, { at: '2026-03-01T11:00:00Z', note });
  await api('POST', `/v1/orders/${number}/promises`, {
    ...{ lines: ['1'], earliest: '2026-03-08', latest: '2026-03-12', reason: 'reprint', note },
  });
}

async function askAndChange({ api }: RunningProduct, number: string): Promise<void> {
  const path = `/v1/orders/${number}`;
  await api('POST', `${path}/changes`, {
    ship_to: { line1: `${WORD} Lane 2` },
    customer: { phone: '+48600100299' },
  });
  const { result } = await api('POST', `${path}/cases`, {
    ...{ kind: 'question', lines: [{ line: '1', quantity: 1 }], message: `Where is it? ${WORD}` },
  });
  await api('POST', `/v1/cases/${result.id}/messages`, { from: 'seller', text: `Dear Ann ${WORD}, soon.` });
  await api('POST', `/v1/cases/${result.id}/closure`, { message: `Thank you, ${WORD}` });
  const by = 'customer';
  await api('POST', `${path}/cancellations`, {
    ...{ lines: [{ line: '3', quantity: 1 }], reason: `${WORD} says so`, by },
  });
  await api('POST', `${path}/withdrawals`, {
    ...{ lines: [{ line: '4', quantity: 1 }], name: `Ann ${WORD}`, confirm: true },
    email: `other.${WORD}@example.com`,
  });
  const lines = [
    { line: '1', quantity: 1 },
    { line: '2', quantity: 1 },
  ];
  await api('POST', `${path}/shipments`, {
    ...{ id: 'p-1', lines, carrier: 'ups', tracking_number, dispatched_at: '2026-03-01T12:00:00Z' },
  });
}

async function scan({ api }: RunningProduct): Promise<void> {
  const seen = { carrier: 'ups', tracking_number };
  await api('POST', '/v1/tracking-events', [
    {
      ...{ ...seen, stage: 'in_transit', occurred_at: '2026-03-01T20:00:00Z' },
      ...{ location: `${WORD}ville`, description: `For Ann ${WORD}` },
    },
  ]);
  const body = JSON.stringify({
    event: 'tracking_update',
    msg: {
      ...{ tracking_number, slug: 'ups', tag: 'Delivered', signed_by: `Ann ${WORD}` },
      checkpoints: [
        {
          ...{ slug: 'ups', message: `Handed to ${WORD}`, tag: 'Delivered', subtag: 'Delivered_001' },
          ...{ checkpoint_time: '2026-03-02T09:00:00+00:00', city: `${WORD}ville` },
        },
      ],
    },
  });
  const signature = createHmac('sha256', settings.AFTERSHIP_WEBHOOK_SECRET).update(body).digest('base64');
  await api('POST', '/v1/carriers/aftership/webhooks', body, { 'aftership-hmac-sha256': signature });
}

/** What sign-in leaves behind: test/accounts shows that it does. */
async function signIn({ database, clock }: RunningProduct): Promise<void> {
  const { pool } = database;
  const now = new Date(clock.now());
  const later = new Date(clock.now() + 3_600_000);
  await pool.query(
    `insert into customer_accounts (id, name, email, email_verified, customer) values ('acc-1', $1, $2, true, $3)`,
    [`Ann ${WORD}`, EMAIL, CUSTOMER],
  );
  await pool.query(
    `insert into customer_sessions (id, token, account_id, expires_at, updated_at, user_agent)
     values ('s-1', $1, 'acc-1', $2, $3, $4)`,
    [`token ${WORD}`, later, now, `Firefox of ${WORD}`],
  );
  await pool.query(
    `insert into customer_passkeys (id, name, public_key, account_id, credential_id, counter, device_type, backed_up)
     values ('k-1', $1, $1, 'acc-1', $1, 0, 'singleDevice', false)`,
    [`Phone of ${WORD}`],
  );
  await pool.query(
    `insert into customer_challenges (id, identifier, value, expires_at) values ('c-1', 'x', $1, $2)`,
    [JSON.stringify({ user: { id: 'acc-1', name: EMAIL } }), later],
  );
  await pool.query(
    `insert into mailed_codes (id, purpose, email, code_hash, tries_left, expires_at)
     values ('\\x01', 'sign_in', $1, '\\x01', 3, $2)`,
    [EMAIL, later],
  );
}

/** Waits until a message about an order has left by e-mail. */
async function sent({ database }: RunningProduct, number: string, type: string): Promise<void> {
  await until(`${type} has left`, async () => {
    const { rows } = await database.pool.query(
      `select from deliveries where subject_key = $1 and type = $2 and channel = 'email' and status = 'sent'`,
      [`order:${number}`, type],
    );
    return rows.length > 0;
  });
}

/** A bounce of what we sent, an answer to it, a letter about nothing we know, and a question to `verify@`. */
async function writeLetters({ product, database }: RunningProduct, number: string): Promise<void> {
  const { pool } = database;
  const { rows } = await pool.query(
    `select id from notifications where subject_key = $1 and type = 'shipment_delivered' and audience = 'buyer'`,
    [`order:${number}`],
  );
  const secrets = await serverSecret(pool);
  const address = (use: 'bounce' | 'reply') =>
    returnAddress(secrets, settings.MAIL_RETURN_DOMAIN, use, rows[0].id)!;
  const letter = (to: string, subject: string) =>
    `From: Ann ${WORD} <${EMAIL}>\nTo: ${to}\nSubject: ${subject}\nMessage-ID: <${subject}@x>\n\nHello, says ${WORD}.\n`;
  const port = product.mail_port!;
  const bounce = bounceOf({ to: EMAIL, action: 'delayed', status: '4.2.2' });
  await post(port, { from: '', to: address('bounce'), raw: bounce });
  const letters = {
    answer: address('reply'),
    stray: 'orders@harbour.example',
    doubt: `verify@${settings.MAIL_RETURN_DOMAIN}`,
  };
  for (const [subject, to] of Object.entries(letters)) {
    await post(port, { from: EMAIL, to, raw: letter(to, subject) });
  }
  await until('all letters are read', async () => {
    const read = await pool.query('select count(*) as n from inbound_mails where handled_at is not null');
    return read.rows[0].n === 4;
  });
}

/** The money that is to go back has gone back: nothing of the order is left to be done. */
async function settle({ api }: RunningProduct, number: string): Promise<void> {
  await api('POST', `/v1/orders/${number}/refunds`, { amount: 100, reason: `Sorry, ${WORD}` });
  const { adjustments } = await api('GET', `/v1/orders/${number}`);
  for (const { id, status } of adjustments) {
    if (status !== 'to_execute') continue;
    await api('PATCH', `/v1/orders/${number}/refunds/${id}`, { status: 'settled' });
  }
}

/** At last: a push service that does not answer as ours would make us forget them. */
async function addDevices({ database, clock }: RunningProduct, number: string): Promise<void> {
  const { pool } = database;
  for (const person of [`customer:${CUSTOMER}`, `order:${number}`]) {
    const device = {
      ...{
        endpoint: `https://push.invalid/${WORD}/${person}`,
        p256dh: Buffer.alloc(65),
        auth: Buffer.alloc(16),
      },
      ...{ server_key: 'k', locale: 'en', browser: `Firefox of ${WORD}` },
    };
    await keepDevice(pool, [person], device, clock.now());
  }
}
