import { expect, test } from 'vitest';
import { scoreOf } from './score.ts';

test('the worked example of the comment', () => {
  expect(scoreOf({ both: 12, one: 40, other: 90 })).toBeCloseTo(0.109, 3);
  expect(scoreOf({ both: 15, one: 40, other: 900 })).toBeCloseTo(0.047, 3);
  expect(scoreOf({ both: 3, one: 40, other: 3 })).toBeCloseTo(0.063, 3);
});

test('two things that everybody buys belong together less than two that the same few buy', () => {
  const everybody = scoreOf({ both: 100, one: 1000, other: 1000 });
  const the_same_few = scoreOf({ both: 60, one: 80, other: 80 });
  expect(the_same_few).toBeGreaterThan(everybody);
});
