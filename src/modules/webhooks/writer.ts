import type { Database } from '../../lib/database.ts';
import { type Composition, type Fact, fold, readFacts } from '../../story/index.ts';
import type { AnyFact } from '../facts.ts';
import { sellersState, sellersStory } from '../order-view/index.ts';
import type { State } from '../state.ts';
import type { ClaimedWebhook } from './deliveries/index.ts';
import { bodyOf, type ToldFact } from './message.ts';

/** Writes the body of a claimed delivery; null: the fact tells this reader nothing. */
export type WebhookWriter = (
  claimed: Pick<ClaimedWebhook, 'order_number' | 'fact_version' | 'seller' | 'fact'>,
) => Promise<string | null>;

/**
 * Bodies are made from the facts when they are sent, so nothing of a story is kept twice. The shop is told the fact; a
 * seller its part as it was at that fact, whatever happened since: the same at every try.
 */
export function openWebhookWriter(database: Database, composition: Composition<State>): WebhookWriter {
  return async ({ order_number, fact_version, seller, fact }) => {
    if (seller === null) return fact && bodyOf(order_number, fact);
    const facts = await readFacts(database, order_number, { to: fact_version });
    const told = partOf(composition, facts, seller);
    return told && bodyOf(order_number, told);
  };
}

function partOf(composition: Composition<State>, facts: readonly Fact[], seller: string): ToldFact | null {
  const part = facts.length === 0 ? null : sellersState(fold(composition, facts), seller);
  const [told] = part ? sellersStory([facts.at(-1) as AnyFact], part) : [];
  return told ?? null;
}
