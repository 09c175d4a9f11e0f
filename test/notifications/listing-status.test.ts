import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from '../support/api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const away = { status: 'inactive', from: '2026-03-10T00:00:00Z', until: '2026-03-20T00:00:00Z' };

async function seller(id: string, email: string | null): Promise<void> {
  await api.call('PUT', `/v1/sellers/${id}`, {
    name: 'A seller',
    email,
    country: 'PL',
    locale: 'pl',
    time_zone: 'Europe/Warsaw',
  });
}

async function told(id: string) {
  const { body } = await api.call('GET', `/v1/notifications?type=listing_status_changed&recipient=${id}`);
  return body.items;
}

test('a seller is told once of each change, in its language and by its clocks', async () => {
  await seller('l-1', 'desk@l1.example');
  await api.call('PUT', '/v1/sellers/l-1/listing-status', away);
  await api.call('PUT', '/v1/sellers/l-1/listing-status', away);
  const [first, ...more] = await told('l-1');
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    audience: 'seller',
    order: null,
    status: 'planned',
    channels: [{ to: 'd***k@l***.example' }],
  });
  const { body } = await api.call('GET', `/v1/notifications/${first.id}/rendered`);
  expect(body.text.replace(/\s+/g, ' ')).toContain('od 10 marca 2026, 01:00 do 20 marca 2026, 01:00');
  expect(body.text.replace(/\s+/g, ' ')).toContain('ich terminy biegną dalej');
  api.clock.advance(1_000);
  await api.call('PUT', '/v1/sellers/l-1/listing-status', { status: 'active' });
  expect(await told('l-1')).toHaveLength(2);
});

test('its listings can be bought until then and after, and not between', async () => {
  await seller('l-2', null);
  const listing = { seller: 'l-2', title: 'Compass', price: 1, currency: 'PLN', availability: 'in_stock' };
  await api.call('PUT', '/v1/listings/compass', listing);
  await api.call('PUT', '/v1/sellers/l-2/listing-status', away);
  const bought = async (at: string) => {
    api.clock.set(at);
    const { body } = await api.call('GET', '/v1/listings?q=compass');
    return body.items.length;
  };
  expect(await bought('2026-03-09T23:59:00Z')).toBe(1);
  expect(await bought('2026-03-10T00:00:00Z')).toBe(0);
  expect(await bought('2026-03-20T00:00:00Z')).toBe(1);
  expect(await told('l-2')).toEqual([]);
});

test('a calendar date is the whole day where the seller is, also when its clocks are changed', async () => {
  await seller('l-4', null);
  const put = (body: object) =>
    api.call('PUT', '/v1/sellers/l-4/listing-status', { status: 'inactive', ...body });
  const days = await put({ from: '2026-03-28', until: '2026-03-29' });
  expect(days.body.listing_status).toEqual({
    ...{ status: 'inactive', from: '2026-03-27T23:00:00Z', until: '2026-03-29T22:00:00Z' },
  });
  expect((await put({ from: '2026-03-10', until: '2026-03-10' })).body.listing_status).toMatchObject({
    ...{ from: '2026-03-09T23:00:00Z', until: '2026-03-10T23:00:00Z' },
  });
  expect((await put({ from: '2026-03-10T08:00:00+01:00', until: '2026-03-10' })).body.listing_status).toEqual(
    {
      ...{ status: 'inactive', from: '2026-03-10T07:00:00Z', until: '2026-03-10T23:00:00Z' },
    },
  );
  for (const body of [
    { from: '2026-03-11', until: '2026-03-10' },
    { from: '2026-03-11T00:00:00+01:00', until: '2026-03-10' },
    { from: '2026-02-30' },
    { until: 'tomorrow' },
  ]) {
    expect((await put(body)).status, JSON.stringify(body)).toBe(422);
  }
  expect((await api.call('PUT', '/v1/sellers/none/listing-status', away)).status).toBe(404);
});

test("another seller's key changes nothing here", async () => {
  const key = await api.key('seller:l-3', 'orders:write');
  const refused = await api.call('PUT', '/v1/sellers/l-1/listing-status', away, { key });
  expect(refused.status).toBe(404);
});
