import { expect } from 'vitest';
import type { AnyCommand } from '../../src/modules/commands.ts';
import { composeStory } from '../../src/modules/composition.ts';
import type { AnyFact, FactData, FactType } from '../../src/modules/facts.ts';
import type { State } from '../../src/modules/state.ts';
import {
  type Acceptance,
  appendFacts,
  type Decision,
  type Fact,
  type Refusal,
} from '../../src/story/index.ts';

/** The rules of an order as the ledger knows them, without anybody who is told about it. */
export const composition = composeStory();

type ExpectedFact = { [Type in FactType]: { type: Type; data?: object; at?: string } }[FactType];

/** One story under test: `story().given(...).when(command).decides(facts)` or `.refuses(code)`. */
export class StoryUnderTest {
  readonly facts: Fact[] = [];
  state: State = composition.initial();
  #decision: Decision | undefined;
  #told: Fact[] = [];

  /** What happened before: commands, which must be accepted, or facts as they are stored. */
  given(...before: (AnyCommand | AnyFact)[]): this {
    for (const one of before) {
      if ('data' in one) this.#append(one);
      else if (this.try(one).refusal) throw new Error(`given ${one.type}: ${JSON.stringify(this.#decision)}`);
    }
    return this;
  }

  when(command: AnyCommand): this {
    this.try(command);
    return this;
  }

  /** Decides as the ledger does, and answers what came of it. Whoever changes what he was given is found out. */
  try(command: AnyCommand): { refusal?: Refusal; facts: Fact[]; acceptance?: Acceptance } {
    const decision = composition.decide(deepFreeze(structuredClone(this.state)), deepFreeze(command));
    this.#decision = decision;
    this.#told = [];
    if ('refusal' in decision) return { refusal: decision.refusal, facts: [] };
    this.#told = appendFacts(STRICT, this.state, command, decision.facts, this.facts.length);
    this.facts.push(...this.#told);
    return { facts: this.#told, acceptance: decision };
  }

  /** Exactly these facts together with all that followed from them in the same commit. */
  leadsTo(...facts: ExpectedFact[]): this {
    expect(this.#told.map((fact) => fact.type)).toEqual(facts.map((fact) => fact.type));
    expect(this.#told).toMatchObject(facts);
    return this;
  }

  /** Exactly these facts, each with at least what is said of it; what followed from them is not asked. */
  decides(...facts: ExpectedFact[]): this {
    const { facts: decided } = this.accepted;
    expect(decided.map((fact) => fact.type)).toEqual(facts.map((fact) => fact.type));
    expect(decided).toMatchObject(facts);
    return this;
  }

  /** Accepted, and nothing happened: the command was a repeat. */
  doesNothing(result?: object): this {
    expect(this.accepted.facts).toEqual([]);
    if (result) expect(this.accepted.result).toMatchObject(result);
    return this;
  }

  refuses(code: string, kind: Refusal['kind'] = 'conflict'): this {
    expect(this.#decision).toMatchObject({ refusal: { code, kind } });
    return this;
  }

  get accepted(): Acceptance {
    expect(this.#decision).not.toHaveProperty('refusal');
    return this.#decision as Acceptance;
  }

  /** The last command's fact of a type. */
  fact<Type extends FactType>(type: Type): FactData[Type] {
    expect(this.#decision).not.toHaveProperty('refusal');
    const found = this.#told.find((fact) => fact.type === type);
    if (!found) throw new Error(`no ${type}`);
    return found.data as FactData[Type];
  }

  #append(fact: Fact): void {
    STRICT.evolve(this.state, fact);
    this.facts.push(fact);
  }
}

/** The composition, finding out whoever changes a fact, or the state where it is only read. */
const STRICT: typeof composition = {
  ...composition,
  evolve: (state, fact) => composition.evolve(state, deepFreeze(fact)),
  follow: (state, fact, command) => composition.follow(deepFreeze(structuredClone(state)), fact, command),
};

export const story = () => new StoryUnderTest();

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
