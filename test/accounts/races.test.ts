import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerOfShop, customerWithEmail, redeemCode } from '../../src/modules/accounts/index.ts';
import { changeEmail } from '../../src/modules/buyers/index.ts';
import { openTellPerson } from '../../src/modules/notifications/personal/index.ts';
import { webRoutes } from '../../src/web/index.ts';
import { everyDeath } from '../support/killed.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { mailedCode, mailsTo } from './mailed.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
  // Loaded by the first who signs in, which on a busy machine holds up the others' connections.
  await shop.deps.accounts.customers();
  // All of these come from one network.
  shop.app = webRoutes({ ...shop.deps, config: { ...shop.deps.config, lookupLimit: 1_000 } });
});
afterAll(() => shop.close());

const query = async (text: string, values: unknown[] = []) =>
  (await shop.database.pool.query(text, values)).rows;

async function buyer(email: string): Promise<Visitor> {
  const visitor = new Visitor(shop.app);
  await shop.signIn(visitor, { email });
  return visitor;
}

const emailOf = async (visitor: Visitor) =>
  (await shop.deps.accounts.whoIs('customer', visitor.cookie))?.email;

/** As far as the field in which the code for the new address is typed. */
async function askForAddress(visitor: Visitor, email: string): Promise<Record<string, string>> {
  const { token } = Visitor.fields(await (await visitor.get('/account')).text());
  const asked = await visitor.post('/account/email', { token: token!, email });
  return { ...Visitor.fields(await asked.text()), code: await mailedCode(shop, email) };
}

/** The path in the mail that an address was sent when it was left. */
async function undoPath(email: string): Promise<string> {
  const told = (await mailsTo(shop, email)).find(({ type }) => type === 'contact_changed');
  return new URL(told!.data.undo!).pathname;
}

describe('a mailed code', () => {
  async function askedFor(email: string): Promise<Record<string, string>> {
    await customerWithEmail(shop.database.pool, email, shop.clock.now());
    const asked = await new Visitor(shop.app).post('/sign-in', { email, back: '' });
    return { ...Visitor.fields(await asked.text()), code: await mailedCode(shop, email) };
  }

  test('typed twice at once opens one session', async () => {
    for (let round = 0; round < 5; round++) {
      const email = `twice-${round}@example.com`;
      const form = await askedFor(email);
      const typed = [1, 2, 3].map(() => new Visitor(shop.app).post('/sign-in/code', form));
      expect((await Promise.all(typed)).map(({ status }) => status).sort()).toEqual([303, 422, 422]);
      const sessions = await query(
        'select from customer_sessions s join customer_accounts a on a.id = s.account_id where a.email = $1',
        [email],
      );
      expect(sessions).toHaveLength(1);
    }
  });

  test('guessed at from many places at once is tried five times, and no more', async () => {
    const { ticket, code } = await askedFor('guessed@example.com');
    const wrong = String((Number(code!.replace(' ', '')) + 1) % 1_000_000).padStart(6, '0');
    const guess = (guessed: string) =>
      redeemCode(shop.deps, { ticket: ticket!, code: guessed, purpose: 'sign_in' }, shop.clock.now());
    expect(await Promise.all(Array.from({ length: 8 }, () => guess(wrong)))).toEqual(Array(8).fill(null));
    expect(await guess(code!)).toBeNull();
  });
});

describe('the shop signs a customer in', () => {
  test('through two pages at once: one account, and both are in', async () => {
    for (let round = 0; round < 5; round++) {
      const customer = { customer: `c-${round}`, email: `shop-${round}@example.com`, name: '' };
      const sign = () => customerOfShop(shop.database.pool, customer, shop.clock.now());
      const ids = await Promise.all([sign(), sign(), sign()]);
      expect(new Set(ids).size).toBe(1);
    }
  });

  test('while they come in by a code, too', async () => {
    for (let round = 0; round < 5; round++) {
      const email = `both-${round}@example.com`;
      const ids = await Promise.all([
        customerOfShop(shop.database.pool, { customer: `b-${round}`, email, name: '' }, shop.clock.now()),
        customerWithEmail(shop.database.pool, email, shop.clock.now()),
      ]);
      expect(new Set(ids).size).toBe(1);
    }
  });
});

