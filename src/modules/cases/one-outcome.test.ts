import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOON, place, scan, shop, story } from '../../../test/support/stories.ts';
import type { AnyCommand } from '../commands.ts';
import type { CaseFacts } from './facts.ts';
import { casesOf } from './state.ts';

const { ask, say, grant, close, ring, pack, dispatch, cancel, scans, voidShipment } = shop();

/** What people, carriers and clocks may do to an order, in any order. */
const ids = fc.constantFrom('cas_1', 'cas_2', 'cas_3');
const moment = fc
  .integer({ min: 0, max: 14 * 24 * 60 })
  .map((minutes) => new Date(Date.parse(NOON) + minutes * 60_000).toISOString().replace('.000', ''));
const text = fc.constantFrom('One', 'Two', 'Three');
const side = fc.constantFrom('buyer' as const, 'seller' as const);
const wish: fc.Arbitrary<(at: string) => AnyCommand> = fc.oneof(
  fc
    .tuple(
      ids,
      fc.constantFrom('question' as const, 'damaged' as const, 'cancellation' as const),
      fc.nat(3),
      text,
    )
    .map(([id, kind, units, said]) => (at: string) => {
      const about = kind === 'question' ? {} : { units: { '1': units + 1 } };
      return ask(kind, { case: id, text: said, at, ...about });
    }),
  fc.tuple(ids, side, text).map(
    ([id, from, said]) =>
      (at: string) =>
        say(from, said, at, id),
  ),
  fc.tuple(ids, fc.boolean()).map(
    ([id, accept]) =>
      (at: string) =>
        grant(accept, at, id),
  ),
  fc.tuple(ids, side).map(
    ([id, by]) =>
      (at: string) =>
        close(by, by === 'seller' ? 'Done' : null, at, id),
  ),
  ids.map((id) => (at: string) => ring(at, id)),
  fc.integer({ min: 1, max: 3 }).map((units) => () => pack({ '1': units })),
  fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 3 })).map(
    ([id, units]) =>
      () =>
        dispatch(`p-${id}`, { '1': units }),
  ),
  fc.nat(2).map((id) => () => voidShipment(`p-${id}`)),
  fc.nat(2).map((id) => (at: string) => scans(`p-${id}`, scan('delivered', at))),
  fc.integer({ min: 1, max: 3 }).map((units) => () => cancel({ '1': units })),
);

test('whatever happens, a case ends once, one that waits has a clock, and what was agreed is what was canceled', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(moment, wish), { maxLength: 30 }), (happening) => {
      const order = story().given(place(), pack({ '1': 2 }));
      for (const [at, make] of happening.sort(([a], [b]) => (a < b ? -1 : 1))) order.try(make(at));
      const ends = order.facts.filter(({ type }) => type === 'CaseClosed');
      const outcomes = ends.map(({ data }) => data as CaseFacts['CaseClosed']);
      expect(new Set(outcomes.map((end) => end.case)).size).toBe(outcomes.length);
      for (const one of casesOf(order.state)) {
        const end = outcomes.find((candidate) => candidate.case === one.id);
        expect(one.status === 'closed').toBe(end !== undefined);
        expect(one.closed?.outcome).toBe(end?.outcome);
        expect(one.answer_due !== null).toBe(one.status === 'open');
        expect(one.lines.every(({ quantity }) => quantity > 0)).toBe(true);
      }
      const agreed = order.state.cancellations.cancellations.flatMap(({ id, case: of }) => (of ? [id] : []));
      expect(agreed).toEqual(outcomes.flatMap(({ cancellation }) => cancellation ?? []));
      for (const { ordered, canceled, shipped, packed } of order.state.order!.lines.map(
        (line) => line.quantity,
      )) {
        expect(canceled + shipped).toBeLessThanOrEqual(ordered);
        expect(packed).toBeLessThanOrEqual(ordered - canceled - shipped);
      }
    }),
    { numRuns: 300 },
  );
});
