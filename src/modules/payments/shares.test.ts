import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharesOf, shareUpTo } from './shares.ts';

const amount = fc.integer({ min: 0, max: 10 ** 12 });

describe('shares', () => {
  it('grow with the value and end with the whole', () => {
    fc.assert(
      fc.property(
        amount,
        fc.array(fc.integer({ min: 1, max: 10 ** 10 }), { minLength: 1 }),
        (whole, prices) => {
          const items = prices.reduce((sum, price) => sum + price, 0);
          let value = 0;
          let sum = 0;
          for (const price of prices) {
            const { discount, tax } = sharesOf(
              { items, discount: whole, tax: whole, shipping: 0, total: 0 },
              value,
              price,
            );
            expect(discount).toBe(tax);
            expect(discount).toBeGreaterThanOrEqual(0);
            value += price;
            sum += discount;
          }
          expect(sum).toBe(whole);
        },
      ),
    );
  });

  it('of things that cost nothing are nothing', () => {
    expect(shareUpTo(500, 0, 0)).toBe(0);
  });
});
