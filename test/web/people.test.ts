import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptInvitation, invite, type Role } from '../../src/modules/accounts/index.ts';
import { putSeller } from '../../src/modules/sellers/index.ts';
import { mailsTo } from '../accounts/mailed.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { click, clickThrough, comeIn, rolesOf, textOf } from './people-desk.ts';

let shop: TestShop;
let turn = 0;
/** A seller of each test's own. */
let seller: string;

beforeAll(async () => {
  shop = await testShop();
  shop.clock.set(Date.now());
});
beforeEach(() => {
  seller = `s-${turn++}`;
});
afterAll(() => shop.close());

const atDesk = (name: string, role: Role, whose: string | null = seller) => comeIn(shop, name, role, whose);
const rolesNow = () => rolesOf(shop, seller);

describe('who may see and change it', () => {
  test('owners alone: staff and viewers are refused, every way', async () => {
    const owner = await atDesk('owner', 'owner');
    for (const role of ['staff', 'viewer'] as const) {
      const { visitor, id } = await atDesk(role, role);
      expect(await textOf(visitor, '/desk/requests')).not.toContain('/desk/people');
      for (const path of ['', '/invite', `/${owner.id}/role`, `/${owner.id}/remove`]) {
        expect((await visitor.get(`/desk/people${path}`)).status, path).toBe(403);
        if (path === '') continue;
        const form = { step: 'confirm', role: 'viewer', email: 'new@x.example', token: 'x' };
        expect((await visitor.post(`/desk/people${path}`, form)).status, path).toBe(403);
      }
      expect((await visitor.post(`/desk/people/${id}/role`, { role: 'owner' })).status).toBe(403);
    }
    expect(await rolesNow()).toEqual(['owner owner', 'staff staff', 'viewer viewer']);
  });

  test('an owner sees and changes the people of their own seller, and nobody else', async () => {
    const { visitor } = await atDesk('owner', 'owner');
    const other = await atDesk('other', 'staff', `${seller}-else`);
    const wish = {
      kind: 'seller' as const,
      seller: `${seller}-else`,
      email: 'x@else.example',
      role: 'staff' as const,
    };
    const invited = await invite(shop.database.pool, wish, shop.clock.now());
    const page = await textOf(visitor, '/desk/people');
    expect(page).toContain(`owner@${seller}.example`);
    expect(page).toMatch(/Signs in with a passkey\. Last sign-in: \d/);
    expect(page).not.toContain(other.email);
    expect(page).not.toContain('x@else.example');
    const token = Visitor.fields(await textOf(visitor, '/desk/people/invite')).token!;
    for (const path of [`${other.id}/role`, `${other.id}/remove`, `invitations/${invited.id}/again`]) {
      expect((await visitor.get(`/desk/people/${path}`)).status, path).toBe(404);
      const form = { token, step: 'confirm', role: 'viewer', form: path };
      expect((await visitor.post(`/desk/people/${path}`, form)).status, path).toBe(404);
    }
    await visitor.post(`/desk/people/invitations/${invited.id}/withdraw`, { token });
    expect(
      await acceptInvitation(shop.database.pool, { token: invited.token, email: '' }, shop.clock.now()),
    ).not.toBeNull();
    expect((await visitor.get('/operator/people')).status).toBe(403);
  });

  test('operators have their own, and nobody comes in without a session', async () => {
    const { visitor, email } = await atDesk('boss', 'owner', null);
    expect(await textOf(visitor, '/operator/people')).toContain(email);
    const nobody = await new Visitor(shop.app).get('/operator/people');
    expect(nobody.headers.get('location')).toBe('/operator/sign-in?back=%2Foperator%2Fpeople');
  });

  test('an owner of the shop looks after the people of a seller too; one last owner stays', async () => {
    const shown = {
      name: 'Second Shelf',
      email: null,
      time_zone: 'UTC',
      country: 'US',
      handling_days: 2,
      locale: 'en',
    };
    await putSeller(shop.database.pool, { ...shown, id: seller }, shop.clock.now());
    const { id, email } = await atDesk('only', 'owner');
    const boss = await atDesk(`boss-of-${seller}`, 'owner', null);
    const page = await textOf(boss.visitor, `/operator/people?seller=${seller}`);
    expect(page).toContain('Everybody who signs in to the desk of Second Shelf.');
    expect([page.includes(email), page.includes(boss.email)]).toEqual([true, false]);
    const refused = await click(boss.visitor, `/operator/people/${id}/remove?seller=${seller}`);
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('else an owner first'),
    ]);
    const wish = { email: `second@${seller}.example`, role: 'owner' };
    const { answer } = await clickThrough(boss.visitor, `/operator/people/invite?seller=${seller}`, wish);
    expect(answer.headers.get('location')).toBe(`/operator/people?seller=${seller}&changed=invited`);
    expect((await mailsTo(shop, wish.email))[0]).toMatchObject({ data: { kind: 'seller' } });
    expect((await boss.visitor.get(`/operator/people/${id}/role`)).status).toBe(404);
    expect((await boss.visitor.get('/operator/people?seller=nobody')).status).toBe(404);
    expect((await boss.visitor.get('/operator/people/invite?seller=nobody')).status).toBe(404);
  });

  test('a seller asks for nobody else by name', async () => {
    const { visitor, email } = await atDesk('owner', 'owner');
    const other = await atDesk('other', 'owner', `${seller}-else`);
    const page = await textOf(visitor, `/desk/people?seller=${seller}-else`);
    expect([page.includes(email), page.includes(other.email)]).toEqual([true, false]);
    expect((await visitor.get(`/desk/people/${other.id}/role?seller=${seller}-else`)).status).toBe(404);
    const path = `/operator/people?seller=${seller}-else`;
    expect((await visitor.get(path)).status).toBe(403);
  });

  test('a form without the token, or from another site, changes nothing', async () => {
    const { visitor } = await atDesk('owner', 'owner');
    const { id } = await atDesk('staff', 'staff');
    const path = `/desk/people/${id}/remove`;
    const fields = Visitor.fields(await textOf(visitor, path));
    expect((await visitor.post(path, { ...fields, token: '' })).status).toBe(403);
    expect((await visitor.post(path, fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await rolesNow()).toEqual(['owner owner', 'staff staff']);
  });

  test('looking is free; every change asks whether it is still them, before a form is filled in', async () => {
    const { visitor } = await atDesk('owner', 'owner');
    const { id } = await atDesk('staff', 'staff');
    const path = `/desk/people/${id}/remove`;
    const fields = Visitor.fields(await textOf(visitor, path));
    shop.clock.advance(10 * 60_000);
    expect((await visitor.get('/desk/people')).status).toBe(200);
    for (const rest of ['/invite', `/${id}/role`, `/${id}/remove`]) {
      const { headers } = await visitor.get(`/desk/people${rest}`);
      expect(headers.get('location')).toBe(`/desk/confirm?back=${encodeURIComponent(`/desk/people${rest}`)}`);
    }
    const posted = await visitor.post(path, fields);
    expect(posted.headers.get('location')).toBe('/desk/confirm?back=%2Fdesk%2Fpeople');
    expect(await rolesNow()).toEqual(['owner owner', 'staff staff']);
    shop.clock.set(Date.now());
  });
});

test('a form that came too late for its session leads back to where work begins', async () => {
  const nobody = await new Visitor(shop.app).post('/desk/requests/cas_1', { act: 'say' });
  expect(nobody.headers.get('location')).toBe('/desk/sign-in?back=%2Fdesk%2Frequests');
});
