import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  acceptInvitation,
  invite,
  keepStaff,
  listStaff,
  type Role,
} from '../../src/modules/accounts/index.ts';
import { putSeller } from '../../src/modules/sellers/index.ts';
import { mailsTo } from '../accounts/mailed.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';

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

/** Somebody at a desk who has come in with a passkey a moment ago. */
async function atDesk(name: string, role: Role, whose: string | null = seller) {
  const kind = whose === null ? ('operator' as const) : ('seller' as const);
  const email = `${name}@${whose ?? 'shop'}.example`;
  const person = { kind, email, name: '', seller: whose, role, demonstration: false };
  const id = (await keepStaff(shop.database.pool, person, shop.clock.now()))!;
  await shop.database.pool.query(
    `insert into staff_passkeys (id, public_key, account_id, credential_id, counter, device_type, backed_up)
     values ($1, '', $1, $1, 0, 'singleDevice', false)`,
    [id],
  );
  const visitor = new Visitor(shop.app);
  visitor.keep(await shop.deps.accounts.begin('staff', id, 'passkey', new Headers()));
  return { id, email, visitor };
}

const textOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

/** Posts what a page says would be posted, and what is chosen on it. @returns the answer of each step */
async function click(visitor: Visitor, path: string, chosen: Record<string, string> = {}) {
  const fields = Visitor.fields(await textOf(visitor, path));
  return visitor.post(path, { ...fields, ...chosen });
}

/** The same, on the page before it too. */
async function clickThrough(visitor: Visitor, path: string, chosen: Record<string, string>) {
  const asked = await (await click(visitor, path, chosen)).text();
  return { asked, answer: await visitor.post(path, { ...Visitor.fields(asked), step: 'confirm' }) };
}

const team = () => ({ kind: 'seller' as const, seller });
const rolesNow = async () =>
  (await listStaff(shop.database.pool, team())).map(({ email, role }) => `${email.split('@')[0]} ${role}`);

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

describe('inviting', () => {
  test('says first what will happen, then mails a link that opens this very desk', async () => {
    const { visitor } = await atDesk('owner', 'owner');
    const email = `New@${seller}.example`;
    const wish = { email, name: 'Nela Nowak', role: 'staff' };
    const { asked, answer } = await clickThrough(visitor, '/desk/people/invite', wish);
    expect(asked).toContain(`${email.toLowerCase()} gets a mail with a link that works once, for 7 days.`);
    expect(answer.headers.get('location')).toBe('/desk/people?changed=invited');
    expect(await textOf(visitor, '/desk/people?changed=invited')).toContain('The invitation is on its way.');
    const [mail] = await mailsTo(shop, email.toLowerCase());
    expect(mail).toMatchObject({ type: 'invitation', data: { kind: 'seller', role: 'staff' } });
    await new Visitor(shop.app).post(new URL(mail!.data.url!).pathname, {});
    expect(await listStaff(shop.database.pool, team())).toMatchObject([
      { role: 'owner' },
      { role: 'staff', name: 'Nela Nowak', email: email.toLowerCase() },
    ]);
  });

  test('clicked twice is one mail', async () => {
    const { visitor } = await atDesk('owner', 'owner');
    const email = `twice@${seller}.example`;
    const asked = await (await click(visitor, '/desk/people/invite', { email, role: 'viewer' })).text();
    const form = { ...Visitor.fields(asked), step: 'confirm' };
    await Promise.all([1, 2, 3].map(() => visitor.post('/desk/people/invite', form)));
    expect(await mailsTo(shop, email)).toHaveLength(1);
  });

  test('what is no address is said beside what was typed, which stays', async () => {
    const { visitor } = await atDesk('owner', 'owner');
    const answer = await click(visitor, '/desk/people/invite', {
      email: 'nobody',
      name: 'Nela',
      role: 'viewer',
    });
    const page = await answer.text();
    expect([answer.status, page]).toEqual([422, expect.stringContaining('value="Nela"')]);
    expect(page).toContain('value="viewer" checked');
  });

  test('somebody who works here keeps their role, and is told what ends', async () => {
    const { visitor } = await atDesk('owner', 'owner');
    const { email } = await atDesk('staff', 'staff');
    const { asked } = await clickThrough(visitor, '/desk/people/invite', { email, role: 'owner' });
    expect(asked).toContain(`${email} works here already.`);
    expect((await mailsTo(shop, email))[0]).toMatchObject({ type: 'invitation', data: { role: 'staff' } });
  });

  test('is sent again with another link, and withdrawn', async () => {
    const { visitor } = await atDesk('owner', 'owner');
    const email = `again@${seller}.example`;
    await clickThrough(visitor, '/desk/people/invite', { email, role: 'viewer' });
    const [, id] = /invitations\/([\w-]+)\/again/.exec(await textOf(visitor, '/desk/people'))!;
    await click(visitor, `/desk/people/invitations/${id}/again`);
    const links = (await mailsTo(shop, email)).map(({ data }) => new URL(data.url!).pathname);
    expect(links).toHaveLength(2);
    const open = async (link: string) => (await new Visitor(shop.app).get(link)).status;
    expect([await open(links[0]!), await open(links[1]!)]).toEqual([200, 404]);
    const answer = await click(visitor, `/desk/people/invitations/${id}/withdraw`);
    expect(answer.headers.get('location')).toBe('/desk/people?changed=withdrawn');
    expect(await open(links[0]!)).toBe(404);
    expect(await textOf(visitor, '/desk/people')).not.toContain(email);
  });

  test('twenty mails an hour are enough for one desk', async () => {
    const { visitor } = await atDesk('owner', 'owner');
    const fields = Visitor.fields(await textOf(visitor, '/desk/people/invite'));
    const statuses: number[] = [];
    for (let sent = 0; sent < 21; sent++) {
      const form = {
        ...fields,
        email: `n${sent}@${seller}.example`,
        role: 'viewer',
        step: 'confirm',
        form: `${sent}`,
      };
      statuses.push((await visitor.post('/desk/people/invite', form)).status);
    }
    expect(statuses).toEqual([...Array(20).fill(303), 429]);
  });
});

