import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webRoutes } from '../../src/web/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { ORDER, place } from '../support/stories.ts';
import { mailedCode, mailsTo } from './mailed.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
  shop.app = webRoutes({ ...shop.deps, config: { ...shop.deps.config, lookupLimit: 1_000 } });
  await shop.deps.ledger.execute(place({ locale: 'en' }));
});
afterAll(() => shop.close());

async function buyer(email: string): Promise<{ visitor: Visitor; token: string; page: string }> {
  const visitor = new Visitor(shop.app);
  await shop.signIn(visitor, { email });
  const page = await (await visitor.get('/account')).text();
  return { visitor, token: Visitor.fields(page).token!, page };
}

const whoIs = (visitor: Visitor) => shop.deps.accounts.whoIs('customer', visitor.cookie);

test('nobody sees an account without signing in', async () => {
  const answer = await new Visitor(shop.app).get('/account');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?back=%2Faccount']);
});

describe('a change of address', () => {
  test('closes the links in the old mailbox; whoever reads it puts the address back', async () => {
    const number = 'moved-1';
    const command = place({ number });
    command.body.contact = { ...command.body.contact, email: 'left@example.com' };
    await shop.deps.ledger.execute(command);
    const link = shop.link(number);
    expect((await new Visitor(shop.app).post(link, {})).status).toBe(303);
    const { visitor, token } = await buyer('left@example.com');
    const asked = await visitor.post('/account/email', { token, email: 'moved@example.com' });
    const code = await mailedCode(shop, 'moved@example.com');
    await visitor.post('/account/email/code', { ...Visitor.fields(await asked.text()), code });
    expect((await new Visitor(shop.app).post(link, {})).status).toBe(410);
    expect((await visitor.get(`/orders/${number}`)).status).toBe(200);
  });

  test('wants the new mailbox proven, tells the old one, and can be undone from there', async () => {
    const { visitor, token } = await buyer('old@example.com');
    const asked = await visitor.post('/account/email', { token, email: 'New@example.com' });
    const fields = Visitor.fields(await asked.text());
    expect(await whoIs(visitor)).toMatchObject({ email: 'old@example.com' });
    const wrong = await visitor.post('/account/email/code', { ...fields, code: '12' });
    expect(wrong.status).toBe(422);
    await visitor.post('/account/email/code', { ...fields, code: await mailedCode(shop, 'new@example.com') });
    expect(await whoIs(visitor)).toMatchObject({ email: 'new@example.com' });

    const [told] = await mailsTo(shop, 'old@example.com');
    expect(told).toMatchObject({
      type: 'contact_changed',
      data: { to: expect.not.stringContaining('new@') },
    });
    const path = new URL(told!.data.undo!).pathname;
    const owner = new Visitor(shop.app);
    expect((await owner.get(path)).status).toBe(200);
    expect(await whoIs(visitor)).not.toBeNull();
    expect((await owner.post(path, {})).status).toBe(200);
    expect(await whoIs(visitor)).toBeNull();
    expect((await buyer('old@example.com')).page).toContain('old@example.com');
    expect((await owner.post(path, {})).status).toBe(404);
  });

  test('an address that has an account is not taken over', async () => {
    await buyer('taken@example.com');
    const { visitor, token } = await buyer('mover@example.com');
    const asked = await visitor.post('/account/email', { token, email: 'taken@example.com' });
    const fields = Visitor.fields(await asked.text());
    const code = await mailedCode(shop, 'taken@example.com');
    expect((await visitor.post('/account/email/code', { ...fields, code })).status).toBe(422);
    expect(await whoIs(visitor)).toMatchObject({ email: 'mover@example.com' });
  });

  test('a code that was mailed for signing in changes no address', async () => {
    const { visitor, token } = await buyer('one@example.com');
    await buyer('two@example.com');
    const signing = await visitor.post('/sign-in', { email: 'two@example.com', back: '' });
    const { ticket } = Visitor.fields(await signing.text());
    const code = await mailedCode(shop, 'two@example.com');
    const answer = await visitor.post('/account/email/code', { token, ticket: ticket!, code, email: 'x' });
    expect(answer.status).toBe(422);
  });

  test('is for those who came in a moment ago', async () => {
    const { visitor, token } = await buyer('late@example.com');
    shop.clock.advance(10 * 60_000);
    const answer = await visitor.post('/account/email', { token, email: 'new@example.com' });
    expect(answer.headers.get('location')).toBe('/sign-in?back=%2Faccount');
  });
});

