import { createOTP } from '@better-auth/utils/otp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite, isFresh, type Role } from '../../src/modules/accounts/index.ts';
import { webRoutes } from '../../src/web/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';

/** better-auth reads the system's clock for what it keeps itself, so this shop's clock begins there. */
let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
  // All of these come from one network.
  shop.app = webRoutes({ ...shop.deps, config: { ...shop.deps.config, lookupLimit: 1_000 } });
  shop.clock.set(Date.now());
});
afterAll(() => shop.close());

const password = 'correct horse battery';

async function invitation(email: string, role: Role = 'owner', kind: 'operator' | 'seller' = 'operator') {
  const seller = kind === 'seller' ? 's-1' : null;
  const { token } = await invite(shop.deps.database, { kind, email, seller, role }, shop.clock.now());
  return `/invitation/${token}`;
}

/** The secret that a phone would have scanned, base 32 as it is shown. */
function secretIn(page: string): string {
  const shown = /<code>([A-Z2-7 ]{20,})<\/code>/.exec(page)![1]!.replaceAll(' ', '');
  const bits = [...shown].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits
    .join('')
    .match(/.{8}/g)!
    .map((byte) => Number.parseInt(byte, 2));
  return Buffer.from(bytes).toString();
}

/** A code of the half minute `step` steps from now: each is used once. */
function codeOf(secret: string, step = 0): Promise<string> {
  return createOTP(secret).hotp(Math.floor(Date.now() / 30_000) + step);
}

/** Somebody who accepted an invitation and set up password and authenticator. */
async function enrolled(email: string, role: Role = 'owner', kind: 'operator' | 'seller' = 'operator') {
  const visitor = new Visitor(shop.app);
  const accepted = await visitor.post(await invitation(email, role, kind), {});
  const account = accepted.headers.get('location')!;
  const token = Visitor.fields(await (await visitor.get(account)).text()).token!;
  const setup = await (await visitor.post(`${account}/authenticator`, { token, password })).text();
  const secret = secretIn(setup);
  const backup = [...setup.matchAll(/<li><code>([^<]+)<\/code>/g)].map(([, code]) => code!);
  const done = await visitor.post(`${account}/authenticator/check`, {
    token,
    code: await codeOf(secret, -1),
  });
  return { visitor, account, secret, backup, done };
}

async function signIn(email: string, code: string, desk = 'operator') {
  const visitor = new Visitor(shop.app);
  const first = await visitor.post(`/${desk}/sign-in`, { email, password });
  const second = await visitor.post(`/${desk}/sign-in/code`, { code });
  return { visitor, statuses: [first.status, second.status], location: second.headers.get('location') };
}

const whoIs = (visitor: Visitor) => shop.deps.accounts.whoIs('staff', visitor.cookie);

describe('an invitation', () => {
  test('opens nothing by GET, and by POST only the choice of a way in', async () => {
    const visitor = new Visitor(shop.app);
    const path = await invitation('first@shop.example');
    expect((await visitor.get(path)).status).toBe(200);
    expect(await whoIs(visitor)).toBeNull();
    const accepted = await visitor.post(path, {});
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, '/operator/account']);
    expect(await whoIs(visitor)).toMatchObject({ kind: 'operator', role: 'owner', complete: false });
    expect((await visitor.get('/operator/account')).status).toBe(200);
    expect((await visitor.get('/operator/confirm')).headers.get('location')).toBe('/operator/sign-in');
  });

  test('works once, for a week, and is stored as a hash', async () => {
    const path = await invitation('second@shop.example');
    expect((await new Visitor(shop.app).post(path, {})).status).toBe(303);
    expect((await new Visitor(shop.app).post(path, {})).status).toBe(404);
    const old = await invitation('third@shop.example');
    const { rows } = await shop.database.pool.query('select i::text as row from invitations i');
    expect(rows.map(({ row }) => row).join()).not.toContain(old.split('/').at(-1));
    shop.clock.advance(7 * 86_400_000);
    expect((await new Visitor(shop.app).get(old)).status).toBe(404);
    shop.clock.set(Date.now());
  });

  test('is refused at another desk than one works at', async () => {
    await enrolled('both@shop.example');
    const path = await invitation('both@shop.example', 'owner', 'seller');
    expect((await new Visitor(shop.app).post(path, {})).status).toBe(404);
  });

  test('to somebody who is known ends every way in they had', async () => {
    const { visitor, secret } = await enrolled('lost@shop.example');
    await new Visitor(shop.app).post(await invitation('lost@shop.example', 'viewer'), {});
    expect(await whoIs(visitor)).toBeNull();
    expect((await signIn('lost@shop.example', await codeOf(secret))).statuses).toEqual([422, 422]);
  });
});

