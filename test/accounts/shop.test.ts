import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  randomUUID,
} from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { webRoutes } from '../../src/web/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { ORDER, place } from '../support/stories.ts';

const secret = 'a secret that the shop and Tidings share';
const pair = generateKeyPairSync('ed25519');
const privatePem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' }) as string;

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
  const loaded = loadConfig({
    SHOP_SIGN_IN_SECRET: secret,
    SHOP_SIGN_IN_PUBLIC_KEY: publicPem,
    EMBED_ORIGINS: 'https://shop.example',
  });
  if (!('config' in loaded)) throw new Error(loaded.mistakes.join());
  shop.app = webRoutes({ ...shop.deps, config: { ...loaded.config, lookupLimit: 1_000 } });
  await shop.deps.ledger.execute(place({ locale: 'en' }));
});
afterAll(() => shop.close());

interface Changes {
  claims?: Record<string, unknown>;
  expires_in_s?: number;
  key?: ReturnType<typeof createSecretKey>;
  algorithm?: string;
}

function tokenOf({
  claims = {},
  expires_in_s = 60,
  key,
  algorithm = 'HS256',
}: Changes = {}): Promise<string> {
  const now_s = Math.floor(shop.clock.now() / 1000);
  const said = { sub: 'c-1', email: 'buyer@example.com', email_verified: true, aud: 'http://tidings.test' };
  return new SignJWT({ ...said, jti: randomUUID(), ...claims })
    .setProtectedHeader({ alg: algorithm })
    .setExpirationTime(now_s + expires_in_s)
    .sign(key ?? createSecretKey(Buffer.from(secret)));
}

async function use(token: string, visitor = new Visitor(shop.app)) {
  const landed = await visitor.get(`/sign-in/shop?token=${token}`);
  const answer = await visitor.post('/sign-in/shop', { token, back: `/orders/${ORDER}` });
  return { statuses: [landed.status, answer.status], location: answer.headers.get('location'), visitor };
}

const opened = [200, 303];
const refused = [401, 401];

test('a token signed with the shared secret opens the orders of its address; GET uses nothing up', async () => {
  const { statuses, location, visitor } = await use(await tokenOf());
  expect([statuses, location]).toEqual([opened, `/orders/${ORDER}`]);
  expect((await visitor.get(`/orders/${ORDER}`)).status).toBe(200);
  const who = await shop.deps.accounts.whoIs('customer', visitor.cookie);
  expect(who).toMatchObject({ customer: 'c-1', email: 'buyer@example.com', proof: 'shop' });
});

test('so does one signed with the private half of an Ed25519 key', async () => {
  const key = createPrivateKey(privatePem);
  expect((await use(await tokenOf({ key, algorithm: 'EdDSA' }))).statuses).toEqual(opened);
});

test('a token works once', async () => {
  const token = await tokenOf();
  expect((await use(token)).statuses).toEqual(opened);
  expect((await use(token)).statuses[1]).toBe(401);
});

test('an order is open by the id of the customer too', async () => {
  const number = 'by-id-1';
  await shop.deps.ledger.execute(place({ number, locale: 'en', customer: 'c-77' }));
  const { visitor } = await use(await tokenOf({ claims: { sub: 'c-77', email: 'new@example.com' } }));
  expect((await visitor.get(`/orders/${number}`)).status).toBe(200);
  const { visitor: stranger } = await use(await tokenOf({ claims: { sub: 'c-78', email: 'x@example.com' } }));
  expect((await stranger.get(`/orders/${number}`)).status).toBe(303);
});

test('an address that goes to another customer of the shop ends every way in the first one had', async () => {
  const first = await use(await tokenOf({ claims: { sub: 'c-a', email: 'moved@example.com' } }));
  const second = await use(await tokenOf({ claims: { sub: 'c-b', email: 'moved@example.com' } }));
  expect(await shop.deps.accounts.whoIs('customer', first.visitor.cookie)).toBeNull();
  expect(await shop.deps.accounts.whoIs('customer', second.visitor.cookie)).toMatchObject({
    customer: 'c-b',
  });
});

