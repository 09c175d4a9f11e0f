import { createECDH } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../src/lib/database.ts';
import { changeEmail, putBackEmail } from '../../src/modules/buyers/index.ts';
import { deviceId, devices_per_person_max, readDevices } from '../../src/modules/devices/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { place } from '../support/stories.ts';
import { buyersOf } from './buyers.ts';

let shop: TestShop;
beforeAll(async () => {
  const refused = new Set(['http://127.0.0.1/push', 'https://10.0.0.1/push']);
  shop = await testShop();
  shop.deps.push.mayCall = (endpoint) => !refused.has(endpoint);
});
afterAll(() => shop.close());

const { buyerOf, another } = buyersOf(() => shop);

function subscription(name: string) {
  const p256dh = createECDH('prime256v1').generateKeys('base64url');
  return {
    endpoint: `https://push.example/${name}`,
    p256dh,
    auth: Buffer.alloc(16, 1).toString('base64url'),
  };
}

/** The answer of a route for scripts. */
// biome-ignore lint/suspicious/noExplicitAny: the tests say what must be in it
const json = async (response: Response | Promise<Response>): Promise<any> => (await response).json();

async function look(buyer: Visitor, number: string) {
  const response = await buyer.get(`/orders/${number}/device`);
  return { response, asked: await json(response) };
}

/** As the button does it. */
async function switchOn(buyer: Visitor, number: string, fields: Record<string, string>) {
  const { token } = (await look(buyer, number)).asked;
  const headers = { 'user-agent': 'Mozilla/5.0 (X11; rv:140.0) Gecko/20100101 Firefox/140.0' };
  return buyer.post(`/orders/${number}/device`, { token, ...fields }, headers);
}

async function rows(number: string) {
  const person = `order:${number}`;
  const devices = await shop.database.pool.query(
    'select * from push_devices where person = $1 order by created_at, endpoint',
    [person],
  );
  const reached = await shop.database.pool.query(`select from reach where person = $1 and channel = 'push'`, [
    person,
  ]);
  return { devices: devices.rows, reached: reached.rows.length === 1 };
}

describe('switching it on', () => {
  test('keeps the device for this order, and opens the channel', async () => {
    const buyer = await buyerOf('d-1');
    const given = subscription('d-1');
    expect((await switchOn(buyer, 'd-1', given)).status).toBe(200);
    const { devices, reached } = await rows('d-1');
    expect(reached).toBe(true);
    expect(devices).toHaveLength(1);
    expect(devices[0]).toMatchObject({
      ...{ endpoint: given.endpoint, browser: 'Firefox', locale: 'en', access_epoch: 1 },
      created_at: new Date(shop.clock.now()),
    });
    expect((await look(buyer, 'd-1')).asked.devices).toEqual([deviceId(given.endpoint)]);
  });

  test('twice is once', async () => {
    const buyer = await buyerOf('d-2');
    await switchOn(buyer, 'd-2', subscription('d-2'));
    await switchOn(buyer, 'd-2', subscription('d-2'));
    expect((await rows('d-2')).devices).toHaveLength(1);
  });

  test('the oldest makes room', async () => {
    const buyer = await buyerOf('d-3');
    for (let count = 0; count <= devices_per_person_max; count++) {
      shop.clock.advance(1_000);
      await switchOn(buyer, 'd-3', subscription(`d-3-${count}`));
    }
    const endpoints = (await rows('d-3')).devices.map(({ endpoint }) => endpoint);
    expect(endpoints).toHaveLength(devices_per_person_max);
    expect(endpoints).not.toContain('https://push.example/d-3-0');
  });

  test.each([
    ['an address inside', { endpoint: 'http://127.0.0.1/push' }],
    ['another one', { endpoint: 'https://10.0.0.1/push' }],
    ['no address', { endpoint: 'nonsense' }],
    ['an endless address', { endpoint: `https://push.example/${'x'.repeat(3_000)}` }],
    ['a password', { endpoint: 'https://a:b@push.example/' }],
    ['a short secret', { auth: 'AAAA' }],
    ['a key that is no point of the curve', { p256dh: Buffer.alloc(65, 4).toString('base64url') }],
    ['nothing', { endpoint: '', p256dh: '', auth: '' }],
  ])('%s is refused', async (what, fields) => {
    const number = `d-4-${what.length}`;
    const buyer = await buyerOf(number);
    expect((await switchOn(buyer, number, { ...subscription('d-4'), ...fields })).status).toBe(422);
    expect(await rows(number)).toEqual({ devices: [], reached: false });
  });
});

