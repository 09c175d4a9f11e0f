import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signLink } from '../../src/modules/order-view/links.ts';
import { LookupLimits } from '../../src/modules/order-view/lookup.ts';
import { webRoutes } from '../../src/web/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { ORDER, place } from '../support/stories.ts';

const SLASHED = 'PL/2026:1';
let shop: TestShop;
let visitor: Visitor;

beforeAll(async () => {
  shop = await testShop();
  await shop.deps.ledger.execute(place({ locale: 'pl', time_zone: 'Europe/Warsaw' }));
  await shop.deps.ledger.execute(place({ number: SLASHED }));
});
afterAll(() => shop.close());

function newVisitor(app = shop.app): Visitor {
  return new Visitor(app);
}

const known = { number: ORDER, email: ' Buyer@Example.com ' };

describe('looking an order up', () => {
  test('opens it: a session in a cookie no script can read, and an address without the e-mail', async () => {
    visitor = newVisitor();
    const response = await visitor.post('/status', known);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`/orders/${ORDER}`);
    expect(response.headers.get('set-cookie')).toMatch(
      /^tidings=[\w.-]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    );
    const page = await visitor.get(`/orders/${ORDER}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(ORDER);
  });

  test('an order number with a slash finds its way through addresses', async () => {
    const response = await visitor.post('/status', { ...known, number: SLASHED });
    expect(response.headers.get('location')).toBe('/orders/PL%2F2026%3A1');
    expect((await visitor.get('/orders/PL%2F2026%3A1')).status).toBe(200);
    // The first order is still open in the same session.
    expect((await visitor.get(`/orders/${ORDER}`)).status).toBe(200);
  });

  test('a wrong address, a wrong number and no order at all are answered alike, to the letter', async () => {
    const attempts = [
      { number: ORDER, email: 'someone@example.com' },
      { number: 'nothing-1', email: 'buyer@example.com' },
      { number: '', email: '' },
      { number: '\u0000', email: '\u0000' },
      { number: "'; drop table stories; --", email: '%00' },
      { number: ORDER, email: '' },
    ];
    const answers = await Promise.all(
      attempts.map(async (attempt) => {
        const response = await newVisitor().post('/status', attempt);
        const page = await response.text();
        // What was typed is shown again; everything else must be the same.
        const same = page.replaceAll(/ value="[^"]*"/g, '');
        return { status: response.status, cookie: response.headers.get('set-cookie'), same };
      }),
    );
    expect(answers[0]!.status).toBe(404);
    expect(answers[0]!.cookie).toBeNull();
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('too often from one address is 429, with the time to wait, also for the right answer', async () => {
    const app = webRoutes({ ...shop.deps, lookups: new LookupLimits(2) });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) statuses.push((await newVisitor(app).post('/status', known)).status);
    expect(statuses).toEqual([303, 303, 429]);
    const refused = await newVisitor(app).post('/status', { ...known, locale: 'pl' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('Za dużo prób');
  });

  test('a form on another site is not believed', async () => {
    const response = await newVisitor().post('/status', known, { 'sec-fetch-site': 'cross-site' });
    expect(response.status).toBe(403);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  test.each(['/status', `/orders/${ORDER}/cancel`])(
    'a form that cannot be read says nothing: %s',
    async (path) => {
      const broken = { 'content-type': 'multipart/form-data; boundary=x' };
      expect((await newVisitor().post(path, known, broken)).status).toBeOneOf([303, 404]);
    },
  );

  test('markup typed into the form comes back as text', async () => {
    const response = await newVisitor().post('/status', {
      number: '"><script>alert(1)</script>',
      email: `'"<b>`,
    });
    const page = await response.text();
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<b>');
  });
});

