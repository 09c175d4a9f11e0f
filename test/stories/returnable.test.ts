import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type OrderView, sellersPart, viewOrder } from '../../src/modules/order-view/index.ts';
import { LISTED_ORDERS } from '../../src/modules/orders/listed.ts';
import type { Effects } from '../../src/story/index.ts';
import { CONTACT, composition, ORDER, place, type StoryUnderTest, shop, story } from '../support/stories.ts';
import { anyOrder, anyWish, perform, type Wish } from '../support/wishes.ts';

// Many runs, on machines that do other things too.
vi.setConfig({ testTimeout: 90_000 });

const sellers = ['seller-1', 'seller-2'];
const days_later = fc.constantFrom(0, 10, 13, 14, 15, 30);

/** An order of two sellers of which something arrived; then anything; often the rest is canceled, and all arrives. */
const anyStory = fc
  .record({
    given: anyOrder,
    country: fc.constantFrom('PL', 'PL', 'PL', 'US'),
    first: fc.subarray([0, 1, 2]),
    wishes: fc.array(anyWish, { maxLength: 8 }),
    over: fc.boolean(),
  })
  .map(({ given, country, first, wishes, over }) => {
    const lines = given.lines!.map((line, index) => ({ ...line, seller: sellers[index % 2]! }));
    const told = story().given(place({ ...given, country, time_zone: 'Europe/Warsaw', lines }));
    const begin = first.flatMap((line, shipment) => [leaves(line), arrives(shipment)]);
    const end: Wish[] = over ? [{ kind: 'cancel_open' }, ...[0, 1, 2, 3].map(arrives)] : [];
    for (const wish of [...begin, ...wishes, ...end]) perform(told, wish);
    return told;
  });

const leaves = (line: number): Wish => ({ kind: 'dispatch', line, quantity: 1, other: null });
const arrives = (shipment: number): Wish => ({ kind: 'scan', shipment, stage: 'delivered', minute: 30 });

function stored({ state, facts }: StoryUnderTest) {
  const customer = { id: 'c-1', email: 'buyer@example.com', name: null, phone: null };
  const contact = { customer, ship_to: CONTACT.ship_to };
  return { number: ORDER, version: facts.length, state, contact, access_epoch: 1, scans: [] };
}

/** As `shelfCondition` of the order list asks the row that the last facts left. */
function isOnShelf({ facts }: StoryUnderTest, now_ms: number): boolean {
  const state = composition.initial();
  const effects: Effects = { rows: [], jobs: [] };
  for (const fact of facts) {
    composition.evolve(state, fact);
    composition.react(fact, state, effects);
  }
  const { values } = effects.rows.findLast(({ set }) => set === LISTED_ORDERS)!;
  const until = values.returnable_until as string | null;
  const still = until === 'infinity' || (until !== null && Date.parse(until) > now_ms);
  return still && state.order!.country === 'PL';
}

const toReturn = ({ lines }: OrderView) =>
  Object.fromEntries(
    lines.flatMap(({ id, can_return: { quantity } }) => (quantity > 0 ? [[id, quantity]] : [])),
  );

test('what can be sent back is what the shelf shows, what sellers read, and what is accepted', () => {
  const seen = { returnable: 0, over: 0, open: 0 };
  fc.assert(
    fc.property(anyStory, days_later, (told, days) => {
      const now_ms = Date.parse('2026-03-04T22:30:00Z') + days * 86_400_000;
      const viewing = { locale: 'en', now_ms, returns: [] };
      const view = viewOrder(stored(told), viewing);
      const units = toReturn(view);
      const some = Object.keys(units).length > 0;
      expect(isOnShelf(told, now_ms)).toBe(some);
      for (const seller of sellers) {
        const part = sellersPart(stored(told), seller);
        const own = view.lines.filter((line) => line.seller === seller);
        if (part) expect(viewOrder(part, viewing).lines).toEqual(own);
      }
      for (const { can_return, quantity } of view.lines) {
        expect(can_return.quantity === 0).toBe(can_return.why_not !== null);
        expect(can_return.quantity).toBeLessThanOrEqual(quantity.delivered - quantity.returned);
        if (can_return.why_not === 'period_over') seen.over += 1;
        if (can_return.quantity > 0 && can_return.until === null) seen.open += 1;
      }
      if (!some) return;
      seen.returnable += 1;
      const at = new Date(now_ms).toISOString();
      told.when(shop().withdraw(units, 'w-now', at));
      expect(told.fact('WithdrawalDeclared').within_period).toBe(true);
    }),
    { numRuns: 600 },
  );
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThanOrEqual(10);
});
