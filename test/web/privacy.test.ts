import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTellPerson } from '../../src/modules/notifications/personal/index.ts';
import { erasePeople } from '../../src/modules/privacy/erasure/index.ts';
import { askExport, makeExports } from '../../src/modules/privacy/export/index.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { place, shop as story } from '../support/stories.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
});
afterAll(() => shop.close());

let orders = 0;

/** Who came by the link of a mail about an order: one that is over, unless it was paid and is to be sent. */
async function reader(over = true): Promise<{ visitor: Visitor; number: string; path: string }> {
  const number = `D-${++orders}`;
  const lines = [{ id: '1', quantity: 1, unit_price: 1000, title: 'A <b>bold</b> book' }];
  await shop.deps.ledger.execute(place({ number, customer: null, payment_status: 'pending', lines }));
  if (over) await shop.deps.ledger.execute(story(number).cancel({ '1': 1 }));
  const visitor = new Visitor(shop.app);
  const link = shop.link(number);
  await visitor.post(link, Visitor.fields(await (await visitor.get(link)).text()));
  return { visitor, number, path: `/orders/${number}/privacy` };
}

async function work(): Promise<void> {
  const { pool } = shop.database;
  const deps = { database: pool, ledger: ledgerOn(pool), tellPerson: openTellPerson(pool, () => {}) };
  await erasePeople(deps, shop.clock.now());
}

const tokenOn = async (visitor: Visitor, path: string) =>
  Visitor.fields(await (await visitor.get(path)).text()).token!;

test('who only knows number and e-mail sees nothing of it', async () => {
  const { number } = await reader();
  const stranger = new Visitor(shop.app);
  const page = await (await stranger.get('/status')).text();
  await stranger.post('/status', { ...Visitor.fields(page), number, email: 'buyer@example.com' });
  for (const path of ['privacy', 'privacy/erase']) {
    expect((await stranger.get(`/orders/${number}/${path}`)).headers.get('location')).toContain('/identify');
  }
  for (const path of ['privacy/erase', 'privacy/export']) {
    const answer = await stranger.post(`/orders/${number}/${path}`, { token: 'x' });
    expect(answer.headers.get('location')).toContain('/identify');
  }
});

test('everything is given as a page to read, complete in itself and escaped', async () => {
  const { visitor, number, path } = await reader();
  const answer = await visitor.post(`${path}/export`, { token: await tokenOn(visitor, path), shape: 'page' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  const page = await answer.text();
  expect(page).toContain('A &lt;b&gt;bold&lt;/b&gt; book');
  expect(page).toContain('1 Main St');
  expect(page).toContain(number);
  expect(page).not.toMatch(/(src|href)="/);
  expect(page.endsWith('</html>')).toBe(true);
});

test('and as a file for other programs', async () => {
  const { visitor, number, path } = await reader();
  const answer = await visitor.post(`${path}/export`, { token: await tokenOn(visitor, path), shape: 'json' });
  const { orders: given } = (await answer.json()) as { orders: { order: object; records: object }[] };
  expect(given).toMatchObject([
    { order: { number }, records: { contacts: [{ email: 'buyer@example.com' }] } },
  ]);
});

test('a form of somebody else gives and erases nothing', async () => {
  const [one, other] = [await reader(), await reader()];
  const token = await tokenOn(other.visitor, other.path);
  for (const action of ['export', 'erase']) {
    expect((await one.visitor.post(`${one.path}/${action}`, { token })).status).toBe(403);
  }
  const { rows } = await shop.database.pool.query('select count(*) as n from erasures');
  expect(rows[0].n).toBe(0);
});

test('it is said what goes and what stays, and then it goes', async () => {
  const { visitor, number, path } = await reader();
  const ask = await (await visitor.get(`${path}/erase`)).text();
  expect(ask).toContain('Shall we forget you?');
  expect(ask).not.toContain('Not all of it can go today');
  const token = Visitor.fields(ask).token!;
  const told = await visitor.post(`${path}/erase`, { token });
  expect(told.status).toBe(303);
  const progress = told.headers.get('location')!;
  expect((await visitor.post(`${path}/erase`, { token })).headers.get('location')).toBe(progress);
  expect((await visitor.get(path)).headers.get('location')).toBe(progress);
  await work();
  const { rows } = await shop.database.pool.query('select * from contacts where order_number = $1', [number]);
  expect(rows).toEqual([]);
  expect((await visitor.get(`/orders/${number}`)).headers.get('location')).toContain('/status');
  const page = await (await visitor.get(progress)).text();
  expect(page).toContain('1 of 1 order erased');
  expect(page).not.toContain('buyer@example.com');
});

test('what is not over says why it stays', async () => {
  const { visitor, number, path } = await reader(false);
  const ask = await (await visitor.get(`${path}/erase`)).text();
  expect(ask).toContain('Not all of it can go today');
  expect(ask).toContain('something has not left yet');
  const told = await visitor.post(`${path}/erase`, { token: Visitor.fields(ask).token! });
  await work();
  const page = await (await visitor.get(told.headers.get('location')!)).text();
  expect(page).toContain('One order is still needed');
  expect((await visitor.get(`/orders/${number}`)).status).toBe(200);
});

test('a long export is made by a job, and fetched by a button', async () => {
  const { number } = await reader();
  const { pool } = shop.database;
  const subject = `order:${number}`;
  const asked = {
    subject,
    email: 'buyer@example.com',
    locale: 'en',
    time_zone: 'UTC',
    now_ms: shop.clock.now(),
  };
  await askExport(pool, asked);
  await askExport(pool, asked);
  const { reader: stored, secrets } = shop.deps;
  const config = { ...shop.deps.config, withdrawalCountries: [] };
  const deps = { database: pool, orders: stored, secrets, config };
  await makeExports({ ...deps, tellPerson: openTellPerson(pool, () => {}) }, shop.clock.now());
  const { rows } = await pool.query(
    `select m.data from personal_messages m join notifications n on n.id = m.notification_id
     where n.type = 'export_ready'`,
  );
  expect(rows).toHaveLength(1);
  const { path } = rows[0].data;
  const stranger = new Visitor(shop.app);
  const page = await (await stranger.get(path)).text();
  expect(page).toContain('method="post"');
  expect(page).not.toContain('1 Main St');
  const file = await stranger.post(path, { shape: 'json' });
  expect((await file.json()) as object).toMatchObject({ orders: [{ order: { number } }] });
  expect((await stranger.get(`${path.slice(0, -2)}xx`)).status).toBe(404);
  shop.clock.advance(8 * 86_400_000);
  expect((await stranger.post(path, { shape: 'json' })).status).toBe(404);
});
