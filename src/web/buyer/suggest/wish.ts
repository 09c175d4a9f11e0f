import type { Database } from '../../../lib/database.ts';
import { putWish, readPreferences } from '../../../modules/notifications/preferences/index.ts';
import { suggestions_wish } from '../../../modules/recommendations/index.ts';

/**
 * What a person wants of ideas. Nobody is asked before a page shows them; a mail has them only for who said so
 * (docs/decisions/0027-recommendations.md).
 */
export const IDEAS = ['page', 'mail', 'never'] as const;
export type Ideas = (typeof IDEAS)[number];

/** @param person `customer:<id>`, or `order:<number>` of a guest */
export async function readIdeas(database: Database, person: string): Promise<Ideas> {
  const said = (await readPreferences(database, person)).types[suggestions_wish]?.email;
  if (said === undefined) return 'page';
  return said === 'off' ? 'never' : 'mail';
}

export async function chooseIdeas(
  database: Database,
  person: string,
  ideas: Ideas,
  now_ms: number,
): Promise<void> {
  const wish = { page: null, mail: 'instant', never: 'off' } as const;
  await putWish(database, { person, type: suggestions_wish, channel: 'email', wish: wish[ideas] }, now_ms);
}
