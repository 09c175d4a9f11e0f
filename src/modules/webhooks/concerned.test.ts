import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composition, place, story } from '../../../test/support/stories.ts';
import { anyOrder, anyWish, perform } from '../../../test/support/wishes.ts';
import { type Fact, fold } from '../../story/index.ts';
import type { AnyFact } from '../facts.ts';
import { sellersState, sellersStory } from '../order-view/index.ts';
import { concernedSellers } from './concerned.ts';

/** The sellers whose story shows the last of these facts. */
function readers(facts: readonly Fact[]): string[] {
  const state = fold(composition, structuredClone(facts));
  const sellers = [...new Set(state.order!.lines.map(({ seller }) => seller))];
  return sellers.filter((seller) => {
    const part = sellersState(state, seller);
    return part !== null && sellersStory([facts.at(-1) as AnyFact], part).length > 0;
  });
}

function expectTheSame(facts: readonly Fact[]): void {
  for (const [index, fact] of facts.entries()) {
    const before = facts.slice(0, index + 1);
    const concerned = concernedSellers(fact as AnyFact, fold(composition, structuredClone(before)));
    expect(concerned.sort(), fact.type).toEqual(readers(before).sort());
  }
}

test('a fact concerns the sellers whose story shows it, and no others', () => {
  const anyStory = fc.tuple(anyOrder, fc.array(anyWish, { maxLength: 12 })).map(([given, wishes]) => {
    const lines = given.lines!.map((line, index) => ({ ...line, seller: `seller-${index % 3}` }));
    const told = story().given(place({ ...given, lines }));
    for (const wish of wishes) perform(told, wish);
    return told.facts;
  });
  fc.assert(fc.property(anyStory, expectTheSame));
});

test.each(['one-of-each.json', 'clocks.json', 'delays.json'])('and of every type there is: %s', (name) => {
  const path = join(import.meta.dirname, '../../../fixtures/facts', name);
  expectTheSame(JSON.parse(readFileSync(path, 'utf8')));
});