describe('another address', () => {
  test('that two accounts want at once is given to one', async () => {
    for (let round = 0; round < 5; round++) {
      const wanted = `wanted-${round}@example.com`;
      const visitors = [await buyer(`one-${round}@example.com`), await buyer(`two-${round}@example.com`)];
      const forms: Record<string, string>[] = [];
      for (const visitor of visitors) forms.push(await askForAddress(visitor, wanted));
      const answers = await Promise.all(
        visitors.map((visitor, place) => visitor.post('/account/email/code', forms[place]!)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
      expect(await query('select from customer_accounts where email = $1', [wanted])).toHaveLength(1);
    }
  });

  test('is never taken without telling the old mailbox, wherever the process dies', async () => {
    const deaths = await everyDeath(shop.database.url, {
      before: async (step) => {
        const was = `dies-${step}@example.com`;
        return { was, account: await customerWithEmail(shop.database.pool, was, shop.clock.now()) };
      },
      work: (database, { was, account }) =>
        openTellPerson(database, () => {})(async (connection) => {
          await changeEmail(connection, account, `new-${was}`, shop.clock.now());
          return {
            ...{ type: 'contact_changed', key: account, subject_key: `account:${account}`, email: was },
            ...{ locale: 'en', time_zone: 'UTC', data: {}, now_ms: shop.clock.now() },
          };
        }),
      after: async ({ was, account }, { died }) => {
        const [{ email }] = await query('select email from customer_accounts where id = $1', [account]);
        const told = await mailsTo(shop, was);
        expect([was, `new-${was}`]).toContain(email);
        expect(told).toHaveLength(email === was ? 0 : 1);
        expect(email !== was || died).toBe(true);
      },
    });
    expect(deaths).toBe(2);
  });

  test('and a third one, asked for before: each mailbox hears of its own', async () => {
    const [first, second] = [await buyer('a@chain.example'), await buyer('a@chain.example')];
    const forms = [
      await askForAddress(first, 'b@chain.example'),
      await askForAddress(second, 'c@chain.example'),
    ];
    const answers = await Promise.all([
      first.post('/account/email/code', forms[0]!),
      second.post('/account/email/code', forms[1]!),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const is = await emailOf(first);
    const between = is === 'b@chain.example' ? 'c@chain.example' : 'b@chain.example';
    for (const was of ['a@chain.example', between]) {
      const told = (await mailsTo(shop, was)).filter(({ type }) => type === 'contact_changed');
      expect(told, was).toHaveLength(1);
    }
  });

  test('changed again at once: the first mailbox still puts its own back, and the one between nothing', async () => {
    const thief = await buyer('owner@example.com');
    await thief.post('/account/email/code', await askForAddress(thief, 'between@example.com'));
    await thief.post('/account/email/code', await askForAddress(thief, 'thief@example.com'));
    expect(await emailOf(thief)).toBe('thief@example.com');
    const undo = await undoPath('owner@example.com');
    expect((await new Visitor(shop.app).post(undo, {})).status).toBe(200);
    expect(await emailOf(thief)).toBeUndefined();
    const between = await undoPath('between@example.com');
    expect((await new Visitor(shop.app).post(between, {})).status).toBe(404);
    expect((await new Visitor(shop.app).post(undo, {})).status).toBe(404);
    expect(
      await query(`select emails_before as before from customer_accounts where email = 'owner@example.com'`),
    ).toEqual([{ before: [] }]);
  });

  test('is put back also when the old mailbox was used to sign in meanwhile', async () => {
    const thief = await buyer('victim@example.com');
    await thief.post('/account/email/code', await askForAddress(thief, 'robber@example.com'));
    const wondering = await buyer('victim@example.com');
    expect((await wondering.post(await undoPath('victim@example.com'), {})).status).toBe(200);
    expect(await emailOf(thief)).toBeUndefined();
    expect(await emailOf(await buyer('victim@example.com'))).toBe('victim@example.com');
    expect(await query(`select from customer_accounts where email = 'robber@example.com'`)).toEqual([]);
  });

  test('undone twice at once is undone', async () => {
    const thief = await buyer('slow@example.com');
    await thief.post('/account/email/code', await askForAddress(thief, 'fast@example.com'));
    const undo = await undoPath('slow@example.com');
    const answers = await Promise.all([1, 2].map(() => new Visitor(shop.app).post(undo, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  test('leaves a code that is out for the old one: it opens what that mailbox still has', async () => {
    const mover = await buyer('before@example.com');
    const asked = await new Visitor(shop.app).post('/sign-in', { email: 'before@example.com', back: '' });
    const form = {
      ...Visitor.fields(await asked.text()),
      code: await mailedCode(shop, 'before@example.com'),
    };
    await mover.post('/account/email/code', await askForAddress(mover, 'after@example.com'));
    const late = new Visitor(shop.app);
    expect((await late.post('/sign-in/code', form)).status).toBe(303);
    expect([await emailOf(late), await emailOf(mover)]).toEqual(['before@example.com', 'after@example.com']);
  });
});
