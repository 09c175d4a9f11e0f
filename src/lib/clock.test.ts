import { expect, test } from 'vitest';
import { fixedClock, instant, systemClock } from './clock.ts';

test('a fixed clock moves only when told', () => {
  const clock = fixedClock('2026-11-21T10:00:00+01:00');
  expect(instant(clock.now())).toBe('2026-11-21T09:00:00Z');
  clock.advance(90_000);
  expect(instant(clock.now())).toBe('2026-11-21T09:01:30Z');
  clock.set('2008-07-14T12:49:00Z');
  expect(clock.now()).toBe(1_216_039_740_000);
});

test('an instant drops the fraction instead of rounding into the future', () => {
  expect(instant(999)).toBe('1970-01-01T00:00:00Z');
  expect(instant(-1)).toBe('1969-12-31T23:59:59Z');
});

test('the system clock runs', () => {
  expect(systemClock.now()).toBeGreaterThan(Date.UTC(2024, 0, 1));
});