describe('password and authenticator', () => {
  test('are set up with a QR code of our own drawing, and complete the invitation', async () => {
    const { visitor, done } = await enrolled('ann@shop.example');
    expect([done.status, done.headers.get('location')]).toEqual([303, '/operator/account']);
    expect(await whoIs(visitor)).toMatchObject({ complete: true, proof: 'authenticator' });
  });

  test('sign in together, and not one without the other', async () => {
    const { secret } = await enrolled('ben@shop.example');
    const { visitor, statuses, location } = await signIn('ben@shop.example', await codeOf(secret));
    expect([...statuses, location]).toEqual([200, 303, '/operator']);
    expect(await whoIs(visitor)).toMatchObject({ email: 'ben@shop.example', complete: true });
    const half = new Visitor(shop.app);
    await half.post('/operator/sign-in', { email: 'ben@shop.example', password });
    expect(await whoIs(half)).toBeNull();
    expect(
      (await new Visitor(shop.app).post('/operator/sign-in/code', { code: await codeOf(secret, 1) })).status,
    ).toBe(422);
  });

  test('a code works once, a backup code too', async () => {
    const { secret, backup } = await enrolled('cleo@shop.example');
    const code = await codeOf(secret);
    expect((await signIn('cleo@shop.example', code)).statuses).toEqual([200, 303]);
    const replayed = await signIn('cleo@shop.example', code);
    expect(replayed.statuses).toEqual([200, 422]);
    expect(await whoIs(replayed.visitor)).toBeNull();
    expect((await signIn('cleo@shop.example', backup[0]!)).statuses).toEqual([200, 303]);
    expect((await signIn('cleo@shop.example', backup[0]!)).statuses).toEqual([200, 422]);
  });

  test('a password whose authenticator was never finished opens nothing', async () => {
    const visitor = new Visitor(shop.app);
    await visitor.post(await invitation('half@shop.example'), {});
    const token = Visitor.fields(await (await visitor.get('/operator/account')).text()).token!;
    await visitor.post('/operator/account/authenticator', { token, password });
    expect((await signIn('half@shop.example', '000000')).statuses).toEqual([422, 422]);
  });

  test('a wrong password and an unknown address are answered alike', async () => {
    await enrolled('dan@shop.example');
    const answers = await Promise.all(
      ['dan@shop.example', 'nobody@shop.example'].map(async (email) => {
        const answer = await new Visitor(shop.app).post('/operator/sign-in', {
          email,
          password: 'something else',
        });
        return [answer.status, (await answer.text()).replaceAll(email, '*')];
      }),
    );
    expect(answers[0]![0]).toBe(422);
    expect(answers[1]).toEqual(answers[0]);
  });

  test('ten wrong passwords for one address make everybody wait', async () => {
    const statuses: number[] = [];
    for (let tried = 0; tried < 11; tried++) {
      shop.clock.advance(7_000);
      statuses.push(
        (await new Visitor(shop.app).post('/desk/sign-in', { email: 'e@shop.example', password })).status,
      );
    }
    expect(statuses).toEqual([...Array(10).fill(422), 429]);
    shop.clock.set(Date.now());
  });
});

