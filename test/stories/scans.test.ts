import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { AnyCommand } from '../../src/modules/commands.ts';
import type { Scan } from '../../src/modules/shipments/commands.ts';
import type { ShipmentFacts } from '../../src/modules/shipments/facts.ts';
import { STAGES } from '../../src/modules/shipments/stages.ts';
import { place, type StoryUnderTest, scan, shop, story } from '../support/stories.ts';

// Many runs, on machines that do other things too.
vi.setConfig({ testTimeout: 90_000 });

const { correct, dispatch, scans } = shop();
const minuteOf = (minute: number) => `2026-03-04T10:${String(minute).padStart(2, '0')}:00Z`;

/** Few enough minutes that many scans bear the same time. What a scan says follows from its stage and time. */
const anyScan = fc
  .record({ stage: fc.constantFrom(...STAGES), minute: fc.nat(12) })
  .map(({ stage, minute }) => scan(stage, minuteOf(minute), { flags: minute % 2 === 0 ? ['delayed'] : [] }));
const anyScans = fc.array(anyScan, { minLength: 1, maxLength: 40 });
/** Scans before they arrive: mixed up, some of them repeatedly, in batches. */
const arrivalOf = (set: readonly Scan[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...set], { minLength: set.length }),
      fc.array(fc.constantFrom(...set), { maxLength: 10 }),
    )
    .chain(([all, again]) =>
      fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
    )
    .chain((arriving) =>
      fc
        .array(fc.integer({ min: 1, max: 8 }), { minLength: arriving.length, maxLength: arriving.length })
        .map((sizes) => {
          const batches: Scan[][] = [];
          let rest = arriving;
          for (const size of sizes) {
            if (rest.length > 0) batches.push(rest.slice(0, size));
            rest = rest.slice(size);
          }
          return batches;
        }),
    );
const twoArrivals = anyScans.chain((set) => fc.tuple(fc.constant(set), arrivalOf(set), arrivalOf(set)));

function shippedAfter(batches: readonly Scan[][], before: readonly AnyCommand[] = []): StoryUnderTest {
  const order = story().given(place(), dispatch('p-1', { '1': 3, '2': 1 }), ...before);
  for (const batch of batches) order.try(scans('p-1', ...batch));
  return order;
}

/**
 * What must not depend on how scans arrived. Left out are the bookkeeping of arrivals: `prints` (in order of
 * arrival, bounded), `scans` (a repeat older than the bounded prints is counted again; the edge drops it before by
 * the row in `scans`), and `pickup_until`, which is shown only while the parcel waits and is not kept by a scan that
 * comes after the delivery.
 */
function outcomeOf({ state }: StoryUnderTest) {
  const { prints: _prints, scans: _scans, pickup_until: _until, ...shipment } = state.shipments.shipments[0]!;
  return { shipment, lines: state.order!.lines };
}

test('however scans arrive, the shipment ends the same', () => {
  fc.assert(
    fc.property(twoArrivals, ([, one, other]) => {
      expect(outcomeOf(shippedAfter(one))).toEqual(outcomeOf(shippedAfter(other)));
    }),
    { numRuns: 1500 },
  );
});

test('and so it does when a person has corrected it', () => {
  const corrections = [correct('p-1', 'delivered', minuteOf(3)), correct('p-1', 'in_transit', minuteOf(6))];
  fc.assert(
    fc.property(twoArrivals, ([, one, other]) => {
      expect(outcomeOf(shippedAfter(one, corrections))).toEqual(outcomeOf(shippedAfter(other, corrections)));
    }),
    { numRuns: 1000 },
  );
});

test('a shipment is where its newest scan says, and once delivered stays so', () => {
  fc.assert(
    fc.property(twoArrivals, ([set, batches]) => {
      const order = shippedAfter(batches);
      const { shipment, lines } = outcomeOf(order);
      const delivered = set
        .filter(({ stage }) => stage === 'delivered')
        .map(({ occurred_at }) => occurred_at);
      const news = set.filter(({ stage }) => !['unknown', 'not_found', 'expired'].includes(stage));
      const newest = news
        .map(({ occurred_at }) => occurred_at)
        .sort()
        .at(-1);
      if (delivered.length > 0)
        expect(shipment).toMatchObject({ stage: 'delivered', delivered_at: delivered.sort()[0] });
      else {
        expect(shipment.stage_at).toBe(newest ?? '');
        expect(shipment.delivered_at).toBeNull();
      }
      for (const { quantity } of lines)
        expect(quantity.delivered).toBe(delivered.length > 0 ? quantity.shipped : 0);
      expect(order.facts.filter(({ type }) => type === 'ShipmentDelivered')).toHaveLength(
        delivered.length > 0 ? 1 : 0,
      );
    }),
    { numRuns: 1000 },
  );
});

test('a batch tells at most once, of the stage it ends in, and no stage is told twice', () => {
  fc.assert(
    fc.property(twoArrivals, ([, batches]) => {
      const order = shippedAfter([]);
      const told = new Set<string>();
      for (const batch of batches) {
        const { facts } = order.try(scans('p-1', ...batch));
        const telling = facts
          .map(({ data }) => data as ShipmentFacts['ScanRecorded'])
          .filter(({ tell }) => tell);
        expect(telling.length).toBeLessThanOrEqual(1);
        for (const { stage } of telling) {
          expect(stage).toBe(order.state.shipments.shipments[0]!.stage);
          expect(told).not.toContain(stage);
          told.add(stage);
        }
      }
    }),
    { numRuns: 1000 },
  );
});
