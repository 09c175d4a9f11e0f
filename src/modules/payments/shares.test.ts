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
          const sums = { discount: 0, tax: 0 };
          for (const price of prices) {
            const { discount, tax } = sharesOf(
              { items, discount: whole, tax: whole, shipping: 0, total: 0 },
              value,
              price,
            );
            expect(tax).toBeGreaterThanOrEqual(0);
            expect(discount).toBeGreaterThanOrEqual(0);
            expect(discount).toBeLessThanOrEqual(price);
            value += price;
            sums.discount += discount;
            sums.tax += tax;
          }
          expect(sums).toEqual({ discount: Math.min(whole, items), tax: whole });
        },
      ),
    );
  });

  it('of things that cost nothing are nothing', () => {
    expect(shareUpTo(500, 0, 0)).toBe(0);
  });
});
