import { expect } from 'vitest';
import { type Outbox, openOutbox } from '../../src/channels/outbox/index.ts';
import { gatewayNamed, openSms } from '../../src/channels/sms/index.ts';
import { openTeller } from '../../src/channels/teller.ts';
import { openPhones } from '../../src/modules/phones/index.ts';
import { silent, until } from '../outbox/line.ts';
import { anOrder, type TestApi, testApi } from '../support/api.ts';
import { type GatewayServer, startGateway } from './gateway-server.ts';

export const PUBLIC_URL = 'https://shop.example';

export interface Line {
  api: TestApi;
  gateway: GatewayServer;
  outbox: Outbox;
}

/** The whole way: orders in, texts out to a gateway, and what it tells us back in. */
export async function openLine(sms_url: (url: string) => string, env: Record<string, string>): Promise<Line> {
  const gateway = await startGateway(() => ({ status: 202, body: '{}' }));
  const api = await testApi({ PUBLIC_URL, SMS_URL: sms_url(gateway.url), ...env });
  const { config, database, orders, secrets, clock } = api.deps;
  const shop = { name: 'Altenberg', public_url: PUBLIC_URL, mail_from: config.mailFrom };
  const seller_defaults = { locale: 'en', time_zone: 'UTC' };
  const tell = openTeller({ database, orders, secrets, shop, clock, seller_defaults });
  const settings = config.sms!;
  const reportUrl = (id: string) => `${PUBLIC_URL}/v1/channels/sms/${settings.gateway}/reports?id=${id}`;
  const provider = gatewayNamed(settings.gateway)!.open({ settings, clock, reportUrl });
  const phones = openPhones(database);
  const outbox = openOutbox({
    ...{ database, clock, log: silent },
    channels: [openSms({ provider, tell, phones, clock, can_reply: true })],
    limits: { poll_ms: 20, lease_ms: 24 * 3_600_000 },
  });
  return { api, gateway, outbox };
}

export async function closeLine({ api, gateway, outbox }: Line): Promise<void> {
  await outbox.close();
  await gateway.goDown();
  await api.close();
}

export interface TextRow {
  id: string;
  status: string;
  last_error: string | null;
  attempts: number;
}

/** Of the order that was dispatched last. */
export let number = '';
let orders = 0;

/** Somebody orders and it is dispatched; the text about that, once it is settled (or tried). */
export async function dispatch(
  { api, outbox }: Line,
  phone: string | null,
  changes: Record<string, unknown> = {},
  settled = (row: TextRow) => !['waiting', 'sending'].includes(row.status),
): Promise<TextRow> {
  orders += 1;
  number = `life-${orders}`;
  const customer = { id: `c-${orders}`, email: 'buyer@example.com', name: 'Ann Buyer', phone };
  const order = anOrder({ number, customer, ...changes });
  const { pool } = api.database;
  await pool.query(`insert into reach (person, channel) values ($1, 'sms')`, [`customer:c-${orders}`]);
  expect((await api.call('POST', '/v1/orders', order)).status).toBe(201);
  const shipment = { lines: [{ line: '1', quantity: 1 }], dispatched_at: '2026-03-02T10:00:00Z' };
  expect((await api.call('POST', `/v1/orders/${number}/shipments`, shipment)).status).toBe(201);
  outbox.wake();
  const read = () => readText(api, number);
  await until('the text is settled', async () => settled(await read()));
  return read();
}

export async function readText(api: TestApi, number: string): Promise<TextRow> {
  const { rows } = await api.database.pool.query(
    `select notification_id as id, status, last_error, attempts from deliveries
     where subject_key = $1 and channel = 'sms' and type = 'shipment_dispatched'`,
    [`order:${number}`],
  );
  return rows[0];
}

export const phoneOf = (number: number) => `+48 600 100 ${String(200 + number)}`;
export const e164 = (phone: string) => phone.replaceAll(' ', '');
