import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  mute,
  readPreferences,
  writePreferences,
} from '../../src/modules/notifications/preferences/index.ts';
import {
  findSuggestions,
  type Occasion,
  refreshRecommendations,
} from '../../src/modules/recommendations/index.ts';
import { scoreOf } from '../../src/modules/recommendations/score.ts';
import { aLine, anOrder, type TestApi, testApi } from '../support/api.ts';

let api: TestApi;
let orders = 0;

beforeAll(async () => {
  api = await testApi({ LISTING_URL: 'https://shop.example/p/{sku}' });
});
afterAll(() => api.close());

/** Somebody buys these in one order. */
async function buys(
  customer: string | null,
  skus: string[],
  changes: Record<string, unknown> = {},
): Promise<string> {
  orders += 1;
  const order = anOrder({
    number: `R-${orders}`,
    customer: {
      id: customer,
      email: `${customer ?? `guest-${orders}`}@example.com`,
      name: null,
      phone: null,
    },
    lines: skus.map((sku, index) => aLine({ id: String(index + 1), sku, seller: 's-1' })),
    shipping_price: 0,
    ...changes,
  });
  const { status, body } = await api.call('POST', '/v1/orders', order);
  expect(status, JSON.stringify(body)).toBe(201);
  return order.number;
}

async function offers(sku: string, changes: Record<string, unknown> = {}): Promise<void> {
  const listing = {
    seller: 's-1',
    title: `The ${sku}`,
    price: 1500,
    currency: 'USD',
    availability: 'in_stock',
  };
  const { status } = await api.call('PUT', `/v1/listings/${sku}`, { ...listing, ...changes });
  expect([200, 201]).toContain(status);
}

function refresh() {
  return refreshRecommendations(api.database.pool, api.clock.now());
}

function suggested(occasion: Partial<Occasion>) {
  return findSuggestions(api.database.pool, {
    ...{
      order_number: 'none',
      customer: null,
      kept: [],
      arrived: [],
      place: 'page',
      now_ms: api.clock.now(),
    },
    ...occasion,
  });
}

async function pairs(sku: string) {
  const { rows } = await api.database.pool.query(
    'select other, buyers, score from bought_together where sku = $1 order by score desc',
    [sku],
  );
  return rows;
}

describe('what is bought together', () => {
  test('counts different people, never fewer than three of them', async () => {
    await buys('k-1', ['tea', 'pot']);
    await buys('k-1', ['tea', 'pot']);
    await buys('k-2', ['tea', 'pot']);
    await refresh();
    expect(await pairs('tea')).toEqual([]);
    await buys('k-3', ['tea', 'pot', 'cup']);
    await buys(null, ['tea']);
    await refresh();
    const [pot] = await pairs('tea');
    expect(pot).toMatchObject({ other: 'pot', buyers: 3 });
    expect(pot.score).toBeCloseTo(scoreOf({ both: 3, one: 4, other: 3 }), 6);
    expect(await pairs('pot')).toMatchObject([{ other: 'tea', buyers: 3 }]);
    expect(await pairs('cup')).toEqual([]);
  });

  test('what was canceled was not bought, and nobody counts twice under two orders', async () => {
    for (const who of ['c-a', 'c-b']) await buys(who, ['lamp', 'bulb']);
    const number = await buys('c-c', ['lamp', 'bulb']);
    const cancel = { lines: [{ line: '2', quantity: 1 }], reason: 'changed mind', by: 'customer' };
    expect((await api.call('POST', `/v1/orders/${number}/cancellations`, cancel)).status).toBe(201);
    await refresh();
    expect(await pairs('lamp')).toEqual([]);
  });

  test('the order of a school says nothing of any two', async () => {
    const shelf = Array.from({ length: 51 }, (_, index) => `school-${index}`);
    for (const who of ['s-a', 's-b', 's-c']) await buys(who, shelf);
    await refresh();
    expect(await pairs('school-1')).toEqual([]);
  });

  test('an order of more than a year ago is forgotten, and an erased buyer is nobody', async () => {
    for (const who of ['o-a', 'o-b', 'o-c'])
      await buys(who, ['sled', 'rope'], { placed_at: '2024-01-01T10:00:00Z' });
    const numbers = [];
    for (const _ of 'abc') numbers.push(await buys(null, ['ski', 'wax']));
    await refresh();
    expect(await pairs('sled')).toEqual([]);
    expect(await pairs('ski')).toMatchObject([{ other: 'wax' }]);
    await api.database.pool.query('update contacts set email = null where order_number = $1', [numbers[0]]);
    await refresh();
    expect(await pairs('ski')).toEqual([]);
  });

  test('keeps no more than twenty companions, and nothing about anybody', async () => {
    const shelf = Array.from({ length: 30 }, (_, index) => `many-${index}`);
    for (const who of ['m-a', 'm-b', 'm-c']) await buys(who, shelf);
    const { pairs: count } = await refresh();
    expect(await pairs('many-0')).toHaveLength(20);
    expect(count).toBeGreaterThan(0);
    const { rows } = await api.database.pool.query('select b::text as row from bought_together b');
    expect(rows.map(({ row }) => row).join()).not.toMatch(/m-a|@|R-\d/);
  });
});

