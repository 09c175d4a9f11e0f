import type { Command } from './command.ts';
import type { Fact, NewFact } from './fact.ts';
import type { Composition } from './module.ts';

/** Facts may follow from facts that followed; more rounds than this are two modules that answer each other. */
const MOST_ROUNDS = 8;

/**
 * The facts a command's decision becomes, each with its place in the story, and after them what other modules
 * add in the same commit (`follow`). Folds all of them into `state`, which it changes in place. Pure otherwise.
 * The command's own facts stay together: who follows sees the order as the command left it.
 * @param version the story's version before the command
 * @throws when facts follow each other without an end: a bug
 */
export function appendFacts<State>(
  composition: Composition<State>,
  state: State,
  command: Command,
  decided: readonly NewFact[],
  version: number,
): Fact[] {
  const facts: Fact[] = [];
  const append = ({ type, data, at }: NewFact, otherwise_at: string) => {
    const fact: Fact = {
      type,
      data,
      version: version + facts.length + 1,
      at: at ?? otherwise_at,
      recorded_at: command.recorded_at,
      actor: command.actor,
      command_id: command.id,
    };
    composition.evolve(state, fact);
    facts.push(fact);
  };
  for (const fact of decided) append(fact, command.at);
  let followed = 0;
  for (let round = 0; followed < facts.length; round++) {
    if (round > MOST_ROUNDS) throw new Error(`facts follow each other without an end: ${facts.at(-1)!.type}`);
    for (const last = facts.length; followed < last; followed++) {
      const cause = facts[followed]!;
      for (const fact of composition.follow(state, cause, command)) append(fact, cause.at);
    }
  }
  return facts;
}
