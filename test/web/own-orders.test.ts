import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTellPerson } from '../../src/modules/notifications/personal/index.ts';
import { readPreferences } from '../../src/modules/notifications/preferences/index.ts';
import { erasePeople } from '../../src/modules/privacy/erasure/index.ts';
import { mailedCode, mailsTo } from '../accounts/mailed.ts';
import { placesOf } from '../privacy/product.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { place, shop as story } from '../support/stories.ts';

/** Buyers whom the shop knows by ids of its own, and who sign in by a code to their address. */
let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
});
afterAll(() => shop.close());

const lines = [{ id: '1', quantity: 1, unit_price: 1000 }];

async function order(number: string, customer: string | null, email: string): Promise<void> {
  const command = place({ number, customer, payment_status: 'pending', lines });
  command.body.contact = { ...command.body.contact, email };
  await shop.deps.ledger.execute(command);
  await shop.deps.ledger.execute(story(number).cancel({ '1': 1 }));
}

async function signInByCode(email: string): Promise<Visitor> {
  const visitor = new Visitor(shop.app);
  const page = await visitor.get('/sign-in');
  const asked = await visitor.post('/sign-in', { ...Visitor.fields(await page.text()), email });
  const code = await mailedCode(shop, email);
  const answer = await visitor.post('/sign-in/code', { ...Visitor.fields(await asked.text()), email, code });
  expect(answer.status).toBe(303);
  return visitor;
}

const tokenOn = async (visitor: Visitor, path: string) =>
  Visitor.fields(await (await visitor.get(path)).text()).token!;

/** Which of these orders somebody sees in their list. */
async function listed(visitor: Visitor, numbers: readonly string[]): Promise<string[]> {
  const page = await (await visitor.get('/orders')).text();
  return numbers.filter((number) => page.includes(number));
}

test('what they see in their list is what they take along, and what is erased', async () => {
  const email = 'canary-bird@example.com';
  await order('L-1', 'canary-bird-7', email);
  await order('L-2', null, email);
  await order('L-3', 'c-else', 'else@example.com');
  const visitor = await signInByCode(email);
  expect(await listed(visitor, ['L-1', 'L-2', 'L-3'])).toEqual(['L-1', 'L-2']);

  await visitor.post('/preferences', {
    ...{ token: await tokenOn(visitor, '/preferences'), locale: 'pl', channel_email: 'on' },
    ...{ time_zone: 'Europe/Warsaw', digest_at: '19:15' },
  });
  const token = await tokenOn(visitor, '/privacy');
  const answer = await visitor.post('/privacy/export', { token, shape: 'json' });
  const given = (await answer.json()) as { orders: { order: { number: string } }[]; records: object };
  expect(given.orders.map(({ order }) => order.number)).toEqual(['L-2', 'L-1']);
  expect(JSON.stringify(given.records)).toContain('customer:canary-bird-7');

  expect((await visitor.post('/privacy/erase', { token })).status).toBe(303);
  const { pool } = shop.database;
  const deps = { database: pool, ledger: ledgerOn(pool), tellPerson: openTellPerson(pool, () => {}) };
  await erasePeople(deps, shop.clock.now());
  await pool.query(`update deliveries set status = 'sent' where subject_key like 'erasure:%'`);
  shop.clock.advance(61_000);
  await erasePeople(deps, shop.clock.now());
  const { rows } = await pool.query('select done_at is not null as done from erasures');
  expect(rows).toEqual([{ done: true }]);
  expect(await placesOf(shop.database, 'canary-bird')).toEqual([]);
});

test('their wishes are those of the ids that are theirs alone', async () => {
  const email = 'wishes@example.com';
  await order('W-1', 'w-own', email);
  await order('W-2', 'w-shared', email);
  await order('W-3', 'w-shared', 'somebody@example.com');
  await order('W-4', null, email);
  const visitor = await signInByCode(email);
  const answer = await visitor.post('/preferences', {
    ...{ token: await tokenOn(visitor, '/preferences'), locale: 'pl', channel_email: 'on' },
    ...{ time_zone: 'Europe/Warsaw', digest_at: '19:15' },
  });
  expect(answer.status).toBe(303);
  const wished = async (person: string) => (await readPreferences(shop.database.pool, person)).locale;
  expect(await wished('customer:w-own')).toBe('pl');
  expect(await wished('customer:w-shared')).toBeNull();
  expect(await wished('order:W-2')).toBe('pl');
  expect(await wished('order:W-4')).toBe('pl');
  // What the shop writes for the id afterwards counts for this order too.
  expect(await wished('order:W-1')).toBeNull();
});

test('their orders follow another address, and come back when the old mailbox undoes it', async () => {
  const [was, is] = ['Old.Box@example.com', 'new-box@example.com'];
  await order('M-1', 'm-1', was);
  await order('M-2', null, 'old.box@example.com');
  await order('N-1', null, is);
  const numbers = ['M-1', 'M-2', 'N-1'];
  const visitor = await signInByCode('old.box@example.com');
  const token = await tokenOn(visitor, '/account');
  const asked = await visitor.post('/account/email', { token, email: is });
  const code = await mailedCode(shop, is);
  const changed = await visitor.post('/account/email/code', {
    ...{ ...Visitor.fields(await asked.text()), code },
  });
  expect(changed.status).toBe(303);
  expect(await listed(visitor, numbers)).toEqual(numbers);
  const addresses = async () => {
    const stored = await shop.deps.reader.readMany(numbers);
    return numbers.map((number) => stored.get(number)!.contact.customer.email);
  };
  expect(await addresses()).toEqual([is, is, is]);
  const epochs = async () =>
    (
      await shop.database.pool.query(`select access_epoch from contacts where order_number = any($1)`, [
        numbers,
      ])
    ).rows
      .map(({ access_epoch }) => access_epoch)
      .sort();
  // Links in the old mailbox open nothing any more.
  expect(await epochs()).toEqual([1, 2, 2]);

  const mails = await mailsTo(shop, 'old.box@example.com');
  const undo = new URL(mails.find(({ type }) => type === 'contact_changed')!.data.undo!).pathname;
  expect((await new Visitor(shop.app).post(undo, {})).status).toBe(200);
  expect(await addresses()).toEqual([was, 'old.box@example.com', is]);
  expect(await listed(await signInByCode('old.box@example.com'), numbers)).toEqual(['M-1', 'M-2']);
  // Nor, now, do those that were mailed to the other one.
  expect(await epochs()).toEqual([1, 3, 3]);
});
