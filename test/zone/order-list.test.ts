import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countListed, findListed, type ListWish } from '../../src/modules/order-list/index.ts';
import type { OrderFacts } from '../../src/modules/orders/facts.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { place, scan, shop } from '../support/stories.ts';

/** Noon of the day after the books below were promised for. */
const now_ms = Date.parse('2026-03-10T12:00:00Z');
const ann = { customer: 'c-1', email: 'buyer@example.com' };

let database: TestDatabase;
let ledger: ReturnType<typeof ledgerOn>;

beforeAll(async () => {
  database = await testDatabase();
  ledger = ledgerOn(database.pool);
  await given('way', '01', [{ id: '1', title: 'Chłopi, tomy I–IV', sku: 'CH-14', seller: 'alt' }]);
  await told(shop('way').dispatch('1', { 1: 1 }));
  await given('moved', '02', [{ id: '1', title: 'Lalka' }]);
  await told(shop('moved').promise('2026-04-01', '2026-04-10'));
  await given('over', '03', [{ id: '1', title: 'Quo vadis' }], { country: 'PL', time_zone: 'Europe/Warsaw' });
  await told(shop('over').dispatch('1', { 1: 1 }));
  await told(shop('over').scans('1', scan('delivered', '2026-03-04T15:04:00Z')));
  await given('half', '04', [
    { id: '1', title: 'Faraon' },
    { id: '2', title: '100% wool_socks' },
  ]);
  await told(shop('half').cancel({ 2: 1 }));
  await given('other-mail', '05', [{ id: '1', title: 'By address' }], { customer: null });
  await given(
    'strange',
    '06',
    [{ id: '1', title: 'Lalka of a stranger' }],
    { customer: 'c-2' },
    'mallory@example.com',
  );
  await database.pool.query(
    `insert into sellers (id, name, time_zone, country, handling_days, locale, updated_at)
     values ('alt', 'Księgarnia Ósma', 'Europe/Warsaw', 'PL', 1, 'pl', now())`,
  );
});
afterAll(() => database.close());

async function given(
  number: string,
  day: string,
  lines: NonNullable<Parameters<typeof place>[0]>['lines'],
  more: Partial<Omit<OrderFacts['OrderPlaced'], 'lines' | 'totals'>> = {},
  email = 'Buyer@Example.com ',
): Promise<void> {
  const asked = place({ number, placed_at: `2026-03-${day}T09:00:00Z`, ...more, lines: lines! });
  const { body } = asked;
  await told({ ...asked, body: { ...body, contact: { ...body.contact, email } } });
}

async function told(command: Parameters<typeof ledger.execute>[0]): Promise<void> {
  expect((await ledger.execute(command)).refusal).toBeUndefined();
}

async function found(wish: Partial<ListWish> = {}): Promise<string[]> {
  const all = { whose: ann, shelf: null, words: null, after: null, limit: 20, now_ms, returns: ['PL'] };
  return (await findListed(database.pool, { ...all, ...wish })).map(({ number }) => number);
}

describe('whose orders are found', () => {
  test("a customer's, by their id or by their address, each once, newest first", async () => {
    expect(await found()).toEqual(['other-mail', 'half', 'over', 'moved', 'way']);
    expect(await found({ whose: { customer: null, email: 'buyer@example.com' } })).toHaveLength(5);
    expect(await found({ whose: { customer: 'c-1', email: 'elsewhere@example.com' } })).toHaveLength(4);
  });

  test('nobody finds those of another, whatever they search', async () => {
    expect(await found({ words: 'lalka' })).toEqual(['moved']);
    expect(await found({ words: 'strange' })).toEqual([]);
    expect(await found({ whose: { customer: 'c-2', email: 'mallory@example.com' } })).toEqual(['strange']);
  });

  test('a guest has those of the session, while it opens them', async () => {
    const opened = [
      { number: 'way', access_epoch: 1 },
      { number: 'half', access_epoch: 1 },
      { number: 'moved', access_epoch: 7 },
    ];
    expect(await found({ whose: { opened } })).toEqual(['half', 'way']);
    expect(await found({ whose: { opened }, words: 'faraon' })).toEqual(['half']);
    expect(await found({ whose: { opened: [] } })).toEqual([]);
  });

  test('an order follows its contact: to another address, and away with an erased one', async () => {
    await given('moving', '07', [{ id: '1', title: 'Leaves' }], { customer: null });
    expect(await found({ words: 'leaves' })).toEqual(['moving']);
    await database.pool.query("update contacts set email = ' New@Example.com' where order_number = 'moving'");
    expect(await found({ words: 'leaves' })).toEqual([]);
    expect(await found({ whose: { customer: null, email: 'new@example.com' } })).toEqual(['moving']);
    await database.pool.query("update contacts set email = null where order_number = 'moving'");
    await told(shop('moving').dispatch('1', { 1: 1 }));
    const { rows } = await database.pool.query(
      "select customer, email, words from listed_orders where order_number = 'moving'",
    );
    expect(rows).toEqual([{ customer: null, email: null, words: null }]);
  });
});

