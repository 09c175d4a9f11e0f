import { appendFacts } from './append.ts';
import type { Command, Outcome, Remember, StoredAnswer } from './command.ts';
import type { Fact } from './fact.ts';
import type { Composition, Effects } from './module.ts';
import type { Row } from './rows.ts';

/** A command on its way, with the promise its caller waits for. */
export interface Entry<State> {
  command: Command;
  remember: Remember<State> | undefined;
  resolve(outcome: Outcome<State>): void;
  reject(error: unknown): void;
}

/** A snapshot as loaded, or as new; private to the batch. */
export interface Story<State> {
  state: State;
  version: number;
}

export interface KeptAnswer extends StoredAnswer {
  key: string;
  fingerprint: string;
}

/** What was loaded for a batch. */
export interface Loaded<State> {
  stories: Map<string, Story<State>>;
  answers: Map<string, KeptAnswer>;
}

/** A story the batch has changed: from `loaded_version` to `version`. */
export interface ChangedStory<State> {
  order: string;
  loaded_version: number;
  version: number;
  state: State;
}

/** All that one commit writes, and what every caller will be told. */
export interface Plan<State> {
  outcomes: Outcome<State>[];
  stories: ChangedStory<State>[];
  facts: { order: string; fact: Fact }[];
  effects: Effects;
  answers: (KeptAnswer & { order: string; created_at: string })[];
}

/** A command whose deciding threw: a bug. Its neighbours go on without it. */
export class PoisonedCommand extends Error {
  readonly index: number;
  constructor(index: number, cause: unknown) {
    super('deciding a command threw', { cause });
    this.index = index;
  }
}

interface Working<State> extends ChangedStory<State> {
  /** An outcome holds this state: copy it before it changes again. */
  shown: boolean;
}

/**
 * Decides a batch in the order of its entries: the pure middle of the ledger. Same entries and same loaded
 * stories, same plan.
 */
export function planBatch<State>(
  composition: Composition<State>,
  entries: readonly Entry<State>[],
  loaded: Loaded<State>,
): Plan<State> {
  const plan: Plan<State> = {
    outcomes: [],
    stories: [],
    facts: [],
    effects: { rows: [], jobs: [] },
    answers: [],
  };
  const working = new Map<string, Working<State>>();
  const answers = new Map(loaded.answers);
  entries.forEach((entry, index) => {
    try {
      const outcome =
        repeated(entry, answers) ?? decideOne(composition, entry.command, open(entry.command.order), plan);
      plan.outcomes.push(outcome);
      keepAnswer(entry, outcome, answers, plan);
    } catch (error) {
      throw new PoisonedCommand(index, error);
    }
  });
  for (const story of working.values()) if (story.version > story.loaded_version) plan.stories.push(story);
  // Every process writes in this order, so that two never wait for each other.
  plan.stories.sort(byOrder);
  plan.facts.sort(byOrder);
  plan.answers.sort((a, b) => (a.key < b.key ? -1 : 1));
  return plan;

  function open(order: string): Working<State> {
    let story = working.get(order);
    if (!story) {
      const found = loaded.stories.get(order);
      const version = found?.version ?? 0;
      const state = found?.state ?? composition.initial();
      story = { order, loaded_version: version, version, state, shown: false };
      working.set(order, story);
    }
    return story;
  }
}

function decideOne<State>(
  composition: Composition<State>,
  command: Command,
  story: Working<State>,
  plan: Plan<State>,
): Outcome<State> {
  const decision = composition.decide(story.state, command);
  if ('refusal' in decision) return show(composition, story, { changed: false, refusal: decision.refusal });
  if (decision.facts.length > 0) {
    if (story.shown) story.state = structuredClone(story.state);
    const facts = appendFacts(composition, story.state, command, decision.facts, story.version);
    story.version += facts.length;
    for (const fact of facts) {
      plan.facts.push({ order: story.order, fact });
      composition.react(fact, story.state, plan.effects);
    }
  }
  if (decision.rows) append(plan.effects.rows, decision.rows);
  return show(composition, story, { changed: decision.facts.length > 0, result: decision.result });
}

function show<State>(
  composition: Composition<State>,
  story: Working<State>,
  rest: Pick<Outcome<State>, 'changed' | 'refusal' | 'result'>,
): Outcome<State> {
  story.shown = true;
  const state = composition.exists(story.state) ? story.state : null;
  return { order: story.order, version: story.version, state, ...rest };
}

/** The stored answer of an earlier call with this key, or a refusal when that call said something else. */
function repeated<State>(entry: Entry<State>, answers: Map<string, KeptAnswer>): Outcome<State> | undefined {
  const kept = entry.remember && answers.get(entry.remember.key);
  if (!kept) return undefined;
  const base = { order: entry.command.order, version: 0, state: null, changed: false };
  if (kept.fingerprint === entry.remember!.fingerprint) return { ...base, replayed: kept };
  return { ...base, refusal: { code: 'idempotency_key_reused', kind: 'invalid' } };
}

function keepAnswer<State>(
  entry: Entry<State>,
  outcome: Outcome<State>,
  answers: Map<string, KeptAnswer>,
  plan: Plan<State>,
): void {
  if (!entry.remember || outcome.replayed || answers.has(entry.remember.key)) return;
  const answer = entry.remember.answer(outcome);
  if (!answer) return;
  const kept = { ...answer, key: entry.remember.key, fingerprint: entry.remember.fingerprint };
  answers.set(kept.key, kept);
  plan.answers.push({ ...kept, order: entry.command.order, created_at: entry.command.recorded_at });
}

/** Facts of one order stay in the order of their versions: sorting is stable. */
function byOrder(a: { order: string }, b: { order: string }): number {
  if (a.order === b.order) return 0;
  return a.order < b.order ? -1 : 1;
}

function append(rows: Row[], more: readonly Row[]): void {
  for (const row of more) rows.push(row);
}
