import { expect, test } from 'vitest';
import { pauseOfBreaker } from './breaker.ts';
import { outbox_limits } from './limits.ts';
import { openRate } from './rate.ts';
import { attempts_max, pauseAfter } from './retry.ts';

const hour_ms = 3_600_000;

test('a message that is put off is tried for about two days, less and less often', () => {
  const pauses = Array.from({ length: attempts_max - 1 }, (_, index) => pauseAfter(index + 1, 0)!);
  expect(pauses.slice(0, 5)).toEqual([30_000, 120_000, 600_000, hour_ms, 4 * hour_ms]);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  const sum_ms = pauses.reduce((sum, pause) => sum + pause, 0);
  expect(sum_ms).toBeGreaterThan(40 * hour_ms);
  expect(sum_ms).toBeLessThan(50 * hour_ms);
  expect(pauseAfter(attempts_max, 0)).toBeNull();
});

test('the pause of the breaker doubles from a second to a minute, whatever the dice say', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 1_000].map((failures) => pauseOfBreaker(failures, 0));
  expect(longest).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  expect(pauseOfBreaker(1, 1)).toBe(800);
});

test('a rate lets its number through in a second, in small portions', () => {
  const rate = openRate(200, 0);
  let passed = 0;
  for (let now_ms = 0; now_ms < 1_000; now_ms += 7) {
    const allowed = rate.allowance(now_ms);
    expect(allowed).toBeLessThanOrEqual(20);
    rate.spend(allowed);
    passed += allowed;
  }
  expect(passed).toBeGreaterThan(190);
  expect(passed).toBeLessThanOrEqual(201);
  // A pause gathers no more than one portion.
  expect(rate.allowance(60_000)).toBe(20);
});

test('a lease outlasts the longest try, so that a living sender is never taken for dead', () => {
  expect(outbox_limits.lease_ms).toBeGreaterThanOrEqual(2 * outbox_limits.send_timeout_ms);
});
