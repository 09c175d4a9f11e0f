import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const path = (customer: string) => `/v1/customers/${encodeURIComponent(customer)}/preferences`;
const put = (body: unknown, customer = 'c-1') => api.call('PUT', path(customer), body);

const by_default = {
  locale: null,
  time_zone: null,
  channels: { email: true, sms: false, push: true },
  types: {},
  quiet_hours: null,
  digest_at: '18:00',
};

test('who never said anything has the defaults, and learns what is mandatory', async () => {
  const told = await api.call('GET', path('nobody'));
  expect(told).toMatchObject({ status: 200, body: by_default });
  expect(told.body.mandatory).toContain('refund_issued');
  expect(told.body.mandatory).not.toContain('shipment_delivered');
  expect(told.body.available_channels).toContain('email');
});

test('what was put is read again', async () => {
  const wishes = {
    locale: 'pl',
    time_zone: 'Europe/Warsaw',
    channels: { email: true, sms: true, push: false },
    types: { shipment_dispatched: { email: 'digest', sms: 'off' }, feedback_requested: { email: 'instant' } },
    quiet_hours: { from: '22:00', to: '07:00' },
    digest_at: '08:30',
  };
  const told = await put(wishes);
  expect(told).toMatchObject({ status: 200, body: wishes });
  expect((await api.call('GET', path('c-1'))).body).toEqual(told.body);
  // As it was answered it can be put again.
  expect((await put(told.body)).body).toEqual(told.body);
});

test('a put replaces: what is left out is as by default', async () => {
  await put({ quiet_hours: { from: '22:00', to: '07:00' }, time_zone: 'Europe/Warsaw' }, 'c-2');
  const told = await put({ channels: { sms: true }, types: { shipment_delivered: { email: null } } }, 'c-2');
  expect(told.body).toMatchObject({
    ...by_default,
    channels: { email: true, sms: true, push: true },
    types: { shipment_delivered: {} },
  });
});

test('an e-mail that is mandatory is kept on, and answered so', async () => {
  const told = await put({
    types: { refund_issued: { email: 'off' }, shipment_delivered: { email: 'off' } },
  });
  expect(told.body.types).toEqual({
    refund_issued: { email: 'instant' },
    shipment_delivered: { email: 'off' },
  });
});

test('a language is matched to one of ours; one we have not is that of each order', async () => {
  expect((await put({ locale: 'zh-CN' })).body.locale).toBe('zh-Hans');
  expect((await put({ locale: 'pl_PL' })).body.locale).toBe('pl');
  expect((await put({ locale: 'sw' })).body.locale).toBeNull();
});

test.each([
  [{ time_zone: '+02:00' }, 'time_zone'],
  [{ time_zone: 'Mars/Olympus' }, 'time_zone'],
  [{ locale: 'not a tag' }, 'locale'],
  [{ digest_at: '24:00' }, 'digest_at'],
  [{ digest_at: '7:00' }, 'digest_at'],
  [{ quiet_hours: { from: '22:00', to: '22:00' } }, 'quiet_hours.to'],
  [{ quiet_hours: { from: '22:60', to: '07:00' } }, 'quiet_hours.from'],
  [{ quiet_hours: { from: '22:00' } }, 'quiet_hours.to'],
  [{ channels: { email: 'yes' } }, 'channels.email'],
  [{ types: { newsletter: { email: 'off' } } }, 'types.newsletter'],
  [{ types: { shipment_delivered: { email: 'weekly' } } }, 'types.shipment_delivered.email'],
  [{ types: { shipment_delivered: { sms: 'digest' } } }, 'types.shipment_delivered.sms'],
  [{ types: { shipment_delivered: { push: 'digest' } } }, 'types.shipment_delivered.push'],
  [{ types: { shipment_delivered: { fax: 'off' } } }, 'types.shipment_delivered'],
])('%j is 422', async (body, at) => {
  const told = await put(body, 'c-3');
  expect(told).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ path: at }] } });
  expect((await api.call('GET', path('c-3'))).body).toMatchObject(by_default);
});

test('a digest by text message is refused with the reason', async () => {
  const { body } = await put({ types: { shipment_delivered: { sms: 'digest' } } });
  expect(body.detail).toContain('only e-mail gathers');
});

test('they are no business of a seller, and reading does not include writing', async () => {
  const seller = await api.key('seller:s-1');
  for (const method of ['GET', 'PUT']) {
    const told = await api.call(method, path('c-1'), method === 'PUT' ? {} : undefined, { key: seller });
    expect(told).toMatchObject({ status: 403, body: { code: 'not_for_sellers' } });
  }
  const reader = await api.key('orders:read');
  expect((await api.call('GET', path('c-1'), undefined, { key: reader })).status).toBe(200);
  expect((await api.call('PUT', path('c-1'), {}, { key: reader })).status).toBe(403);
});

test("a seller has preferences of its own, and no key for another's", async () => {
  const key = await api.key('seller:s-1', 'orders:read', 'orders:write');
  const quiet_hours = { from: '20:00', to: '08:00' };
  const told = await api.call('PUT', '/v1/sellers/s-1/preferences', { quiet_hours }, { key });
  expect(told).toMatchObject({ status: 200, body: { ...by_default, quiet_hours } });
  expect((await api.call('GET', '/v1/sellers/s-1/preferences')).body).toEqual(told.body);
  expect((await api.call('GET', '/v1/customers/s-1/preferences')).body.quiet_hours).toBeNull();
  for (const [method, body] of [
    ['GET', undefined],
    ['PUT', {}],
  ] as const) {
    const other = await api.call(method, '/v1/sellers/s-2/preferences', body, { key });
    expect([other.status, other.body.code]).toEqual([404, 'seller_not_found']);
  }
  expect((await api.call('GET', path('c-1'), undefined, { key })).status).toBe(403);
});