describe('changing and removing', () => {
  test('another role is seen first, counts at once, and is told by mail', async () => {
    const { visitor } = await atDesk('owner', 'owner');
    const { id, email, visitor: staff } = await atDesk('staff', 'staff');
    const { asked, answer } = await clickThrough(visitor, `/desk/people/${id}/role`, { role: 'owner' });
    expect(asked).toContain(`${email} is staff now. From the next click on the role is: owner`);
    expect(answer.headers.get('location')).toBe('/desk/people?changed=role');
    expect((await staff.get('/desk/people')).status).toBe(200);
    expect((await mailsTo(shop, email))[0]).toEqual({
      type: 'access_changed',
      data: { what: 'role', kind: 'seller', role: 'owner' },
    });
  });

  test('who is removed is signed out with the next click', async () => {
    const { visitor } = await atDesk('owner', 'owner');
    const { id, email, visitor: staff } = await atDesk('staff', 'staff');
    expect((await staff.get('/desk/requests')).status).toBe(200);
    const answer = await click(visitor, `/desk/people/${id}/remove`);
    expect(answer.headers.get('location')).toBe('/desk/people?changed=removed');
    expect((await staff.get('/desk/requests')).headers.get('location')).toMatch(/^\/desk\/sign-in/);
    expect((await mailsTo(shop, email))[0]).toMatchObject({ data: { what: 'removed' } });
    expect(await textOf(visitor, '/desk/people')).not.toContain(email);
  });

  test('nobody does it to themselves, and the list offers no way to', async () => {
    const { visitor, id } = await atDesk('owner', 'owner');
    await atDesk('second', 'owner');
    expect(await textOf(visitor, '/desk/people')).not.toContain(`${id}/remove`);
    const answer = await click(visitor, `/desk/people/${id}/remove`);
    expect([answer.status, await answer.text()]).toEqual([
      409,
      expect.stringContaining('another owner does that'),
    ]);
    expect((await clickThrough(visitor, `/desk/people/${id}/role`, { role: 'viewer' })).answer.status).toBe(
      409,
    );
    expect(await rolesNow()).toEqual(['owner owner', 'second owner']);
  });

  test('two owners who remove each other at once: one remains', async () => {
    for (let round = 0; round < 5; round++) {
      seller = `s-race-${round}`;
      const [a, b] = [await atDesk('a', 'owner'), await atDesk('b', 'owner')];
      const forms = await Promise.all(
        [
          [a, b],
          [b, a],
        ].map(async ([by, whom]) => {
          const path = `/desk/people/${whom!.id}/remove`;
          return { by, path, fields: Visitor.fields(await textOf(by!.visitor, path)) };
        }),
      );
      const answers = await Promise.all(forms.map(({ by, path, fields }) => by!.visitor.post(path, fields)));
      expect(await rolesNow()).toHaveLength(1);
      expect(answers.filter(({ headers }) => headers.get('location')?.endsWith('removed'))).toHaveLength(1);
    }
  });
});

test('a form that came too late for its session leads back to where work begins', async () => {
  const nobody = await new Visitor(shop.app).post('/desk/requests/cas_1', { act: 'say' });
  expect(nobody.headers.get('location')).toBe('/desk/sign-in?back=%2Fdesk%2Frequests');
});
