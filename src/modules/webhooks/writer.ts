import type { Database } from '../../lib/database.ts';
import { type Composition, type Fact, fold, readFacts } from '../../story/index.ts';
import type { AnyFact } from '../facts.ts';
import { sellersState, sellersStory } from '../order-view/index.ts';
import type { State } from '../state.ts';
import type { ClaimedWebhook } from './deliveries/index.ts';
import { bodyOf, type ToldFact } from './message.ts';

/** Writes the body of a claimed delivery; null: the fact tells this reader nothing. */
export type WebhookWriter = (
  claimed: Pick<ClaimedWebhook, 'order_number' | 'fact_version' | 'seller'>,
) => Promise<string | null>;

/**
 * Bodies are made from the facts when they are sent, so nothing of a story is kept twice. A seller is told its part as
 * it was at that fact, whatever happened since: the same at every try.
 */
export function openWebhookWriter(database: Database, composition: Composition<State>): WebhookWriter {
  return async ({ order_number, fact_version, seller }) => {
    // The shop is told the fact alone; a seller's part of it depends on what came before.
    const from = seller === null ? fact_version : 1;
    const facts = await readFacts(database, order_number, { from, to: fact_version });
    const fact = facts.at(-1);
    if (fact?.version !== fact_version) return null;
    const told = seller === null ? (fact as ToldFact) : partOf(composition, facts, seller);
    return told && bodyOf(order_number, told);
  };
}

function partOf(composition: Composition<State>, facts: readonly Fact[], seller: string): ToldFact | null {
  const part = sellersState(fold(composition, facts), seller);
  const [told] = part ? sellersStory([facts.at(-1) as AnyFact], part) : [];
  return told ?? null;
}
