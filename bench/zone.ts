import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { systemClock } from '../src/lib/clock.ts';
import type { Database } from '../src/lib/database.ts';
import { serverSecret } from '../src/lib/secrets.ts';
import { customerOfShop, openAccounts } from '../src/modules/accounts/index.ts';
import { orderBody, scanBody, shipmentBody } from './orders.ts';
import type { Server } from './processes.ts';
import { post } from './shop.ts';

/** Of one customer: more than anybody but a company has. */
const ORDERS = 10_000;
const BATCH = 500;
/** One order in so many has been sent. */
const SENT_EVERY = 50;
const customer = { id: 'c-zone', email: 'zone@example.com', name: 'Ann Buyer' };

export interface PageFigures {
  name: string;
  /** What travels for the page alone, and with its style sheet and scripts when nothing is kept yet. */
  kilobytes: number;
  first_kilobytes: number;
  /** Until the first byte of the answer, one request after the other. */
  p50_ms: number;
  p99_ms: number;
}

/** Every page of a signed-in customer with 10,000 orders. */
export async function measurePages(
  database: Database,
  server: Server,
  rounds: number,
): Promise<PageFigures[]> {
  await fillCustomer(server);
  await database.query('vacuum analyze');
  const cookie = await signIn(database, server);
  const visit = (path: string, headers = {}) => ask(server.url + path, { cookie, ...headers });
  // The session that goes with the account.
  const first = await visit('/orders');
  const session = first.headers['set-cookie']?.map((one) => one.split(';')[0]).join('; ') ?? '';
  const signed = { cookie: [cookie, session].filter(Boolean).join('; ') };
  const order = `/orders/zone-${ORDERS - SENT_EVERY}`;
  const { etag = '' } = (await visit(order, signed)).headers;
  const older = /href="([^"]*after=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '/orders';
  const pages: [name: string, path: string, headers?: Record<string, string>][] = [
    ['Your orders', '/orders'],
    ['the next page of them', older],
    ['on the way', '/orders?show=coming'],
    ['late', '/orders?show=late'],
    ['canceled: none of 10,000', '/orders?show=canceled'],
    ['search by number', `/orders?q=zone-${ORDERS / 2}`],
    ['search by product', '/orders?q=mythical+month'],
    ['search by what is nowhere', '/orders?q=nowhere'],
    ['an order', order],
    ['the same, nothing new', `${order}?fragment`, { 'if-none-match': etag }],
    ['its summary to print', `${order}/receipt`],
    ['canceling an item', `${order}/cancel?line=3`],
    ['account', '/account'],
    ['preferences', '/preferences'],
    ['privacy', '/privacy'],
    ['sign in', '/sign-in'],
    ['find an order', '/status'],
  ];
  const figures: PageFigures[] = [];
  for (const [name, path, headers] of pages) {
    const found = await measurePage(name, () => visit(path, { ...signed, ...headers }), server.url, rounds);
    figures.push(found);
  }
  return figures;
}

async function fillCustomer(server: Server): Promise<void> {
  for (let from = 0; from < ORDERS; from += BATCH) {
    const orders = Array.from({ length: BATCH }, (_, index) => {
      const number = from + index;
      const placed_at = new Date(Date.UTC(2020, 0, 1) + number * 60_000).toISOString();
      return { ...orderBody(`zone-${number}`), placed_at, customer: { ...customer, phone: null } };
    });
    await post(server, '/v1/batch/orders', orders);
  }
  for (let number = 0; number < ORDERS; number += SENT_EVERY) {
    const tracking = `ZONE${number}`;
    await post(server, `/v1/orders/zone-${number}/shipments`, shipmentBody('p1', ['1', '2'], tracking));
    await post(server, '/v1/tracking-events', [scanBody(tracking, 0), scanBody(tracking, 60)]);
  }
}

/** As a mailed code would: the cookie of a customer. */
async function signIn(database: Database, { url }: Server): Promise<string> {
  const secrets = await serverSecret(database);
  const accounts = openAccounts({ database, clock: systemClock, secrets, public_url: url, shop: 'Bench' });
  const account = await customerOfShop(
    database,
    { customer: customer.id, email: customer.email, name: customer.name },
    Date.now(),
  );
  const cookies = await accounts.begin('customer', account, 'mailed_code', new Headers());
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

interface Answered {
  status: number;
  headers: NodeJS.Dict<string | string[]> & { 'set-cookie'?: string[]; etag?: string };
  bytes: number;
  text: string;
  first_byte_ms: number;
}

async function measurePage(
  name: string,
  visit: () => Promise<Answered>,
  origin: string,
  rounds: number,
): Promise<PageFigures> {
  const times: number[] = [];
  let last = await visit();
  for (let round = 0; round < rounds; round++) {
    last = await visit();
    times.push(last.first_byte_ms);
  }
  if (last.status !== 200 && last.status !== 304) throw new Error(`${name}: ${last.status}`);
  times.sort((one, other) => one - other);
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)]! * 10) / 10;
  const files = await filesOf(last.text, origin);
  const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;
  return {
    name,
    kilobytes: kilobytes(last.bytes),
    first_kilobytes: kilobytes(last.bytes + files),
    p50_ms: at(0.5),
    p99_ms: at(0.99),
  };
}

/** What a page brings along, as it travels; pictures of goods come from the shop. */
async function filesOf(text: string, origin: string): Promise<number> {
  const names = new Set(text.match(/\/assets\/[\w.-]+\.(css|js|svg)/g));
  const sizes = await Promise.all([...names].map(async (name) => (await ask(origin + name, {})).bytes));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Bytes are counted as they travel: compressed. */
function ask(url: string, headers: Record<string, string>): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const began_ms = performance.now();
  const asked = request(url, { headers: { 'accept-encoding': 'br', ...headers } }, (answer) => {
    const first_byte_ms = performance.now() - began_ms;
    const parts: Buffer[] = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => {
      const body = Buffer.concat(parts);
      const text = answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
      resolve({
        ...{ status: answer.statusCode!, headers: answer.headers, bytes: body.length },
        ...{ text: text.toString(), first_byte_ms },
      });
    });
  });
  asked.on('error', reject);
  asked.end();
  return promise;
}
