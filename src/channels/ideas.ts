import type { Clock } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import type { Secrets } from '../lib/secrets.ts';
import { personOf } from '../modules/buyers/index.ts';
import type { OfferedIdeas } from '../modules/notifications/index.ts';
import type { OrderView } from '../modules/order-view/index.ts';
import {
  findSuggestions,
  isUntroubled,
  listingUrl,
  occasionOf,
  suggestions_wish,
} from '../modules/recommendations/index.ts';
import { unsubscribePath } from './email/unsubscribe.ts';

/** What a mail to a buyer who asked for it may offer beside its news; null: nothing. */
export type ReadIdeas = (order: OrderView) => Promise<OfferedIdeas | null>;

interface IdeasOptions {
  database: Database;
  clock: Clock;
  secrets: Secrets;
  /** Where the shop sells a listing; null: it does not say, so there is nothing to offer. */
  listing_url: string | null;
  /** How buyers reach this installation, no trailing slash. */
  public_url: string;
}

/** One query, and none for an order that is not going well. */
export function openIdeas({ database, clock, secrets, listing_url, public_url }: IdeasOptions): ReadIdeas {
  return async (order) => {
    if (listing_url === null || !isUntroubled(order)) return null;
    const occasion = occasionOf(order);
    const found = await findSuggestions(database, { ...occasion, place: 'mail', now_ms: clock.now() });
    if (found.length === 0) return null;
    const { customer, order_number: number } = occasion;
    const wish = { person: personOf({ customer, number }), type: suggestions_wish };
    return {
      found,
      urlOf: (sku) => listingUrl(listing_url, sku),
      end_url: public_url + unsubscribePath(secrets, wish),
    };
  };
}
