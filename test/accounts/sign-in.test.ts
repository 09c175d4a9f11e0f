import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LookupLimits } from '../../src/modules/order-view/lookup.ts';
import { webRoutes } from '../../src/web/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { ORDER, place } from '../support/stories.ts';
import { mailedCode, mailsTo } from './mailed.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
  await shop.deps.ledger.execute(place({ locale: 'en' }));
});
afterAll(() => shop.close());

const email = 'buyer@example.com';

/** The page on which the code is typed, and its form. */
async function askForCode(visitor: Visitor, to = email, back = '') {
  const answer = await visitor.post('/sign-in', { email: to, back });
  const page = await answer.text();
  return { status: answer.status, page, fields: Visitor.fields(page) };
}

describe('a buyer signs in by a mailed code', () => {
  test('types it, and is where they wanted to go; their orders are open', async () => {
    const visitor = new Visitor(shop.app);
    const { fields } = await askForCode(visitor, ' Buyer@example.com', `/orders/${ORDER}`);
    const code = await mailedCode(shop, email);
    const answer = await visitor.post('/sign-in/code', { ...fields, code });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/orders/${ORDER}`]);
    expect((await visitor.get(`/orders/${ORDER}`)).status).toBe(200);
    expect(await (await visitor.get('/account')).text()).toContain(email);
  });

  test('the code works once, and only in the browser that asked for it', async () => {
    const [one, other] = [new Visitor(shop.app), new Visitor(shop.app)];
    const asked = await askForCode(one);
    const askedToo = await askForCode(other);
    const code = await mailedCode(shop, email);
    expect((await one.post('/sign-in/code', { ...asked.fields, code })).status).toBe(422);
    expect((await other.post('/sign-in/code', { ...askedToo.fields, code })).status).toBe(303);
    expect((await other.post('/sign-in/code', { ...askedToo.fields, code })).status).toBe(422);
  });

  test('after ten minutes it is worth nothing', async () => {
    const visitor = new Visitor(shop.app);
    const { fields } = await askForCode(visitor);
    const code = await mailedCode(shop, email);
    shop.clock.advance(10 * 60_000);
    expect((await visitor.post('/sign-in/code', { ...fields, code })).status).toBe(422);
  });

  test('five wrong tries use it up', async () => {
    const visitor = new Visitor(shop.app);
    const { fields } = await askForCode(visitor);
    const code = await mailedCode(shop, email);
    const wrong = String((Number(code.replace(' ', '')) + 1) % 1_000_000).padStart(6, '0');
    for (let tried = 0; tried < 5; tried++) await visitor.post('/sign-in/code', { ...fields, code: wrong });
    expect((await visitor.post('/sign-in/code', { ...fields, code })).status).toBe(422);
  });

  test('nobody sees whether an address is known: the same page, the same status; only the mail differs', async () => {
    shop.clock.advance(3_600_000);
    const known = await askForCode(new Visitor(shop.app), email);
    const unknown = await askForCode(new Visitor(shop.app), 'nobody@example.com');
    const same = ({ status, page }: typeof known, shown: string) => [
      status,
      page.replaceAll(shown, '*').replaceAll(/ value="[^"]*"/g, ''),
    ];
    expect(same(unknown, 'nobody@example.com')).toEqual(same(known, email));
    expect(await mailsTo(shop, 'nobody@example.com')).toEqual([]);
    const wrong = await new Visitor(shop.app).post('/sign-in/code', { ...unknown.fields, code: '000000' });
    expect(wrong.status).toBe(422);
  });

  test('a mailbox is not flooded: of many codes four are mailed in ten minutes, and who got none sees no difference', async () => {
    shop.clock.advance(3_600_000);
    const before = (await mailsTo(shop, email)).length;
    const pages = [];
    for (let asked = 0; asked < 8; asked++) pages.push(await askForCode(new Visitor(shop.app)));
    expect((await mailsTo(shop, email)).length - before).toBe(4);
    const shown = pages.map(({ status, page }) => [status, page.replaceAll(/ value="[^"]*"/g, '')]);
    expect(new Set(shown.map(String)).size).toBe(1);
  });

  test('one network asks and tries only so often', async () => {
    shop.clock.advance(3_600_000);
    const { config } = shop.deps;
    const app = webRoutes({
      ...shop.deps,
      config: { ...config, lookupLimit: 2 },
      lookups: new LookupLimits(9),
    });
    const visitor = new Visitor(app);
    const statuses: number[] = [];
    for (let asked = 0; asked < 3; asked++)
      statuses.push((await askForCode(visitor, 'x@example.com')).status);
    for (let tried = 0; tried < 3; tried++) {
      statuses.push((await visitor.post('/sign-in/code', { ticket: 'none', code: '1', email: 'x' })).status);
    }
    expect(statuses).toEqual([200, 200, 429, 422, 422, 429]);
  });

  test('is never sent to another site afterwards', async () => {
    shop.clock.advance(3_600_000);
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
    ]) {
      const visitor = new Visitor(shop.app);
      const { fields } = await askForCode(visitor, email, back);
      const answer = await visitor.post('/sign-in/code', { ...fields, code: await mailedCode(shop, email) });
      expect(answer.headers.get('location')).toBe('/orders');
    }
  });

  test('a form on another site is not believed', async () => {
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    for (const path of ['/sign-in', '/sign-in/code', '/sign-in/shop', '/account/name']) {
      const visitor = new Visitor(shop.app);
      await shop.signIn(visitor, { email });
      expect([path, (await visitor.post(path, { email }, elsewhere)).status]).toEqual([path, 403]);
    }
  });

  test('signing in anew ends the session before it', async () => {
    shop.clock.advance(3_600_000);
    const visitor = new Visitor(shop.app);
    await shop.signIn(visitor, { email });
    const before = visitor.cookie;
    const { fields } = await askForCode(visitor);
    await visitor.post('/sign-in/code', { ...fields, code: await mailedCode(shop, email) });
    expect(await shop.deps.accounts.whoIs('customer', before)).toBeNull();
    expect(await shop.deps.accounts.whoIs('customer', visitor.cookie)).toMatchObject({
      proof: 'mailed_code',
    });
  });
});

test('no code and no ticket is stored in the clear', async () => {
  shop.clock.advance(3_600_000);
  const { fields } = await askForCode(new Visitor(shop.app));
  const code = await mailedCode(shop, email);
  const { rows } = await shop.database.pool.query('select mailed_codes::text as row from mailed_codes');
  const stored = rows.map(({ row }) => row).join('\n');
  expect(stored).toContain(email);
  expect(stored).not.toContain(fields.ticket!);
  expect(stored).not.toContain(code.replace(' ', ''));
});
