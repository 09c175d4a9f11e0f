import type { Command } from './command.ts';
import type { Decision } from './decision.ts';
import { orderNotFound } from './decision.ts';
import type { Fact, NewFact } from './fact.ts';
import type { Row } from './rows.ts';

/** A keyed clock or call for graphile-worker, written in the same commit as the facts that need it. */
export interface Job {
  task: string;
  /** The same key again replaces the job: a clock that moved. */
  key: string;
  payload: unknown;
  /** RFC 3339 UTC; absent: as soon as possible. */
  run_at?: string;
}

export interface Effects {
  rows: Row[];
  jobs: Job[];
}

/**
 * One part of a story: it owns a slice of the state, decides its own commands, and evolves its slice with
 * every fact (its own, and those of others that concern it). All of it is pure.
 */
export interface StoryModule<State> {
  name: string;
  /** Types of the commands this module decides. */
  commands: readonly string[];
  decide(state: State, command: Command): Decision;
  /** The state after the fact. May change `state` in place: it is never shared. */
  evolve(state: State, fact: Fact): void;
  /** Types of the facts, of any module, that this one adds facts of its own to. */
  follows?: readonly string[];
  /**
   * What this module adds to another's command in the same commit: a promise revised, a decision asked for.
   * Called once for every fact of a type in `follows`, own ones and those that followed too, after the whole
   * command was evolved. A fact without `at` happened when its cause did. Never changes `state`.
   */
  follow?(state: State, fact: Fact, command: Command): NewFact[];
  /** What follows from a fact outside the story. `state` is the one after the whole command. */
  react?(fact: Fact, state: State, effects: Effects): void;
}

/** All modules as one: what the ledger works with. */
export interface Composition<State> {
  initial(): State;
  /** True when the order has been placed. */
  exists(state: State): boolean;
  decide(state: State, command: Command): Decision;
  evolve(state: State, fact: Fact): void;
  /** What the modules add to a fact, upstream first. */
  follow(state: State, fact: Fact, command: Command): readonly NewFact[];
  react(fact: Fact, state: State, effects: Effects): void;
}

const NOTHING: readonly NewFact[] = [];

/** @param founding types of the commands that may begin a story; all others need an order that exists. */
export function compose<State>(
  modules: readonly StoryModule<State>[],
  initial: () => State,
  exists: (state: State) => boolean,
  founding: readonly string[],
): Composition<State> {
  const decider = decidersOf(modules);
  const followers = followersOf(modules);
  const reacting = modules.filter((module) => module.react);
  return {
    initial,
    exists,
    decide(state, command) {
      const module = decider.get(command.type);
      if (!module) throw new Error(`no module decides ${command.type}`);
      if (!exists(state) && !founding.includes(command.type)) return orderNotFound();
      return module.decide(state, command);
    },
    evolve(state, fact) {
      for (const module of modules) module.evolve(state, fact);
    },
    follow(state, fact, command) {
      const following = followers.get(fact.type);
      return following ? following.flatMap((module) => module.follow!(state, fact, command)) : NOTHING;
    },
    react(fact, state, effects) {
      for (const module of reacting) module.react!(fact, state, effects);
    },
  };
}

function decidersOf<State>(modules: readonly StoryModule<State>[]): Map<string, StoryModule<State>> {
  const decider = new Map<string, StoryModule<State>>();
  for (const module of modules) {
    for (const type of module.commands) {
      if (decider.has(type)) throw new Error(`two modules decide ${type}`);
      decider.set(type, module);
    }
  }
  return decider;
}

/** By type of fact: scans are the hot path, and a fact nobody follows must cost no more than this look-up. */
function followersOf<State>(modules: readonly StoryModule<State>[]): Map<string, StoryModule<State>[]> {
  const followers = new Map<string, StoryModule<State>[]>();
  for (const module of modules) {
    if (Boolean(module.follows) !== Boolean(module.follow))
      throw new Error(`${module.name} says only half of what it follows`);
    for (const type of module.follows ?? []) followers.set(type, [...(followers.get(type) ?? []), module]);
  }
  return followers;
}

/** The state of a story, from nothing. A snapshot must always equal this. */
export function fold<State>(composition: Composition<State>, facts: Iterable<Fact>): State {
  const state = composition.initial();
  for (const fact of facts) composition.evolve(state, fact);
  return state;
}