describe('a search', () => {
  test.each([
    ['a part of the number', 'OTHER-m', ['other-mail']],
    ['with the sign in front', '#way', ['way']],
    ['a title without its accents', 'chlopi', ['way']],
    ['a title with them, in capitals', 'CHŁOPI', ['way']],
    ['words in any order', 'tomy ch', ['way']],
    ['a SKU', 'ch-14', ['way']],
    ['the name of a seller', 'ksiegarnia', ['way']],
    ['a seller and a title', 'ósma chłopi', ['way']],
    ['one word that is nowhere', 'chłopi lalka', []],
    ['signs that mean something to a database', '100% wool_', ['half']],
    ['signs that would mean anything', '%', ['half']],
  ])('finds %s', async (_what, words, numbers) => {
    expect(await found({ words })).toEqual(numbers);
  });

  test('of nothing but spaces finds everything', async () => {
    expect(await found({ words: '  # ' })).toHaveLength(5);
  });
});

describe('a shelf has', () => {
  test.each([
    ['coming', ['way']],
    ['unshipped', ['other-mail', 'half', 'moved']],
    ['late', ['other-mail', 'half', 'moved', 'way']],
    ['canceled', ['half']],
    ['returnable', ['over']],
  ] as const)('%s', async (shelf, numbers) => {
    expect(await found({ shelf })).toEqual(numbers);
  });

  test('only what is late already: the day after the promise, or when it moved', async () => {
    // New York is five hours behind; from the 8th on it is four.
    expect(await found({ shelf: 'late', now_ms: Date.parse('2026-03-10T03:59:59Z') })).toEqual(['moved']);
    expect(await found({ shelf: 'late', now_ms: Date.parse('2026-03-10T04:00:00Z') })).toHaveLength(4);
  });

  test('what can be sent back, to the end of the period where its buyer is', async () => {
    expect(await found({ shelf: 'returnable', returns: [] })).toEqual([]);
    expect(await found({ shelf: 'returnable', now_ms: Date.parse('2026-03-18T22:59:59Z') })).toEqual([
      'over',
    ]);
    expect(await found({ shelf: 'returnable', now_ms: Date.parse('2026-03-18T23:00:00Z') })).toEqual([]);
  });

  test('what has arrived while the rest is to come, without an end', async () => {
    const lines = [{ id: '1' }, { id: '2' }];
    await given('part', '08', lines, { customer: 'c-3', country: 'PL' }, 'part@example.com');
    await told(shop('part').dispatch('1', { 1: 1 }));
    await told(shop('part').scans('1', scan('delivered', '2026-03-09T15:04:00Z')));
    const whose = { customer: 'c-3', email: 'part@example.com' };
    const years_later = Date.parse('2030-03-18T12:00:00Z');
    expect(await found({ whose, shelf: 'returnable', now_ms: years_later })).toEqual(['part']);
    expect(await countListed(database.pool, { whose, now_ms, returns: ['PL'] })).toMatchObject({
      returnable: 1,
    });
  });

  test('as many as it says', async () => {
    const wish = { whose: ann, now_ms, returns: ['PL'] };
    const counts = { all: 5, coming: 1, unshipped: 3, late: 4, canceled: 1, returnable: 1 };
    expect(await countListed(database.pool, wish)).toEqual(counts);
  });
});

test('pages follow each other without a gap or a repeat while orders arrive, also those of one second', async () => {
  const whose = { customer: 'c-many', email: 'many@example.com' };
  const numbers = Array.from({ length: 13 }, (_, index) => `many-${String(index).padStart(2, '0')}`);
  for (const number of numbers) {
    const day = number < 'many-06' ? '01' : '02';
    await given(number, day, [{ id: '1', title: 'Thing' }], { customer: 'c-many' }, 'many@example.com');
  }
  const seen: string[] = [];
  let after: ListWish['after'] = null;
  for (let page = 0; page < 4; page++) {
    const wish = { whose, shelf: null, words: 'thing', after, limit: 5, now_ms, returns: 'all' as const };
    const rows = await findListed(database.pool, wish);
    seen.push(...rows.map(({ number }) => number));
    after = rows.at(-1) ?? after;
    await given(
      `many-new-${page}`,
      '09',
      [{ id: '1', title: 'Thing' }],
      { customer: 'c-many' },
      'many@example.com',
    );
  }
  expect(seen).toEqual(numbers.toReversed());
});
