import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computePromise, type PromiseInput } from './promise.ts';
import { TRANSIT, transitZone } from './transit.ts';
import { AVAILABILITIES, DELIVERY_OPTIONS } from './vocabulary.ts';

/** Ordered on Monday 2 March 2026 at 10:00 in Warsaw, in stock, handed over on the day after. */
const given: PromiseInput = {
  placed_at: '2026-03-02T09:00:00Z',
  time_zone: 'Europe/Warsaw',
  delivery_option: 'standard',
  ship_to_country: 'PL',
  availability: 'in_stock',
  ships_after: null,
  seller: { country: 'PL', time_zone: 'Europe/Warsaw', handling_days: 1 },
};
const seller = given.seller;

describe('computePromise', () => {
  it.each<[string, Partial<PromiseInput>, string, string]>([
    ['standard at home: 3 March and 2 to 5 days', {}, '2026-03-05', '2026-03-10'],
    [
      'at 14:00 of the seller it is tomorrow',
      { placed_at: '2026-03-02T13:00:00Z' },
      '2026-03-06',
      '2026-03-11',
    ],
    ['at 13:59 it is today', { placed_at: '2026-03-02T12:59:59Z' }, '2026-03-05', '2026-03-10'],
    [
      'a shop with a later cut-off',
      { placed_at: '2026-03-02T13:00:00Z', cutoff_hour: 18 },
      '2026-03-05',
      '2026-03-10',
    ],
    ['on a Saturday it is Monday', { placed_at: '2026-02-28T09:00:00Z' }, '2026-03-05', '2026-03-10'],
    ['on a holiday it is the day after', { placed_at: '2026-01-06T09:00:00Z' }, '2026-01-12', '2026-01-15'],
    ['over Christmas', { placed_at: '2025-12-23T09:00:00Z' }, '2025-12-31', '2026-01-07'],
    ['without handling', { seller: { ...seller, handling_days: 0 } }, '2026-03-04', '2026-03-09'],
    ['a week of handling', { seller: { ...seller, handling_days: 5 } }, '2026-03-11', '2026-03-16'],
    ['expedited', { delivery_option: 'expedited' }, '2026-03-04', '2026-03-06'],
    ['one day', { delivery_option: 'one_day' }, '2026-03-04', '2026-03-04'],
    ['pickup point', { delivery_option: 'pickup_point' }, '2026-03-05', '2026-03-11'],
    [
      'the same day',
      { delivery_option: 'same_day', seller: { ...seller, handling_days: 0 } },
      '2026-03-02',
      '2026-03-02',
    ],
    ['to the neighbor in the Union', { ship_to_country: 'DE' }, '2026-03-09', '2026-03-13'],
    ['across the ocean', { ship_to_country: 'US' }, '2026-03-12', '2026-03-24'],
    [
      'the same day across a border is the fastest',
      { delivery_option: 'same_day', ship_to_country: 'DE' },
      '2026-03-04',
      '2026-03-06',
    ],
    ['to a country nobody knows', { ship_to_country: 'XX' }, '2026-03-12', '2026-03-24'],
    [
      'a preorder leaves on its day',
      { availability: 'preorder', ships_after: '2026-04-01' },
      '2026-04-03',
      '2026-04-09',
    ],
    [
      'a preorder released on a Sunday',
      { availability: 'preorder', ships_after: '2026-03-15' },
      '2026-03-18',
      '2026-03-23',
    ],
    [
      'a preorder that is out already',
      { availability: 'preorder', ships_after: '2026-01-01' },
      '2026-03-05',
      '2026-03-10',
    ],
    [
      'a backorder with a date',
      { availability: 'backorder', ships_after: '2026-03-16' },
      '2026-03-18',
      '2026-03-23',
    ],
    ['in stock, but not before', { ships_after: '2026-03-16' }, '2026-03-18', '2026-03-23'],
  ])('%s', (_name, changed, earliest, latest) => {
    expect(computePromise({ ...given, ...changed })).toEqual({ earliest, latest });
  });

  it.each(['preorder', 'backorder', 'out_of_stock'] as const)(
    '%s without a date is no promise',
    (availability) => {
      expect(computePromise({ ...given, availability })).toBeNull();
    },
  );

  it('counts in the seller’s days and never before placing where the recipient lives', () => {
    // 10:00 on Monday in Honolulu is Tuesday morning in Auckland.
    const far = { ...given, placed_at: '2026-03-02T20:00:00Z', time_zone: 'Pacific/Auckland' };
    const hawaii = { country: 'US', time_zone: 'Pacific/Honolulu', handling_days: 0 };
    const promise = computePromise({
      ...far,
      seller: hawaii,
      ship_to_country: 'US',
      delivery_option: 'same_day',
    });
    expect(promise).toEqual({ earliest: '2026-03-03', latest: '2026-03-03' });
  });
});

