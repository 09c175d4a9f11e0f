import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInbox } from '../../src/channels/email/inbox.ts';
import { openEmail } from '../../src/channels/email/index.ts';
import { openOutbox } from '../../src/channels/outbox/index.ts';
import { silent, until } from '../outbox/line.ts';
import { aLine, anOrder, type TestApi, testApi } from '../support/api.ts';
import { seen } from '../support/seen.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  const cellar = { name: 'Piwnica', time_zone: 'Europe/Warsaw', country: 'PL', handling_days: 2 };
  await api.call('PUT', '/v1/sellers/cellar', { ...cellar, email: 'cellar@example.com', locale: 'pl' });
  const attic = { name: 'Attic', time_zone: 'Europe/London', country: 'GB', handling_days: 1 };
  await api.call('PUT', '/v1/sellers/attic', { ...attic, email: null, locale: 'en' });
});
afterAll(() => api.close());

/** An order of three sellers: one who reads Polish, one without an address, one nobody described. */
async function placed(changes: Record<string, unknown> = {}): Promise<string> {
  const lines = [
    aLine({ id: '1', sku: 'a', seller: 'cellar', title: 'Cellar book', unit_price: 1111 }),
    aLine({ id: '2', sku: 'b', seller: 'attic', title: 'Attic lamp', unit_price: 2222 }),
    aLine({ id: '3', sku: 'c', seller: 'nobody', title: 'Mystery box', unit_price: 3333 }),
  ];
  const order = anOrder({ lines, shipping_price: 4444, ...changes });
  expect((await api.call('POST', '/v1/orders', order)).status).toBe(201);
  return order.number;
}

interface Item {
  id: string;
  type: string;
  recipient: string;
  locale: string;
  channels: { to: string | null; status: string; last_error: string | null }[];
}

async function toSellers(number: string): Promise<Map<string, Item>> {
  const { body } = await api.call('GET', `/v1/notifications?order=${number}&limit=100`);
  const items: Item[] = body.items.filter(({ audience }: { audience: string }) => audience === 'seller');
  return new Map(items.map((item) => [item.recipient, item]));
}

async function rendered({ id }: Item, key?: string) {
  const { body } = await api.call('GET', `/v1/notifications/${id}/rendered`, undefined, key ? { key } : {});
  return body;
}

test('each is told in its own language of its own lines, and of nothing else', async () => {
  const item = (await toSellers(await placed())).get('cellar')!;
  expect(item).toMatchObject({ type: 'order_received', locale: 'pl' });
  const { subject, html, text, to } = await rendered(item);
  expect(to).toBe('cellar@example.com');
  expect(subject).toBe('Sprzedane: Cellar book (termin wysyłki: środa, 4 marca)');
  for (const said of [seen(html), text]) {
    expect(said).toContain('Cellar book');
    expect(said).toMatch(/11,11\sUSD/);
    expect(said).toContain('1 Main St');
    // Neither the others' goods and prices, nor what the buyer paid in all or for the way, nor an address to write to.
    expect(said).not.toMatch(/Attic|Mystery|22,22|33,33|44,44|111,10|buyer@example/);
  }
});

test('no link leads a seller to the page of the buyer', async () => {
  const number = await placed();
  for (const item of (await toSellers(number)).values()) {
    const { html, text } = await rendered(item);
    expect(`${html}${text}`).not.toMatch(/tidings\.test\/o\//);
  }
});

test('a key of a seller reads what that seller was told', async () => {
  const items = await toSellers(await placed());
  const key = await api.key('seller:cellar');
  expect(await rendered(items.get('cellar')!, key)).toMatchObject({ to: 'cellar@example.com' });
  expect(await rendered(items.get('attic')!, key)).toMatchObject({ code: 'notification_not_found' });
});

test('a seller without an address, or whom nobody described, is not told, and breaks nothing', async () => {
  const number = await placed();
  const { pool } = api.database;
  const provider = openInbox({ database: pool, clock: api.clock, from: 'shop@tidings.invalid' });
  const channels = [openEmail({ provider, write: api.deps.mails.write })];
  const outbox = openOutbox({ database: pool, clock: api.clock, log: silent, channels });
  await until('everybody was told', async () => {
    const { rows } = await pool.query(`select from deliveries where status in ('waiting', 'sending')`);
    return rows.length === 0;
  });
  await outbox.close();
  const items = await toSellers(number);
  expect(items.get('cellar')!.channels).toMatchObject([{ status: 'sent', to: 'c***r@e***.com' }]);
  for (const seller of ['attic', 'nobody']) {
    expect(items.get(seller)!.channels).toMatchObject([{ status: 'suppressed', last_error: 'no_address' }]);
  }
});

test('a seller described right after the first order is told of the second', async () => {
  const lines = [aLine({ id: '1', sku: 'a', seller: 'late', title: 'Late book' })];
  const before = (await toSellers(await placed({ lines }))).get('late')!;
  expect((await rendered(before)).to).toBeNull();
  const late = { name: 'Late', time_zone: 'UTC', country: 'GB', handling_days: 1, locale: 'en' };
  await api.call('PUT', '/v1/sellers/late', { ...late, email: 'late@example.com' });
  const after = (await toSellers(await placed({ lines }))).get('late')!;
  expect((await rendered(after)).to).toBe('late@example.com');
});

test('what the buyer canceled is not to be sent', async () => {
  const number = await placed();
  const lines = [{ line: '1', quantity: 1 }];
  await api.call('POST', `/v1/orders/${number}/cancellations`, { lines, reason: 'no need', by: 'customer' });
  const { body } = await api.call('GET', `/v1/notifications?order=${number}&type=sale_canceled`);
  expect(body.items).toMatchObject([{ recipient: 'cellar' }]);
  expect((await rendered(body.items[0])).subject).toBe('Nie wysyłaj: Cellar book');
});

test('the buyer is told what the shop wrote with a new date, as long as it is kept', async () => {
  const number = await placed();
  const note = 'The binder had a flood.\n\nYour copy is dry & safe <b>';
  const promise = { lines: ['1'], earliest: '2026-04-01', latest: '2026-04-03', reason: 'other', note };
  expect((await api.call('POST', `/v1/orders/${number}/promises`, promise)).status).toBe(201);
  const { body } = await api.call('GET', `/v1/notifications?order=${number}&type=promise_revised`);
  const { html, text } = await rendered(body.items[0]);
  expect(text).toContain(
    'The shop writes\n---------------\nThe binder had a flood.\nYour copy is dry & safe <b>',
  );
  expect(html).toContain('Your copy is dry &amp; safe &lt;b&gt;');
  await api.database.pool.query('delete from notes where order_number = $1', [number]);
  expect((await rendered(body.items[0])).text).not.toContain('flood');
});

test('a new promise counts what has not left', async () => {
  const lines = [aLine({ id: '1', quantity: 5, title: 'Chairs' })];
  const number = await placed({ lines });
  const parcel = { lines: [{ line: '1', quantity: 2 }], dispatched_at: '2026-03-02T11:00:00Z' };
  await api.call('POST', `/v1/orders/${number}/shipments`, parcel);
  const promise = { lines: ['1'], earliest: '2026-04-01', latest: '2026-04-03', reason: 'reprint' };
  await api.call('POST', `/v1/orders/${number}/promises`, promise);
  const { body } = await api.call('GET', `/v1/notifications?order=${number}&type=promise_revised`);
  expect((await rendered(body.items[0])).text).toContain('* Chairs\n  3 pieces');
});
