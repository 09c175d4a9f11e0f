import type { Html } from '../../../lib/html.ts';
import { findSuggestions, isUntroubled, occasionOf } from '../../../modules/recommendations/index.ts';
import type { Site } from '../../site.ts';
import type { Reading } from '../reading.ts';
import { suggestionsCard } from './card.ts';

/** Ideas for the page of an order that goes well; one query, and none for any other order. */
export async function ideasFor({ deps }: Site, reading: Reading): Promise<Html | null> {
  const { view, now_ms } = reading;
  if (deps.ideas === null || !isUntroubled(view)) return null;
  const { database, listing_url } = deps.ideas;
  const found = await findSuggestions(database, { ...occasionOf(view), place: 'page', now_ms });
  return suggestionsCard(reading, found, listing_url);
}