test('another address of the same customer ends every way in that was opened with the old one', async () => {
  const old = new Visitor(shop.app);
  await use(await tokenOf({ claims: { sub: 'c-n', email: 'old@example.com' } }));
  await shop.signIn(old, { email: 'old@example.com' });
  const renamed = await use(await tokenOf({ claims: { sub: 'c-n', email: 'new@example.com' } }));
  expect(await shop.deps.accounts.whoIs('customer', old.cookie)).toBeNull();
  const again = await use(await tokenOf({ claims: { sub: 'c-n', email: 'New@example.com' } }));
  for (const { visitor } of [renamed, again]) {
    expect(await shop.deps.accounts.whoIs('customer', visitor.cookie)).toMatchObject({ customer: 'c-n' });
  }
});

describe('a token that somebody else sends around', () => {
  const land = async (headers: Record<string, string>, visitor = new Visitor(shop.app)) => {
    const page = await (await visitor.get(`/sign-in/shop?token=${await tokenOf()}`, headers)).text();
    expect(page).toContain('has signed you in as buyer@example.com');
    return { by_itself: page.includes('data-open') && page.includes('/open.'), page };
  };

  test.each<[string, boolean, Record<string, string>]>([
    ['a page of the same site', true, { 'sec-fetch-site': 'same-site' }],
    ['the shop elsewhere', true, { 'sec-fetch-site': 'cross-site', referer: 'https://shop.example/' }],
    ['another page', false, { 'sec-fetch-site': 'cross-site', referer: 'https://evil.example/' }],
    ['a page that hides', false, { 'sec-fetch-site': 'cross-site' }],
    ['a mail', false, { 'sec-fetch-site': 'none' }],
  ])('from %s: goes on by itself %s', async (_from, expected, headers) => {
    expect((await land(headers)).by_itself).toBe(expected);
  });

  test('never takes the place of somebody else without a word', async () => {
    const victim = new Visitor(shop.app);
    await shop.signIn(victim, { email: 'victim@example.com' });
    const { by_itself, page } = await land({ 'sec-fetch-site': 'same-site' }, victim);
    expect(by_itself).toBe(false);
    expect(page).toContain('You are signed in here as victim@example.com');
    const same = new Visitor(shop.app);
    await shop.signIn(same, { email: 'buyer@example.com', customer: 'c-1' });
    expect((await land({ 'sec-fetch-site': 'same-site' }, same)).by_itself).toBe(true);
  });
});

test.each<[string, Changes]>([
  ['expired', { expires_in_s: -60 }],
  ['living longer than five minutes', { expires_in_s: 600 }],
  ['signed by somebody else', { key: createSecretKey(Buffer.from('x'.repeat(40))) }],
  ['signed with the public key as if it were a secret', { key: createSecretKey(Buffer.from(publicPem)) }],
  ['without a jti', { claims: { jti: undefined } }],
  ['without an address', { claims: { email: undefined } }],
  ['about an address that nobody has proven', { claims: { email_verified: false } }],
  ['about an address of which nothing is said', { claims: { email_verified: undefined } }],
  ['meant for somebody else', { claims: { aud: 'https://elsewhere.example' } }],
  ['meant for nobody in particular', { claims: { aud: undefined } }],
  ['with what cannot be stored', { claims: { sub: 'c\u0000' } }],
])('a token %s opens nothing', async (_what, changes) => {
  expect((await use(await tokenOf(changes))).statuses).toEqual(refused);
});

test('an unsigned one and nonsense open nothing', async () => {
  const none = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"c-1","email":"buyer@example.com"}')}.`;
  for (const token of [none, '', 'x', 'x'.repeat(5_000)])
    expect((await use(token)).statuses).toEqual(refused);
});

test.each([
  [{ SHOP_SIGN_IN_SECRET: 'short' }, /^SHOP_SIGN_IN_SECRET must have at least 32/],
  [{ SHOP_SIGN_IN_PUBLIC_KEY: privatePem }, /^SHOP_SIGN_IN_PUBLIC_KEY must be an Ed25519 public key/],
  [{ SHOP_SIGN_IN_PUBLIC_KEY: '/nowhere' }, /^SHOP_SIGN_IN_PUBLIC_KEY must be/],
  [{ LOCAL_OPERATOR: 'yes' }, /^LOCAL_OPERATOR must be 0 or 1/],
])('a wrong setting is one readable line', (env, mistake) => {
  expect(createPublicKey(publicPem).asymmetricKeyType).toBe('ed25519');
  expect(loadConfig(env)).toEqual({ mistakes: [expect.stringMatching(mistake)] });
});
