import type { Database } from '../../lib/database.ts';
import type { ClaimedDelivery } from '../../modules/notifications/deliveries/index.ts';
import {
  default_preferences,
  openPreferences,
  type Preferences,
} from '../../modules/notifications/preferences/index.ts';

/** Wishes about a message, and whose they are. */
export interface Wishes {
  preferences: Preferences;
  /** `customer:<id>`, `order:<number>`, `seller:<id>` */
  person: string;
}

export type ReadWishes = (delivery: Pick<ClaimedDelivery, 'person' | 'notification'>) => Promise<Wishes>;

/**
 * Reads the wishes that count for a message: those the buyer has for this one order, else those of the person, else
 * none. The messages of one claim share a query.
 */
export function openWishes(database: Database): ReadWishes {
  const read = openPreferences(database);
  return async ({ person, notification: { subject_key, audience } }) => {
    const of_order = audience === 'buyer' && subject_key !== person ? read(subject_key) : null;
    const [own, order] = await Promise.all([read(person), of_order]);
    if (order) return { preferences: order, person: subject_key };
    return { preferences: own ?? default_preferences, person };
  };
}