describe('without a session', () => {
  test.each([ORDER, 'no-such-order', 'PL%2F2026%3A1'])(
    '%s leads to the form, whether it exists or not',
    async (number) => {
      const response = await newVisitor().get(`/orders/${number}`);
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe(`/status?number=${number}`);
      const form = await (await newVisitor().get(`/status?number=${number}`)).text();
      expect(form).toContain(`value="${decodeURIComponent(number)}"`);
    },
  );

  test('a cookie of somebody else, or one that was changed, opens nothing', async () => {
    const stranger = newVisitor();
    for (const cookie of [
      'tidings=x',
      `${visitor.cookie}x`,
      visitor.cookie.replace('tidings=1.', 'tidings=1.AA'),
    ]) {
      expect((await stranger.get(`/orders/${ORDER}`, { cookie })).status).toBe(303);
    }
    expect((await visitor.get('/orders/another-order')).status).toBe(303);
  });

  test('a session ends by itself', async () => {
    const late = newVisitor();
    await late.post('/status', known);
    shop.clock.advance(8 * 86_400_000);
    expect((await late.get(`/orders/${ORDER}`)).status).toBe(303);
    shop.clock.advance(-8 * 86_400_000);
  });
});

describe('the link in a mail', () => {
  test('shows a button and opens nothing by itself; the button opens the order', async () => {
    const reader = newVisitor();
    const landing = await reader.get(shop.link(ORDER));
    expect(landing.status).toBe(200);
    expect(landing.headers.get('set-cookie')).toBeNull();
    const opened = await reader.post(shop.link(ORDER), {});
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/orders/${ORDER}`]);
    expect((await reader.get(`/orders/${ORDER}`)).status).toBe(200);
  });

  test('goes on to the item, or to the question whether to cancel it', async () => {
    const cancel = await newVisitor().post(`${shop.link(ORDER)}?cancel=2`, {});
    expect(cancel.headers.get('location')).toBe(`/orders/${ORDER}/cancel?line=2`);
    const line = await newVisitor().post(`${shop.link(ORDER)}?line=2`, {});
    expect(line.headers.get('location')).toBe(`/orders/${ORDER}#line-2`);
  });

  test('too old: kindly, with the other way in and the number already there', async () => {
    const link = shop.link(ORDER);
    shop.clock.advance(15 * 86_400_000);
    for (const response of [await newVisitor().get(link), await newVisitor().post(link, {})]) {
      expect(response.status).toBe(410);
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(await response.text()).toContain(`value="${ORDER}"`);
    }
    shop.clock.advance(-15 * 86_400_000);
  });

  test.each(['nonsense', 'a.b.c', '1.QQ.QQ'])('%s is no link of ours', async (token) => {
    const response = await newVisitor().get(`/o/${token}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('name="email"');
  });

  test('revoked: links and sessions of before open nothing any more', async () => {
    const number = 'revoked-1';
    await shop.deps.ledger.execute(place({ number }));
    const reader = newVisitor();
    const link = signLink(shop.deps.secrets, { number, access_epoch: 1 }, shop.clock.now());
    expect((await reader.post(link, {})).status).toBe(303);
    expect((await reader.get(`/orders/${number}`)).status).toBe(200);
    await shop.database.pool.query('update contacts set access_epoch = 2 where order_number = $1', [number]);
    expect((await reader.get(`/orders/${number}`)).status).toBe(303);
    expect((await reader.post(link, {})).status).toBe(410);
  });
});

describe('over https', () => {
  test('the cookie is bound to the host and never sent in the clear; a path in front is kept', async () => {
    const rooted = webRoutes({ ...shop.deps, public_url: 'https://orders.example' });
    const cookie = (await newVisitor(rooted).post('/status', known)).headers.get('set-cookie');
    expect(cookie).toMatch(/^__Host-tidings=.*; Path=\/; .*; Secure$/);
    const nested = webRoutes({ ...shop.deps, public_url: 'https://shop.example/tidings' });
    const response = await newVisitor(nested).post('/status', known);
    expect(response.headers.get('location')).toBe(`/tidings/orders/${ORDER}`);
    expect(response.headers.get('set-cookie')).toMatch(/^tidings=.*; Path=\/tidings; .*; Secure$/);
  });
});