describe('what is offered', () => {
  beforeAll(async () => {
    for (const who of ['f-1', 'f-2', 'f-3', 'f-4']) await buys(who, ['ink', 'pen', 'pad']);
    for (const who of ['f-1', 'f-2', 'f-3']) await buys(who, ['ink']);
    for (const sku of ['ink', 'pen', 'pad']) await offers(sku);
    await refresh();
  });

  test('companions, each with its reason, nothing of the order itself', async () => {
    const found = await suggested({ kept: ['pen'] });
    expect(found.map(({ kind, sku, because }) => [kind, sku, because])).toEqual([
      ['together', 'ink', 'pen'],
      ['together', 'pad', 'pen'],
    ]);
    expect(found[1]).toMatchObject({ title: 'The pad', price: 1500, currency: 'USD', image_url: null });
  });

  test('again only what is bought again and again, and only what has arrived', async () => {
    expect(await suggested({ kept: ['ink', 'pen', 'pad'] })).toEqual([]);
    const found = await suggested({ kept: ['ink', 'pen', 'pad'], arrived: ['ink', 'pen'] });
    expect(found.map(({ kind, sku, because }) => [kind, sku, because])).toEqual([['again', 'ink', 'ink']]);
  });

  test('not what a customer has already, unless it is used up', async () => {
    await buys('f-9', ['pad', 'ink']);
    const order_number = await buys('f-9', ['pen']);
    const found = await suggested({ order_number, customer: 'f-9', kept: ['pen'] });
    expect(found.map(({ sku }) => sku)).toEqual(['ink']);
  });

  test('not what cannot be bought', async () => {
    await offers('pad', { availability: 'out_of_stock' });
    expect((await suggested({ kept: ['pen'] })).map(({ sku }) => sku)).toEqual(['ink']);
    await offers('pad', { availability: 'backorder' });
    expect((await suggested({ kept: ['pen'] })).map(({ sku }) => sku)).toEqual(['ink']);
    await offers('pad', { availability: 'preorder' });
    expect(await suggested({ kept: ['pen'] })).toHaveLength(2);
    const seller = { name: 'Away', country: 'US' };
    await api.call('PUT', '/v1/sellers/s-1', seller);
    const away = { status: 'inactive', from: null, until: null };
    expect((await api.call('PUT', '/v1/sellers/s-1/listing-status', away)).status).toBe(200);
    expect(await suggested({ kept: ['pen'] })).toEqual([]);
    await api.call('PUT', '/v1/sellers/s-1/listing-status', { ...away, status: 'active' });
    expect(await suggested({ kept: ['pen'] })).toHaveLength(2);
  });

  test('in a mail only for who asked, on a page for all but those who said no', async () => {
    const { pool } = api.database;
    const wish = { person: 'customer:w-1', type: 'suggestions', channel: 'email' } as const;
    const here = { customer: 'w-1', kept: ['pen'] };
    expect(await suggested({ ...here, place: 'mail' })).toEqual([]);
    expect(await suggested(here)).not.toEqual([]);
    const preferences = await readPreferences(pool, wish.person);
    const asked = { ...preferences, types: { suggestions: { email: 'instant' as const } } };
    await writePreferences(pool, wish.person, asked, api.clock.now());
    expect(await suggested({ ...here, place: 'mail' })).not.toEqual([]);
    await mute(pool, wish, api.clock.now());
    expect(await suggested({ ...here, place: 'mail' })).toEqual([]);
    expect(await suggested(here)).toEqual([]);
  });
});

describe('the mail about an arrival', () => {
  const at = (day: string) => `2026-03-${day}T10:00:00Z`;

  /** What the mail about the arrival of an order says; `late`: it came after the promised day. */
  async function arrivalOf(number: string, late = false): Promise<string> {
    const dispatched = {
      id: `${number}-a`,
      carrier: 'ups',
      tracking_number: `1Z${number}`,
      dispatched_at: at('02'),
    };
    const lines = [{ line: '1', quantity: 1 }];
    await api.call('POST', `/v1/orders/${number}/shipments`, { ...dispatched, lines });
    api.clock.set(Date.parse(late ? at('20') : at('04')));
    const scan = { carrier: 'ups', tracking_number: `1Z${number}`, stage: 'delivered' };
    await api.call('POST', '/v1/tracking-events', [{ ...scan, occurred_at: late ? at('20') : at('04') }]);
    const { body } = await api.call('GET', `/v1/notifications?order=${number}&type=shipment_delivered`);
    const rendered = await api.call('GET', `/v1/notifications/${body.items[0].id}/rendered`);
    return rendered.body.text;
  }

  async function wants(person: string): Promise<void> {
    const preferences = await readPreferences(api.database.pool, person);
    const types = { suggestions: { email: 'instant' as const } };
    await writePreferences(api.database.pool, person, { ...preferences, types }, api.clock.now());
  }

  test('offers nothing to who did not ask', async () => {
    expect(await arrivalOf(await buys('a-1', ['pen']))).not.toContain('The pad');
  });

  test('offers what others bought with it to who asked, and a link that ends it', async () => {
    await wants('customer:a-2');
    const text = await arrivalOf(await buys('a-2', ['pen']));
    expect(text).toContain('The pad');
    expect(text).toContain('Because you bought A book');
    expect(text).toContain('https://shop.example/p/pad');
    expect(text).toMatch(/http:\/\/tidings\.test\/unsubscribe\/\S+/);
  });

  test('offers nothing to whom we let down', async () => {
    await wants('customer:a-3');
    expect(await arrivalOf(await buys('a-3', ['pen']), true)).not.toContain('The pad');
  });
});