test('who uses up the passwords of an address shuts out nobody who has signed in here before', async () => {
  const { secret } = await enrolled('kim@shop.example');
  const { visitor } = await signIn('kim@shop.example', await codeOf(secret));
  for (let tried = 0; tried < 10; tried++) {
    const wrong = { email: 'kim@shop.example', password: 'not the password' };
    await new Visitor(shop.app).post('/operator/sign-in', wrong);
  }
  const enter = (from: Visitor) => from.post('/operator/sign-in', { email: 'kim@shop.example', password });
  expect((await enter(new Visitor(shop.app))).status).toBe(429);
  expect((await enter(visitor)).status).toBe(200);
});

describe('behind the door', () => {
  test('whoever found an open desk guesses five codes, and it is closed', async () => {
    const { visitor, secret } = await enrolled('lea@shop.example');
    const token = Visitor.fields(await (await visitor.get('/operator/confirm')).text()).token!;
    const guesses = [];
    for (const code of ['000001', '000002', '000003', '000004', '000005']) {
      guesses.push((await visitor.post('/operator/confirm', { token, code })).status);
    }
    expect(guesses).toEqual([422, 422, 422, 422, 303]);
    expect(await whoIs(visitor)).toBeNull();
    const right = await visitor.post('/operator/confirm', { token, code: await codeOf(secret) });
    expect(right.headers.get('location')).toBe('/operator/sign-in');
  });

  test('the second step is asked for again after ten minutes, and a fresh code is it', async () => {
    const { visitor, secret } = await enrolled('eve@shop.example');
    const asked = async () => isFresh((await whoIs(visitor))!, shop.clock.now());
    expect(await asked()).toBe(true);
    shop.clock.advance(10 * 60_000);
    expect(await asked()).toBe(false);
    const token = Visitor.fields(await (await visitor.get('/operator/confirm')).text()).token!;
    const code = await codeOf(secret);
    expect((await visitor.post('/operator/confirm', { token, code: '000000' })).status).toBe(422);
    expect(await asked()).toBe(false);
    const done = await visitor.post('/operator/confirm', { token, code, back: '/operator/mail' });
    expect(done.headers.get('location')).toBe('/operator/mail');
    expect(await asked()).toBe(true);
    shop.clock.set(Date.now());
  });

  test('a session ends after an hour of nothing, and after twelve whatever its holder does', async () => {
    const began_ms = shop.clock.now();
    const { visitor } = await enrolled('fay@shop.example');
    for (let minutes = 50; minutes < 720; minutes += 50) {
      shop.clock.set(began_ms + minutes * 60_000);
      expect(await whoIs(visitor)).not.toBeNull();
    }
    shop.clock.set(began_ms + 721 * 60_000);
    expect(await whoIs(visitor)).toBeNull();
    shop.clock.set(Date.now());
    const other = await enrolled('gus@shop.example');
    shop.clock.advance(3_600_000);
    expect(await whoIs(other.visitor)).toBeNull();
    shop.clock.set(Date.now());
  });

  test('signing out ends it, and a seller is no operator', async () => {
    const { visitor, account } = await enrolled('hal@shop.example', 'staff', 'seller');
    expect(account).toBe('/desk/account');
    expect(await whoIs(visitor)).toMatchObject({ kind: 'seller', seller: 's-1', role: 'staff' });
    expect((await visitor.get('/operator/account')).headers.get('location')).toBe('/desk/account');
    const token = Visitor.fields(await (await visitor.get('/desk/account')).text()).token!;
    const before = visitor.cookie;
    await visitor.post('/desk/account/sign-out', { token });
    expect(await shop.deps.accounts.whoIs('staff', before)).toBeNull();
  });

  test('a form without the token of this session is not believed', async () => {
    const { visitor } = await enrolled('ivy@shop.example');
    const other = await enrolled('jan@shop.example');
    const stolen = Visitor.fields(await (await other.visitor.get('/operator/account')).text()).token!;
    for (const token of ['', stolen]) {
      expect((await visitor.post('/operator/account/sign-out', { token })).status).toBe(403);
    }
    expect(await whoIs(visitor)).not.toBeNull();
  });
});
