import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTallies } from '../../src/lib/tallies.ts';
import { LookupLimits } from '../../src/modules/order-view/lookup.ts';
import { webRoutes } from '../../src/web/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { ORDER, place } from '../support/stories.ts';
import { mailedCode, mailsTo } from './mailed.ts';

let shop: TestShop;
/** One process that lets much through, and three that do not. */
let busy: Hono;
let strict: Hono[];
beforeAll(async () => {
  shop = await testShop();
  await shop.deps.ledger.execute(place({ locale: 'en' }));
  busy = anotherProcess(1_000);
  strict = [1, 2, 3].map(() => anotherProcess(2));
});
afterAll(() => shop.close());
// A day on, everything that was counted is over.
beforeEach(() => shop.clock.advance(3 * 86_400_000));

const email = 'buyer@example.com';

/** The pages as another process has them, behind a proxy that says who asks. */
function anotherProcess(lookupLimit: number) {
  const { database, secrets, config } = shop.deps;
  return webRoutes({
    ...shop.deps,
    config: { ...config, lookupLimit, trustProxy: 1 },
    lookups: new LookupLimits(lookupLimit, openTallies(database, secrets.current)),
  });
}

function visitorFrom(network: string, app = busy) {
  const visitor = new Visitor(app);
  visitor.headers = { 'x-forwarded-for': network };
  return visitor;
}

async function ask(visitor: Visitor) {
  const page = await (await visitor.post('/sign-in', { email })).text();
  return Visitor.fields(page);
}

const mailed = async () => (await mailsTo(shop, email)).length;

async function count(sql: string): Promise<number> {
  const { rows } = await shop.database.pool.query(`select count(*)::int as total ${sql}`);
  return rows[0].total;
}

describe('a stranger who asks for codes', () => {
  test('has only as many to guess as were mailed: a ticket without a mail opens nothing', async () => {
    const codes = () => count('from mailed_codes');
    const before = { mailed: await mailed(), codes: await codes() };
    for (let asked = 0; asked < 20; asked++) await ask(visitorFrom(`192.0.2.${asked}`));
    expect((await mailed()) - before.mailed).toBe(9);
    expect((await codes()) - before.codes).toBe(9);
  });

  test('shuts out nobody who has signed in with that browser before', async () => {
    const own = visitorFrom('198.51.100.1');
    const fields = await ask(own);
    const signed_in = await own.post('/sign-in/code', { ...fields, code: await mailedCode(shop, email) });
    expect(signed_in.status).toBe(303);
    for (let asked = 0; asked < 20; asked++) await ask(visitorFrom(`192.0.2.${asked}`));
    const before = await mailed();
    await ask(visitorFrom('198.51.100.2'));
    expect(await mailed()).toBe(before);
    await ask(own);
    expect(await mailed()).toBe(before + 1);
  });

  test('a browser that has seen somebody else sign in is as strange as any', async () => {
    const neighbor = visitorFrom('198.51.100.1');
    const command = place({ number: 'neighbor-1' });
    command.body.contact = { ...command.body.contact, email: 'neighbor@example.com' };
    await shop.deps.ledger.execute(command);
    const page = await (await neighbor.post('/sign-in', { email: 'neighbor@example.com' })).text();
    const code = await mailedCode(shop, 'neighbor@example.com');
    expect((await neighbor.post('/sign-in/code', { ...Visitor.fields(page), code })).status).toBe(303);
    for (let asked = 0; asked < 20; asked++) await ask(visitorFrom(`192.0.2.${asked}`));
    const before = await mailed();
    await ask(neighbor);
    expect(await mailed()).toBe(before);
  });

  test('makes them longer, and in a day there are forty', async () => {
    const lengths: number[] = [];
    for (let asked = 0; asked < 60; asked++) {
      shop.clock.advance(10 * 60_000);
      const before = await mailed();
      await ask(visitorFrom('192.0.2.1'));
      if ((await mailed()) > before) lengths.push((await mailedCode(shop, email)).replace(/ /g, '').length);
    }
    expect(lengths.slice(0, 12)).toEqual([...Array(10).fill(6), 9, 9]);
    expect(lengths.length).toBe(40);
  });

  test('a long code works as well', async () => {
    for (let asked = 0; asked < 12; asked++) {
      shop.clock.advance(10 * 60_000);
      await ask(visitorFrom('192.0.2.1'));
    }
    const visitor = visitorFrom('198.51.100.1');
    const fields = await ask(visitor);
    const code = await mailedCode(shop, email);
    expect(code).toMatch(/^\d{3} \d{3} \d{3}$/);
    expect((await visitor.post('/sign-in/code', { ...fields, code })).status).toBe(303);
  });
});

describe('all processes count together', () => {
  test('wrong codes of one network', async () => {
    const wrong = { ticket: 'none', code: '1', email };
    const statuses = [];
    for (const app of strict) {
      statuses.push((await visitorFrom('192.0.2.9', app).post('/sign-in/code', wrong)).status);
    }
    expect(statuses).toEqual([422, 422, 429]);
    expect((await visitorFrom('192.0.2.8', strict[0]).post('/sign-in/code', wrong)).status).toBe(422);
  });

  test('look-ups that find nothing, of one network and of one order', async () => {
    const statuses = async (...tried: [string, string][]) => {
      const answers = [];
      for (const [index, [network, number]] of tried.entries()) {
        const visitor = visitorFrom(network, strict[index]);
        answers.push((await visitor.post('/status', { number, email: 'else@example.com' })).status);
      }
      return answers;
    };
    const one = '192.0.2.9';
    expect(await statuses([one, 'a-1'], [one, 'a-2'], [one, 'a-3'])).toEqual([404, 404, 429]);
    expect(await statuses(['192.0.2.1', ORDER], ['192.0.2.2', ORDER])).toEqual([404, 404]);
    expect(await statuses(['192.0.2.3', ORDER])).toEqual([429]);
  });

  test('what goes well is not counted, and no address or network is kept', async () => {
    const before = await count('from tallies');
    const found = await visitorFrom('192.0.2.5').post('/status', { number: ORDER, email });
    expect(found.status).toBe(303);
    expect(await count('from tallies')).toBe(before);
    await visitorFrom('192.0.2.5').post('/status', { number: ORDER, email: 'else@example.com' });
    expect(await count('from tallies')).toBe(before + 2);
    const { rows } = await shop.database.pool.query('select tallies::text as row from tallies');
    expect(rows.map(({ row }) => row).join()).not.toMatch(/192\.0\.2|example\.com/);
  });
});
