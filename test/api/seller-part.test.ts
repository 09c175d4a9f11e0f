import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderView } from '../../src/api/order-view-schema.ts';
import type { AnyFact } from '../../src/modules/facts.ts';
import { type StoredOrder, sellersStory, viewOrder } from '../../src/modules/order-view/index.ts';
import { maskEmail, sellersPart } from '../../src/modules/order-view/seller-part.ts';
import { place, type StoryUnderTest, story } from '../support/stories.ts';
import { anyOrder, anyWish, perform } from '../support/wishes.ts';

const viewing = { locale: 'en', now_ms: Date.parse('2026-03-10T12:00:00Z'), returns: 'all' as const };
const sellers = ['seller-a', 'seller-b'];
const address = { line1: null, line2: null, city: null, region: null, postal_code: null, pickup_point: null };

function stored({ state, facts }: StoryUnderTest): StoredOrder {
  return {
    number: state.order!.number,
    version: facts.length,
    state,
    contact: {
      customer: { id: 'c-1', email: 'buyer@example.com', name: null, phone: null },
      ship_to: { name: null, ...address, country: 'US' },
    },
    access_epoch: 1,
    scans: [],
  };
}

/** An order whose lines belong to two sellers by turns, after whatever happened to it. */
const anyStory = fc.tuple(anyOrder, fc.array(anyWish, { maxLength: 12 })).map(([given, wishes]) => {
  const lines = given.lines!.map((line, index) => ({ ...line, seller: sellers[index % 2]! }));
  const told = story().given(place({ ...given, lines }));
  for (const wish of wishes) perform(told, wish);
  return told;
});

it('the parts of the sellers are the whole, each without a word of the other', () => {
  fc.assert(
    fc.property(anyStory, (told) => {
      const whole = stored(told);
      const before = structuredClone(whole);
      const parts = sellers.map((seller) => sellersPart(whole, seller));
      const views = parts.flatMap((part) => (part ? viewOrder(part, viewing) : []));
      const view = viewOrder(whole, viewing);
      for (const each of views) expect(orderView.parse(each)).toEqual(each);
      const ids = (things: { id: string }[]) => things.map(({ id }) => id).sort();
      expect(ids(views.flatMap(({ lines }) => lines))).toEqual(ids(view.lines));
      expect(ids(views.flatMap(({ shipments }) => shipments))).toEqual(ids(view.shipments));
      expect(views.reduce((sum, { totals }) => sum + totals.items, 0)).toBe(view.totals.items);
      expect(views.reduce((sum, { payment }) => sum + payment.refunded, 0)).toBeLessThanOrEqual(
        view.payment.refunded,
      );
      for (const { payment } of views) expect(payment.refunded).toBeLessThanOrEqual(payment.paid);
      for (const [index, part] of parts.entries()) {
        const other = sellers[1 - index]!;
        const shown = part && [viewOrder(part, viewing), sellersStory(told.facts as AnyFact[], part.state)];
        expect(JSON.stringify(shown)).not.toContain(other);
        expect(JSON.stringify(shown)).not.toContain('buyer@');
      }
      expect(whole).toEqual(before);
    }),
  );
});

it('a seller of everything sees the status of the whole', () => {
  fc.assert(
    fc.property(anyOrder, fc.array(anyWish, { maxLength: 12 }), (given, wishes) => {
      const told = story().given(place(given));
      // Items that cost nothing leave the seller nothing to wait for, while the shop awaits the shipping.
      fc.pre(told.state.order!.totals.items > 0);
      for (const wish of wishes) perform(told, wish);
      const part = sellersPart(stored(told), 's-1')!;
      const [own, whole] = [viewOrder(part, viewing), viewOrder(stored(told), viewing)];
      expect(own.lines).toEqual(whole.lines);
      expect(own.shipments).toEqual(whole.shipments);
      expect(own.status).toBe(whole.status);
    }),
  );
});

it('an address is masked but for its first letter and its host', () => {
  expect(maskEmail('ann@example.com')).toBe('a***@example.com');
  expect(maskEmail('💥x@example.com')).toBe('💥***@example.com');
  expect(maskEmail('"a@b"@example.com')).toBe('"***@example.com');
  expect(maskEmail('')).toBe('');
});
