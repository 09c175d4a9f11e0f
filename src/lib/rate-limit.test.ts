import { expect, test } from 'vitest';
import { RateLimiter } from './rate-limit.ts';

const minute_ms = 60_000;
const ten = () => new RateLimiter({ limit: 10, window_ms: minute_ms });

function takeMany(limiter: RateLimiter, key: string, now_ms: number, times: number): number {
  return Array.from({ length: times }, () => limiter.take(key, now_ms)).filter((refused) => !refused).length;
}

test('the limit is let through and not one more, each key for itself', () => {
  const limiter = ten();
  expect(takeMany(limiter, 'a', 0, 50)).toBe(10);
  expect(takeMany(limiter, 'b', 0, 50)).toBe(10);
});

test('the edge of a window is no way to get twice the limit', () => {
  const limiter = ten();
  takeMany(limiter, 'a', minute_ms - 1, 10);
  expect(takeMany(limiter, 'a', minute_ms, 10)).toBe(0);
  expect(takeMany(limiter, 'a', minute_ms * 1.5, 10)).toBe(5);
});

test.each([0, 1_000, 30_000, 59_999])(
  'who waits as long as told is let in, after a refusal at %i ms',
  (now_ms) => {
    const limiter = ten();
    takeMany(limiter, 'a', now_ms, 10);
    const refused = limiter.take('a', now_ms);
    expect(refused).not.toBeNull();
    const later_ms = now_ms + refused!.retry_after_s * 1000;
    expect(limiter.take('a', later_ms - 1_001)).not.toBeNull();
    expect(limiter.take('a', later_ms)).toBeNull();
  },
);

test('a refused call costs nothing: who keeps knocking is not locked out for longer', () => {
  const limiter = ten();
  takeMany(limiter, 'a', 0, 1_000);
  expect(takeMany(limiter, 'a', 2 * minute_ms, 50)).toBe(10);
});

test('memory is bounded: of very many keys the longest unheard of is forgotten, the busy one is not', () => {
  const limiter = ten();
  takeMany(limiter, 'busy', 0, 10);
  takeMany(limiter, 'idle', 0, 10);
  for (let i = 0; i < 99_999; i++) {
    limiter.take(`key ${i}`, 0);
    if (i % 1_000 === 0) limiter.take('busy', 0);
  }
  expect(limiter.take('busy', 0)).not.toBeNull();
  expect(limiter.take('idle', 0)).toBeNull();
});
