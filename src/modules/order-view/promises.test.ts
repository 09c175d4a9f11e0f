import { expect, test } from 'vitest';
import { place, StoryUnderTest, shop } from '../../../test/support/stories.ts';
import { promisesIn } from './promises.ts';

test('every date that was given is remembered, those of one moment together', () => {
  const { facts } = new StoryUnderTest().given(
    place({ lines: [{ id: '1' }, { id: '2' }, { id: '3', promise: null }] }),
    shop().promise('2026-03-12', '2026-03-20', ['1', '2']),
    shop().promise('2026-03-15', '2026-03-16', ['3']),
  );
  expect(promisesIn(facts)).toMatchObject([
    { lines: ['1', '2'], promise: { earliest: '2026-03-05', latest: '2026-03-09' }, reason: null },
    { lines: ['1', '2'], promise: { earliest: '2026-03-12', latest: '2026-03-20' }, reason: 'reprint' },
    // What had no date got its first one: nothing moved.
    { lines: ['3'], promise: { earliest: '2026-03-15', latest: '2026-03-16' }, reason: null },
  ]);
});
