import { describe, expect, it } from 'vitest';
import { appendFacts } from './append.ts';
import type { Command } from './command.ts';
import type { Fact } from './fact.ts';
import { compose, type StoryModule } from './module.ts';

type Seen = string[];

const command: Command = {
  type: 'Act',
  order: 'o-1',
  body: {},
  id: 'c-1',
  at: '2026-03-02T12:00:00Z',
  recorded_at: '2026-03-02T12:00:05Z',
  actor: 'shop',
};

const upstream: StoryModule<Seen> = {
  name: 'upstream',
  commands: ['Act'],
  decide: () => ({
    facts: [
      { type: 'Acted', data: 1, at: '2026-03-01T00:00:00Z' },
      { type: 'Ended', data: 2 },
    ],
  }),
  evolve: (seen, fact) => void seen.push(fact.type),
};
const quiet = (name: string): StoryModule<Seen> => ({
  name,
  commands: [],
  decide: () => ({ facts: [] }),
  evolve: () => {},
});
const follower = (name: string, of: string, adds: string, at?: string): StoryModule<Seen> => ({
  ...quiet(name),
  follows: [of],
  follow: (seen, fact) => [
    { type: adds, data: { seen: [...seen], cause: fact.type }, ...(at ? { at } : {}) },
  ],
});
const composed = (...modules: StoryModule<Seen>[]) =>
  compose(
    [upstream, ...modules],
    () => [],
    () => true,
    [],
  );

function tell(...modules: StoryModule<Seen>[]): { facts: Fact[]; state: Seen } {
  const composition = composed(...modules);
  const state = composition.initial();
  const { facts } = upstream.decide(state, command) as { facts: never[] };
  return { facts: appendFacts(composition, state, command, facts, 7), state };
}

describe('facts that follow from facts', () => {
  it('come after the whole command, in the same commit, in the name of its sender', () => {
    const { facts, state } = tell(follower('questions', 'Acted', 'Asked'));
    expect(facts.map(({ type, version }) => [type, version])).toEqual([
      ['Acted', 8],
      ['Ended', 9],
      ['Asked', 10],
    ]);
    expect(facts[2]).toMatchObject({
      data: { seen: ['Acted', 'Ended'], cause: 'Acted' },
      actor: 'shop',
      command_id: 'c-1',
      recorded_at: command.recorded_at,
    });
    expect(state).toEqual(['Acted', 'Ended', 'Asked']);
  });

  it('happened when their cause did, unless they say otherwise', () => {
    const { facts } = tell(
      follower('questions', 'Acted', 'Asked'),
      follower('clocks', 'Acted', 'Stopped', '2026-03-05T00:00:00Z'),
    );
    expect(facts.slice(2).map(({ type, at }) => [type, at])).toEqual([
      ['Asked', '2026-03-01T00:00:00Z'],
      ['Stopped', '2026-03-05T00:00:00Z'],
    ]);
  });

  it('may be followed themselves, upstream modules first', () => {
    const { facts } = tell(
      follower('first', 'Acted', 'Asked'),
      follower('second', 'Acted', 'Counted'),
      follower('third', 'Asked', 'Told'),
    );
    expect(facts.map(({ type }) => type)).toEqual(['Acted', 'Ended', 'Asked', 'Counted', 'Told']);
  });

  it('never go round in circles', () => {
    const circle = [follower('one', 'Acted', 'Asked'), follower('two', 'Asked', 'Acted')];
    expect(() => tell(...circle)).toThrow('follow each other without an end');
  });

  it('are asked for only where somebody follows', () => {
    const composition = composed(follower('questions', 'Acted', 'Asked'));
    const fact = tell().facts[1]!;
    expect(composition.follow([], fact, command)).toBe(composition.follow([], fact, command));
    expect(composition.follow([], fact, command)).toEqual([]);
  });

  it('need both the types and the rule', () => {
    expect(() => composed({ ...quiet('half'), follows: ['Acted'] })).toThrow('half says only half');
  });
});
