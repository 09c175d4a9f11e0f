import { describe, expect, test } from 'vitest';
import { addressOf, type OrdersWish, readWish } from './wish.ts';

const nothing: OrdersWish = { shelf: null, words: '', after: null };

function read(address: string): OrdersWish {
  const { searchParams } = new URL(address, 'http://tidings.test');
  return readWish((name) => searchParams.get(name) ?? undefined);
}

test('an address says what was asked for, and is read as it was written', () => {
  const after = { placed_at: '2026-03-02T09:00:00Z', number: 'FORTY/2026:1' };
  const wish: OrdersWish = { shelf: 'late', words: '100% & ?', after };
  expect(read(addressOf('/shop', wish))).toEqual(wish);
  expect(addressOf('', nothing)).toBe('/orders');
  expect(read('/orders')).toEqual(nothing);
});

describe('what cannot be read is not there', () => {
  test.each([
    ['a shelf there is none of', '/orders?show=drop'],
    ['a place that is none', '/orders?after=2026-03-02'],
    ['a day that is none', '/orders?after=2026-13-02T09%3A00%3A00Z+1'],
    ['a number longer than any', `/orders?after=2026-03-02T09%3A00%3A00Z+${'1'.repeat(65)}`],
    ['a number with what no database takes', '/orders?after=2026-03-02T09%3A00%3A00Z+1%00'],
    ['a search for what cannot be seen', '/orders?q=%00%07'],
  ])('%s', (_what, address) => {
    expect(read(address)).toEqual(nothing);
  });
});