test('sessions are listed and ended, one or all others; a name is kept', async () => {
  const [one, two, three] = [
    await buyer('s@example.com'),
    await buyer('s@example.com'),
    await buyer('s@example.com'),
  ];
  await one.visitor.post('/account/name', { token: one.token, name: 'Ann <b>' });
  expect(await (await one.visitor.get('/account')).text()).toContain('Ann &lt;b&gt;');
  const { session } = (await whoIs(two.visitor))!;
  await one.visitor.post('/account/sessions/end', { token: one.token, session });
  expect([await whoIs(two.visitor), await whoIs(three.visitor)]).toEqual([null, expect.anything()]);
  await one.visitor.post('/account/sessions/end-others', { token: one.token });
  expect(await whoIs(three.visitor)).toBeNull();
  const ended = one.visitor.cookie;
  await one.visitor.post('/account/sign-out', { token: one.token });
  expect(await shop.deps.accounts.whoIs('customer', ended)).toBeNull();
});

test('nobody ends the session or removes the passkey of another', async () => {
  const [mine, theirs] = [await buyer('mine@example.com'), await buyer('theirs@example.com')];
  const { session } = (await whoIs(theirs.visitor))!;
  await mine.visitor.post('/account/sessions/end', { token: mine.token, session });
  expect(await whoIs(theirs.visitor)).not.toBeNull();
  expect((await theirs.visitor.post('/account/sign-out', { token: mine.token })).status).toBe(403);
});

describe('a guest proves the mailbox of one order', () => {
  const known = { number: ORDER, email: 'buyer@example.com' };
  const path = `/orders/${ORDER}/identify?back=%2Forders%2F${ORDER}%2Fchange`;

  test('by a code, after number and e-mail; then they are asked no more', async () => {
    const visitor = new Visitor(shop.app);
    await visitor.post('/status', known);
    const ask = await (await visitor.get(path)).text();
    const sent = await (await visitor.post(path, Visitor.fields(ask))).text();
    const fields = Visitor.fields(sent);
    expect((await visitor.post(path, { ...fields, code: '1' })).status).toBe(422);
    const answer = await visitor.post(path, { ...fields, code: await mailedCode(shop, known.email) });
    expect(answer.headers.get('location')).toBe(`/orders/${ORDER}/change`);
    expect((await visitor.get(path)).headers.get('location')).toBe(`/orders/${ORDER}/change`);
  });

  test('or by having come from a mail; a look-up later proves nothing less and nothing more', async () => {
    const visitor = new Visitor(shop.app);
    await visitor.post(shop.link(ORDER), {});
    await visitor.post('/status', known);
    expect((await visitor.get(path)).status).toBe(303);
    const guest = new Visitor(shop.app);
    await guest.post('/status', known);
    expect((await guest.get(path)).status).toBe(200);
  });

  test('nobody without the order gets there, and the code of one order proves no other', async () => {
    const stranger = new Visitor(shop.app);
    expect((await stranger.get(path)).headers.get('location')).toBe(`/status?number=${ORDER}`);
    await shop.deps.ledger.execute(place({ number: 'second-1', locale: 'en' }));
    const visitor = new Visitor(shop.app);
    await visitor.post('/status', known);
    await visitor.post('/status', { ...known, number: 'second-1' });
    const sent = await (
      await visitor.post(path, Visitor.fields(await (await visitor.get(path)).text()))
    ).text();
    const { ticket } = Visitor.fields(sent);
    const other = '/orders/second-1/identify';
    const { token } = Visitor.fields(await (await visitor.get(other)).text());
    const code = await mailedCode(shop, known.email);
    expect((await visitor.post(other, { token: token!, ticket: ticket!, code, back: '' })).status).toBe(422);
  });

  test('cookies from before the mark still open their order', async () => {
    const { issueSession } = await import('../../src/web/http/session.ts');
    const { sign } = await import('../../src/lib/signed.ts');
    const places = [[ORDER, 1, Math.floor(shop.clock.now() / 1000) + 60]];
    const old = sign(shop.deps.secrets, 'session', JSON.stringify(['id', null, places]));
    const guest = new Visitor(shop.app);
    guest.keep([`tidings=${old}`]);
    expect((await guest.get(`/orders/${ORDER}`)).status).toBe(200);
    expect((await guest.get(path)).status).toBe(200);
    expect(typeof issueSession).toBe('function');
  });
});
