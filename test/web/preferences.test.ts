import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPreferences } from '../../src/modules/notifications/preferences/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { place } from '../support/stories.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
});
afterAll(() => shop.close());

let orders = 0;

/** Somebody who came by the link of a mail about an order of theirs. */
async function reader(
  phone: string | null = null,
): Promise<{ visitor: Visitor; number: string; path: string }> {
  const number = `P-${++orders}`;
  const command = place({ number, customer: null });
  Object.assign(command.body.contact, { phone });
  await shop.deps.ledger.execute(command);
  const visitor = new Visitor(shop.app);
  const link = shop.link(number);
  await visitor.post(link, Visitor.fields(await (await visitor.get(link)).text()));
  return { visitor, number, path: `/orders/${number}/preferences` };
}

const wished = (number: string) => readPreferences(shop.database.pool, `order:${number}`);

test('who only knows number and e-mail is asked to show that they read the mailbox', async () => {
  const { number } = await reader();
  const stranger = new Visitor(shop.app);
  const page = await (await stranger.get('/status')).text();
  await stranger.post('/status', { ...Visitor.fields(page), number, email: 'buyer@example.com' });
  const answer = await stranger.get(`/orders/${number}/preferences`);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toContain('/identify');
  const nobody = await new Visitor(shop.app).get(`/orders/${number}/preferences`);
  expect(nobody.headers.get('location')).toContain('/status');
});

test('what is said is kept, and shown again', async () => {
  const { visitor, number, path } = await reader('+12025550143');
  const { token } = Visitor.fields(await (await visitor.get(path)).text());
  const form = {
    ...{ token: token!, locale: 'pl', time_zone: 'Asia/Shanghai', channel_email: 'on', channel_sms: 'on' },
    ...{ quiet: 'on', quiet_from: '21:30', quiet_to: '06:45', digest_at: '19:15' },
    ...{ 'shipment_dispatched.email': 'digest', 'shipment_delivered.email': 'off' },
    ...{ 'shipment_delivered.sms': 'on', 'order_confirmed.email': 'off' },
  };
  for (const _again of [1, 2]) {
    const answer = await visitor.post(path, form);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`${path}?saved`);
  }
  expect(await wished(number)).toMatchObject({
    ...{ locale: 'pl', time_zone: 'Asia/Shanghai', digest_at: '19:15' },
    channels: { email: true, sms: true, push: false },
    quiet_hours: { from: '21:30', to: '06:45' },
    types: { shipment_dispatched: { email: 'digest' }, shipment_delivered: { email: 'off' } },
  });
  expect((await wished(number)).types.order_confirmed?.email).not.toBe('off');
  const page = await (await visitor.get(`${path}?saved`)).text();
  expect(page).toMatch(/<option value="Asia\/Shanghai" selected>/);
  expect(page).toContain('value="21:30"');
  expect(page).toContain('Saved.');
});

test('what cannot be understood is named, and the rest is kept', async () => {
  const { visitor, number, path } = await reader();
  const { token } = Visitor.fields(await (await visitor.get(path)).text());
  const answer = await visitor.post(path, {
    ...{ token: token!, locale: 'zh-Hans', time_zone: 'Mars/Olympus', channel_email: 'on' },
    ...{ quiet: 'on', quiet_from: '22:00', quiet_to: '22:00', digest_at: '25:00' },
  });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page.match(/role="alert"[\s\S]*?<\/ul>/)?.[0].match(/<li>/g)).toHaveLength(3);
  expect(await wished(number)).toMatchObject({ locale: 'zh-Hans', time_zone: null, quiet_hours: null });
});

test('one step changes what comes, and not when', async () => {
  const { visitor, number, path } = await reader();
  const { token } = Visitor.fields(await (await visitor.get(path)).text());
  await visitor.post(path, {
    token: token!,
    channel_email: 'on',
    quiet: 'on',
    quiet_from: '22:00',
    quiet_to: '07:00',
    digest_at: '18:00',
  });
  await visitor.post(path, { token: token!, preset: 'essentials' });
  const { types, quiet_hours } = await wished(number);
  expect(types).toMatchObject({ shipment_dispatched: { email: 'off' } });
  expect(types).not.toHaveProperty('shipment_out_for_delivery');
  expect(quiet_hours).toEqual({ from: '22:00', to: '07:00' });
  expect(await (await visitor.get(path)).text()).toMatch(/value="essentials" aria-current="true"/);
});

test('a form of somebody else changes nothing', async () => {
  const { visitor, number, path } = await reader();
  const form = { channel_email: 'on', digest_at: '18:00', locale: 'pl' };
  expect((await visitor.post(path, { ...form, token: 'x' })).status).toBe(403);
  const other = await reader();
  const { token } = Visitor.fields(await (await other.visitor.get(other.path)).text());
  expect((await visitor.post(path, { ...form, token: token! })).status).toBe(403);
  const fields = Visitor.fields(await (await visitor.get(path)).text());
  const foreign = { 'sec-fetch-site': 'cross-site' };
  expect((await visitor.post(path, { ...form, token: fields.token! }, foreign)).status).toBe(403);
  expect((await wished(number)).locale).toBeNull();
});

test('who is nobody here yet is shown the ways in', async () => {
  const page = await (await new Visitor(shop.app).get('/preferences')).text();
  expect(page).toContain('/sign-in?back=%2Fpreferences');
});