describe('the transit table', () => {
  it.each([
    ['PL', 'PL', 'domestic'],
    ['PL', 'DE', 'region'],
    ['IE', 'GB', 'region'],
    ['PL', 'GB', 'international'],
    ['US', 'CA', 'region'],
    ['BR', 'AR', 'region'],
    ['BR', 'PT', 'international'],
    ['US', 'XX', 'international'],
  ])('%s to %s is %s', (from, to, zone) => {
    expect(transitZone(from, to)).toBe(zone);
    expect(transitZone(to, from)).toBe(zone);
  });

  it('is never slower for a faster option, nor faster for a longer way', () => {
    const fastest = ['same_day', 'one_day', 'expedited', 'standard', 'pickup_point'] as const;
    const nearest = ['domestic', 'region', 'international'] as const;
    expect([...fastest].sort()).toEqual([...DELIVERY_OPTIONS].sort());
    for (const bound of ['min', 'max'] as const) {
      for (const zone of nearest) {
        const days = fastest.map((option) => TRANSIT[option][zone][bound]);
        expect(days).toEqual([...days].sort((a, b) => a - b));
      }
      for (const option of fastest) {
        const days = nearest.map((zone) => TRANSIT[option][zone][bound]);
        expect(days).toEqual([...days].sort((a, b) => a - b));
      }
    }
  });
});

const zones = [
  'Europe/Warsaw',
  'America/New_York',
  'Pacific/Auckland',
  'Pacific/Honolulu',
  'Asia/Shanghai',
  'UTC',
];
const countries = ['US', 'PL', 'BR', 'GB', 'DE', 'FR', 'CN', 'RU', 'NZ', 'XX'];
const seconds = fc.integer({ min: Date.UTC(2008, 0) / 1000, max: Date.UTC(2040, 0) / 1000 });
const placedAt = seconds.map((second) => new Date(second * 1000).toISOString());
const inputs: fc.Arbitrary<PromiseInput> = fc.record({
  placed_at: placedAt,
  time_zone: fc.constantFrom(...zones),
  delivery_option: fc.constantFrom(...DELIVERY_OPTIONS),
  ship_to_country: fc.constantFrom(...countries),
  availability: fc.constantFrom(...AVAILABILITIES),
  ships_after: fc.option(placedAt.map((at) => at.slice(0, 10))),
  seller: fc.record({
    country: fc.constantFrom(...countries),
    time_zone: fc.constantFrom(...zones),
    handling_days: fc.nat({ max: 15 }),
  }),
});

describe('every promise', () => {
  it('is in order, and neither before placing nor before the goods exist', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const promise = computePromise(input);
        if (promise === null) {
          expect(input.availability).not.toBe('in_stock');
          expect(input.ships_after).toBeNull();
          return;
        }
        const placed = Temporal.Instant.from(input.placed_at).toZonedDateTimeISO(input.time_zone);
        expect(promise.latest >= promise.earliest).toBe(true);
        expect(promise.earliest >= placed.toPlainDate().toString()).toBe(true);
        if (input.ships_after !== null) expect(promise.earliest >= input.ships_after).toBe(true);
      }),
    );
  });

  it('is never earlier for more handling', () => {
    fc.assert(
      fc.property(inputs, fc.nat({ max: 10 }), (input, more) => {
        const slower = { ...input.seller, handling_days: input.seller.handling_days + more };
        const promise = computePromise(input);
        const later = computePromise({ ...input, seller: slower });
        fc.pre(promise !== null && later !== null);
        expect(later.earliest >= promise.earliest && later.latest >= promise.latest).toBe(true);
      }),
    );
  });

  it('is never earlier for an order placed later', () => {
    fc.assert(
      fc.property(inputs, fc.nat({ max: 20 * 24 * 60 }), (input, minutes) => {
        const placed_at = Temporal.Instant.from(input.placed_at).add({ minutes }).toString();
        const promise = computePromise(input);
        const later = computePromise({ ...input, placed_at });
        fc.pre(promise !== null && later !== null);
        expect(later.earliest >= promise.earliest && later.latest >= promise.latest).toBe(true);
      }),
    );
  });
});
