import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import type { ClaimedDelivery } from '../../modules/notifications/deliveries/index.ts';
import { dropMembers, type Member, readMembers } from '../../modules/notifications/digest/index.ts';
import { typeNamed } from '../../modules/notifications/index.ts';
import { type Preferences, verdictOnDigest } from '../../modules/notifications/preferences/index.ts';
import type { OrderView } from '../../modules/order-view/index.ts';
import type { Outcome } from '../outbox/channel.ts';
import { isOvertaken, type Truth } from './truth.ts';
import type { ZoneOf } from './zone.ts';

interface DigestOptions {
  database: Database;
  clock: Clock;
  truth: Truth;
  zoneOf: ZoneOf;
}

/**
 * Makes a digest ready to be sent: takes out what was overtaken since it gathered. What is left is written down as
 * its own, so that a digest that is written twice, because its sender died, says the same news.
 *
 * Answers with what becomes of it instead of being sent: a digest is never empty.
 */
export function openDigests({ database, clock, truth, zoneOf }: DigestOptions) {
  return async (delivery: ClaimedDelivery, preferences: Preferences): Promise<Outcome | null> => {
    const digest_id = delivery.notification.id;
    const news = await readNews(database, truth, digest_id);
    const order = news.find((one) => one.order)?.order ?? null;
    const zone = preferences.time_zone ?? (await zoneOf(delivery.person, order));
    const now_ms = clock.now();
    const verdict = verdictOnDigest({ preferences, time_zone: zone, now_ms });
    if (verdict.kind === 'hold' && delivery.cause !== 'asked') {
      return { kind: 'held', until_ms: verdict.until_ms, held_for: 'quiet_hours' };
    }
    const stale = news.filter(({ stale }) => stale);
    if (stale.length > 0) {
      const notifications = stale.map(({ notification }) => notification);
      await dropMembers(database, digest_id, notifications, now_ms);
    }
    return stale.length === news.length ? { kind: 'suppressed', error: 'nothing_left' } : null;
  };
}

/** One piece of news with its order as it is now. */
export interface JudgedNews extends Member {
  /** Null: there is no such order any more. */
  order: OrderView | null;
  /** It was overtaken before it was ever told, or there is nothing left that it could be about. */
  stale: boolean;
}

/** What gathered in a digest, newest first, in the light of what is true now. */
export async function readNews(database: Database, truth: Truth, digest_id: string): Promise<JudgedNews[]> {
  const members = await readMembers(database, digest_id);
  const told = new Set<string>();
  const news = await Promise.all(
    members.map(async (member) => ({ ...member, order: await truth.orderOf(member.notification) })),
  );
  return news.map((one) => {
    const { notification, status, order } = one;
    const repeats = told.has(subjectOf(one));
    told.add(subjectOf(one));
    const overtaken = order === null || repeats || isOvertaken(notification, order);
    return { ...one, stale: order === null || (status === 'held' && overtaken) };
  });
}

/** What a piece of news is the state of: of several, the newest says it all. */
function subjectOf({ notification: { id, type, order_number, data } }: Member): string {
  const state = typeNamed(type).state_of?.(data as object);
  return state === undefined ? id : JSON.stringify([order_number, state]);
}