describe('switching it off', () => {
  test('closes the channel with the last device, and says when the browser can end its subscription', async () => {
    const [buyer, other] = [await buyerOf('o-1'), await buyerOf('o-2')];
    const given = subscription('o');
    await switchOn(buyer, 'o-1', given);
    await switchOn(other, 'o-2', given);
    const off = async (visitor: Visitor, number: string) => {
      const { token } = (await look(visitor, number)).asked;
      const { endpoint } = given;
      return json(visitor.post(`/orders/${number}/device/off`, { token, endpoint }));
    };
    expect(await off(buyer, 'o-1')).toEqual({ unused: false });
    expect(await off(other, 'o-2')).toEqual({ unused: true });
    expect([await rows('o-1'), await rows('o-2')]).toEqual(Array(2).fill({ devices: [], reached: false }));
  });
});

describe('not believed', () => {
  test('without the token, with that of another session, from another site, without a session', async () => {
    const buyer = await buyerOf('f-1');
    const stranger = await another('f-1');
    const { token } = (await look(buyer, 'f-1')).asked;
    const fields = { ...subscription('f-1'), token };
    const attempts = [
      buyer.post('/orders/f-1/device', { ...fields, token: '' }),
      stranger.post('/orders/f-1/device', fields),
      buyer.post('/orders/f-1/device', fields, { 'sec-fetch-site': 'cross-site' }),
      new Visitor(shop.app).post('/orders/f-1/device', fields),
      new Visitor(shop.app).get('/orders/f-1/device'),
      buyer.post('/orders/f-1/device/off', { ...fields, token: '' }),
    ];
    for (const response of await Promise.all(attempts)) expect(response.status).toBe(403);
    expect((await rows('f-1')).devices).toEqual([]);
  });

  test('what carries the token is never compressed and never kept', async () => {
    const { response } = await look(await buyerOf('f-2'), 'f-2');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('a browser that got another endpoint', () => {
  test('is told there about everything it was told about', async () => {
    const [one, other] = [await buyerOf('m-1'), await buyerOf('m-2')];
    const old = subscription('m-old');
    const { pass } = await json(switchOn(one, 'm-1', old));
    await switchOn(other, 'm-2', old);
    const fresh = subscription('m-new');
    const nobody = new Visitor(shop.app);
    const moved = await nobody.post('/devices/renewed', { pass, ...fresh });
    expect(moved.status).toBe(200);
    for (const number of ['m-1', 'm-2']) {
      const { devices, reached } = await rows(number);
      expect([devices.map(({ endpoint }) => endpoint), reached]).toEqual([[fresh.endpoint], true]);
    }
    const { pass: next } = await json(moved);
    const again = await nobody.post('/devices/renewed', { pass: next, ...subscription('m-newer') });
    expect(again.status).toBe(200);
    expect((await rows('m-1')).devices[0].endpoint).toBe('https://push.example/m-newer');
  });

  test('needs the pass it was given', async () => {
    const buyer = await buyerOf('m-3');
    await switchOn(buyer, 'm-3', subscription('m-3'));
    const fields = subscription('m-3-new');
    for (const pass of ['', 'nonsense', deviceId('https://push.example/m-3')]) {
      expect((await buyer.post('/devices/renewed', { ...fields, pass })).status).toBe(403);
    }
    expect((await rows('m-3')).devices[0].endpoint).toBe('https://push.example/m-3');
  });
});

describe('who has signed in', () => {
  const email = 'buyer@example.com';

  async function signedIn(who: { email: string; customer?: string }): Promise<Visitor> {
    const visitor = new Visitor(shop.app);
    await shop.signIn(visitor, who);
    return visitor;
  }

  async function post(visitor: Visitor, path: string, fields: Record<string, string>): Promise<Response> {
    const { token } = await json(visitor.get('/account/device'));
    return visitor.post(`/account/device${path}`, { token, ...fields });
  }

  async function toldOn({ endpoint }: { endpoint: string }): Promise<string[]> {
    const { rows } = await shop.database.pool.query(
      'select person from push_devices where endpoint = $1 order by person',
      [endpoint],
    );
    return rows.map(({ person }) => person);
  }

  test('hears of every order under their id, also of those to come, once on each device', async () => {
    const given = subscription('s-1');
    const buyer = await signedIn({ email: 's@example.com', customer: 'c-push' });
    expect((await post(buyer, '', given)).status).toBe(200);
    await shop.deps.ledger.execute(place({ number: 's-1', customer: 'c-push' }));
    const { rows: planned } = await shop.database.pool.query(
      `select person from deliveries where subject_key = 'order:s-1' and channel = 'push'`,
    );
    expect(planned.map(({ person }) => person)).toContain('customer:c-push');
    // The same browser follows that order too: it still rings once.
    await switchOn(await another('s-1'), 's-1', given);
    expect(await toldOn(given)).toEqual(['customer:c-push', 'order:s-1']);
    const { devices } = await readDevices(shop.database.pool, {
      ...{ persons: ['customer:c-push', 'order:s-1'], order_number: 's-1' },
      server_key: shop.deps.push.public_key,
    });
    expect(devices.map(({ endpoint }) => endpoint)).toEqual([given.endpoint]);
  });

  test('and is known by the address alone: of the orders they have, as long as those are theirs', async () => {
    for (const number of ['s-2', 's-3']) {
      await shop.deps.ledger.execute(place({ number, customer: null }));
    }
    const given = subscription('s-2');
    const buyer = await signedIn({ email });
    expect((await post(buyer, '', given)).status).toBe(200);
    expect(await toldOn(given)).toEqual(expect.arrayContaining(['order:s-2', 'order:s-3']));
    const told = { order_number: 's-2', server_key: shop.deps.push.public_key, persons: ['order:s-2'] };
    expect((await readDevices(shop.database.pool, told)).devices).toHaveLength(1);
    await shop.database.pool.query(
      `update contacts set access_epoch = access_epoch + 1 where order_number = 's-2'`,
    );
    expect((await readDevices(shop.database.pool, told)).devices).toEqual([]);
  });

  test('switches it off for all of them, and whoever ends the other sessions ends what their devices hear', async () => {
    const given = subscription('s-4');
    const [buyer, elsewhere] = [await signedIn({ email }), await signedIn({ email })];
    await post(elsewhere, '', given);
    expect(await json(post(buyer, '/off', { endpoint: given.endpoint }))).toEqual({ unused: true });
    expect(await toldOn(given)).toEqual([]);
    await post(elsewhere, '', given);
    await buyer.post(
      '/account/sessions/end-others',
      Visitor.fields(await (await buyer.get('/account')).text()),
    );
    expect(await toldOn(given)).toEqual([]);
    expect((await elsewhere.get('/account/device')).status).toBe(403);
  });

  test('no device goes on hearing of an id that the shop gave to somebody else', async () => {
    const given = subscription('s-6');
    await post(await signedIn({ email: 'first@example.com', customer: 'c-anew' }), '', given);
    expect(await toldOn(given)).toEqual(['customer:c-anew']);
    await signedIn({ email: 'second@example.com', customer: 'c-anew' });
    expect(await toldOn(given)).toEqual([]);
  });

  test('nor of one whose owner put the address back that somebody had changed', async () => {
    const { pool } = shop.database;
    await shop.deps.ledger.execute(place({ number: 's-7', customer: 'c-7' }));
    const [old, thief] = [subscription('s-7'), await signedIn({ email })];
    const account = (await shop.deps.accounts.whoIs('customer', thief.cookie))!.id;
    const now_ms = shop.clock.now();
    await transaction(pool, (connection) => changeEmail(connection, account, 'thief@example.com', now_ms));
    await post(thief, '', old);
    expect(await toldOn(old)).toContain('customer:c-7');
    expect(await putBackEmail(pool, { account, was: email }, now_ms)).toBe(true);
    expect(await toldOn(old)).not.toContain('customer:c-7');
    const told = { order_number: 's-7', server_key: shop.deps.push.public_key };
    const persons = ['customer:c-7', 'order:s-7'];
    expect((await readDevices(pool, { ...told, persons })).devices).toEqual([]);
  });

  test('nobody else, and no form that we did not show', async () => {
    const given = subscription('s-5');
    const [buyer, other] = [await signedIn({ email }), await signedIn({ email: 'other@example.com' })];
    const { token } = await json(other.get('/account/device'));
    for (const answer of [
      await buyer.post('/account/device', { ...given, token }),
      await buyer.post('/account/device', given),
      await new Visitor(shop.app).get('/account/device'),
      await (await another('s-3')).get('/account/device'),
    ]) {
      expect(answer.status).toBe(403);
    }
    expect(await toldOn(given)).toEqual([]);
  });
});
