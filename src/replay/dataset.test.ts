import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureFolder } from '../../test/support/replay.ts';
import { centavos, type Dataset, readDataset, sellersOf } from './dataset.ts';
import { instantOf } from './local-time.ts';
import { titleOf } from './title.ts';

let folder: string;
let dataset: Dataset;
beforeAll(async () => {
  folder = await fixtureFolder();
  dataset = await readDataset(folder);
});
afterAll(() => rm(folder, { recursive: true }));

test('orders come by purchase, with their items, payments and buyer', () => {
  const bought = dataset.orders.map((order) => order.purchased_at);
  expect(bought).toEqual(bought.toSorted());
  expect(dataset.orders[0]).toEqual({
    id: 'punctual',
    status: 'delivered',
    purchased_at: '2017-05-02T13:00:00Z',
    purchased_date: '2017-05-02',
    approved_at: '2017-05-02T13:12:00Z',
    handed_over_at: '2017-05-03T18:30:00Z',
    delivered_at: '2017-05-10T21:05:00Z',
    delivered_date: '2017-05-10',
    promised_date: '2017-05-25',
    buyer: { id: 'person-01', postal_code: '01001', city: 'sao paulo', state: 'SP' },
    items: [
      {
        product: 'lamp00001111',
        category: 'house_and_light',
        seller: 'seller-a',
        price: 4990,
        freight: 1005,
      },
      {
        product: 'lamp00001111',
        category: 'house_and_light',
        seller: 'seller-a',
        price: 4990,
        freight: 1005,
      },
    ],
    payments: [{ type: 'credit_card', amount: 11990 }],
  });
});

test('a buyer without a row is known by the order alone; the same person is one across orders', () => {
  const buyers = new Map(dataset.orders.map((order) => [order.id, order.buyer]));
  expect(buyers.get('never-approved')).toEqual({ id: 'c-14', postal_code: null, city: null, state: null });
  expect(buyers.get('same-buyer')).toEqual(buyers.get('punctual'));
  expect(buyers.get('shipped')!.city).toBe('sao luis, centro');
});

test('only sellers who sold something are described', () => {
  const ids = (sellers: { id: string }[]) => sellers.map((seller) => seller.id);
  expect(ids(sellersOf(dataset.orders, dataset.sellers))).toEqual(['seller-a', 'seller-b']);
  expect(ids(sellersOf(dataset.orders.slice(0, 1), dataset.sellers))).toEqual(['seller-a']);
});

test.each([
  ['2017-05-02 13:05:10', '2017-05-02T16:05:10Z'],
  ['2017-12-24 13:05:10', '2017-12-24T15:05:10Z'],
  // 17 February 2018 had 23:33 twice; 15 October 2017 had no 00:30.
  ['2018-02-17 23:33:56', '2018-02-18T01:33:56Z'],
  ['2017-10-15 00:30:00', '2017-10-15T03:30:00Z'],
])('%s in São Paulo is %s', (cell, at) => {
  expect(instantOf(cell)).toBe(at);
});

test.each([
  ['218.04', 21804],
  ['0.29', 29],
  ['1.1', 110],
  ['7', 700],
])('%s is %i centavos', (cell, amount) => {
  expect(centavos(cell)).toBe(amount);
});

test.each(['-1.00', '1.005', '1,00', '', '1e3'])('%j is no amount', (cell) => {
  expect(() => centavos(cell)).toThrow('is no amount');
});

test.each([
  ['health_beauty', 'Health & beauty (1e9e8ef0)'],
  ['bed_bath_table', 'Bed, bath & table (1e9e8ef0)'],
  ['agro_industry_and_commerce', 'Agro industry & commerce (1e9e8ef0)'],
  ['garden_tools', 'Garden tools (1e9e8ef0)'],
  ['toys', 'Toys (1e9e8ef0)'],
  [null, 'Product (1e9e8ef0)'],
])('the title of %s', (category, title) => {
  expect(titleOf('1e9e8ef04dbcff4541ed26657ea517e5', category)).toBe(title);
});
