import { expect, test } from 'vitest';
import { retryAfter, webhook_attempts_max, webhookPauseAfter } from './retry.ts';

test('the pauses are those of the specification, a little longer at most, and end', () => {
  const seconds = Array.from({ length: webhook_attempts_max }, (_, index) => webhookPauseAfter(index + 1, 0));
  expect(seconds.map((pause_ms) => pause_ms && pause_ms / 1_000)).toEqual([
    ...[5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400],
    null,
  ]);
  expect(webhookPauseAfter(1, 0.999)).toBeGreaterThan(5_000);
  expect(webhookPauseAfter(1, 0.999)).toBeLessThanOrEqual(6_000);
});

const now_ms = Date.parse('2026-03-02T12:00:00Z');

test.each([
  [undefined, null],
  ['120', 120_000],
  [' 5 ', 5_000],
  ['0', 0],
  ['99999999', 3_600_000],
  ['Mon, 02 Mar 2026 12:02:00 GMT', 120_000],
  ['Mon, 02 Mar 2026 11:00:00 GMT', 0],
  ['Mon, 02 Mar 2126 12:00:00 GMT', 3_600_000],
  ['soon', null],
  ['-5', null],
  ['', null],
])('Retry-After: %j asks for %j ms', (header, expected) => {
  expect(retryAfter(header, now_ms)).toBe(expected);
});
