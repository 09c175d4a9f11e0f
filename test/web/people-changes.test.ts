import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listStaff, type Role } from '../../src/modules/accounts/index.ts';
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
const team = () => ({ kind: 'seller' as const, seller });

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
