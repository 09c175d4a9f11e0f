import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyDeath } from '../support/killed.ts';
import { anotherProcess, type TestShop, testShop, Visitor } from '../support/shop.ts';
import { command, place } from '../support/stories.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
});
afterAll(() => shop.close());

/** A form as it lies before somebody who is about to send it. */
interface Filled {
  visitor: Visitor;
  path: string;
  form: Record<string, string>;
  /** How often there is what it brings about, each part of it. */
  done(): Promise<number[]>;
}

const here = { country: 'PL', time_zone: 'Europe/Warsaw' };
const late = { earliest: '2026-03-25', latest: '2026-03-25' };

const query = async (text: string, values: unknown[] = []) =>
  (await shop.database.pool.query(text, values)).rows;

/** Somebody who reads the mail of an order of three pieces of line 1 and one of line 2. */
async function readerOf(number: string): Promise<Visitor> {
  await shop.deps.ledger.execute(place({ number, customer: null, ...here }));
  const visitor = new Visitor(shop.app);
  await visitor.post(shop.link(number), {});
  return visitor;
}

async function fieldsOf(page: Response | Promise<Response>): Promise<Record<string, string>> {
  const [first = ''] = (await (await page).text()).split('</form>');
  const fields = Object.entries(Visitor.fields(first));
  return Object.fromEntries(fields.map(([name, value]) => [name, value.replaceAll('&quot;', '"')]));
}

const facts = (number: string, ...types: string[]) =>
  Promise.all(
    types.map(
      async (type) =>
        (await query('select from facts where order_number = $1 and type = $2', [number, type])).length,
    ),
  );

const told = async (type: string, recipient: string) =>
  (
    await query(
      `select from personal_messages m join notifications n on n.id = m.notification_id
       where n.type = $1 and m.email = $2`,
      [type, recipient],
    )
  ).length;

const FORMS: Record<string, (number: string) => Promise<Filled>> = {
  async cancel(number) {
    const visitor = await readerOf(number);
    const form = await fieldsOf(visitor.get(`/orders/${number}/cancel?line=2`));
    return {
      visitor,
      path: `/orders/${number}/cancel`,
      form,
      done: () => facts(number, 'LinesCanceled', 'RefundIssued'),
    };
  },

  async 'answer to a delay'(number) {
    const visitor = await readerOf(number);
    const body = { lines: ['2'], to: late, reason: 'reprint' as const, note: null };
    await shop.deps.ledger.execute(command('RevisePromise', number, body, '2026-03-04T12:00:00Z'));
    const form = { ...(await fieldsOf(visitor.get(`/orders/${number}/delay?line=2`))), answer: 'cancel' };
    const done = () => facts(number, 'DelayDecided', 'LinesCanceled', 'RefundIssued');
    return { visitor, path: `/orders/${number}/delay`, form, done };
  },

  async change(number) {
    const visitor = await readerOf(number);
    const path = `/orders/${number}/change/address`;
    const home = { name: 'Ann', line1: 'Elm 2', line2: '', postal_code: '31-154', city: 'Krakow' };
    const form = await fieldsOf(visitor.post(path, { ...(await fieldsOf(visitor.get(path))), ...home }));
    return { visitor, path, form, done: () => facts(number, 'OrderChanged') };
  },

  async question(number) {
    const visitor = await readerOf(number);
    const path = `/orders/${number}/help/question?line=1`;
    const form = { ...(await fieldsOf(visitor.get(path))), message: 'Is it signed?' };
    return { visitor, path, form, done: () => facts(number, 'CaseOpened') };
  },

  async withdrawal(number) {
    const visitor = await readerOf(number);
    const path = `/orders/${number}/withdraw`;
    const form = await fieldsOf(visitor.get(`${path}/review?units-0=3&units-1=0`));
    return {
      visitor,
      path,
      form,
      done: () => facts(number, 'WithdrawalDeclared', 'LinesCanceled', 'RefundIssued'),
    };
  },

  async 'withdrawal that fits no order'(number) {
    const visitor = new Visitor(shop.app);
    const declared = { name: 'Ann B.', email: `${number}@example.com`, number };
    const form = await fieldsOf(visitor.post('/withdraw', declared));
    const done = async () => [
      (await query('select from unmatched_withdrawals where number = $1', [number])).length,
      await told('withdrawal_kept', declared.email),
    ];
    return { visitor, path: '/withdraw/confirm', form, done };
  },

  async wishes(number) {
    const visitor = await readerOf(number);
    const path = `/orders/${number}/preferences`;
    const wish = { locale: 'pl', time_zone: 'Europe/Warsaw', channel_email: 'on', digest_at: '19:15' };
    const form = { ...(await fieldsOf(visitor.get(path))), ...wish };
    const wished = `select from preferences where person = $1 and locale = 'pl'`;
    const done = async () => [(await query(wished, [`order:${number}`])).length];
    return { visitor, path, form, done };
  },

  async erasure(number) {
    const visitor = await readerOf(number);
    const form = await fieldsOf(visitor.get(`/orders/${number}/privacy/erase`));
    const subject = `order:${number}`;
    const done = async () => [(await query('select from erasures where subject = $1', [subject])).length];
    return { visitor, path: `/orders/${number}/privacy/erase`, form, done };
  },
};

/** What was answered where the database was gone. Not waited for in between: the ledger looks for its lost commits. */
const answers: Promise<{ status: number }>[] = [];

test.each(Object.keys(FORMS))(
  '%s: dying at any step leaves nothing half done; sent again it is done once',
  async (name) => {
    const deaths = await everyDeath(shop.database.url, {
      before: (step) => FORMS[name]!(`${name.replaceAll(' ', '-')}-${step}`),
      work: (database, { visitor, path, form }) =>
        visitor.at(anotherProcess(shop, database)).post(path, form),
      after: async ({ visitor, path, form, done }, { died, answer }) => {
        if (died) answers.push(answer);
        else expect((await answer).status).toBeLessThan(400);
        expect(new Set(await done()).size, 'it is half done').toBe(1);
        expect((await visitor.post(path, form)).status).toBeLessThan(400);
        expect(new Set(await done())).toEqual(new Set([1]));
      },
    });
    expect(deaths).toBeGreaterThanOrEqual(2);
  },
);

test('where only the database was gone, each of these pages has said so', async () => {
  for (const { status } of await Promise.all(answers)) expect(status).toBe(503);
});
