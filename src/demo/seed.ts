import type { Clock } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import type { AnyCommand } from '../modules/commands.ts';
import { refreshRecommendations } from '../modules/recommendations/index.ts';
import { putSeller } from '../modules/sellers/index.ts';
import type { State } from '../modules/state.ts';
import type { Ledger } from '../story/index.ts';
import { seedDelivery } from './delivery.ts';
import { seedListings } from './listings.ts';
import { momentsIn } from './moments.ts';
import type { DemoOrder } from './order.ts';
import { DEMO_ORDERS, EARLIER_ORDERS } from './orders/index.ts';
import { SELLERS } from './people.ts';
import { Tale } from './tale.ts';
import { seedMishaps, seedWishes } from './told.ts';

export interface DemoDeps {
  ledger: Ledger<State>;
  pool: Database;
  clock: Clock;
  /** Where public/demo is served, no trailing slash: the pictures of goods are full addresses. */
  public_url: string;
}

/**
 * Seeds the demonstration shop "Harbour Books" when there is no order yet. Its commands go the way of all
 * commands, with their times in the past weeks, and are stored in one commit: a process killed meanwhile leaves
 * no half a shop.
 * @returns the orders that are there to be looked at; empty when the database holds something else
 */
export async function seedDemo({ ledger, pool, clock, public_url }: DemoDeps): Promise<readonly DemoOrder[]> {
  const { rows } = await pool.query<{ order_number: string }>(
    'select order_number from stories order by order_number = $1 desc limit 1',
    [DEMO_ORDERS[0]!.number],
  );
  if (rows[0]) return rows[0].order_number === DEMO_ORDERS[0]!.number ? DEMO_ORDERS : [];
  const now_ms = clock.now();
  for (const seller of SELLERS) await putSeller(pool, seller, now_ms);
  await seedDelivery(pool, now_ms);
  await seedListings(pool, `${public_url}/demo`, now_ms);
  await seedWishes(pool, now_ms);
  const outcomes = await ledger.executeAll(demoCommands(now_ms, public_url));
  for (const { order, refusal } of outcomes) {
    if (refusal) throw new Error(`The demonstration contradicts itself: ${order} ${refusal.code}`);
  }
  await seedMishaps(pool, now_ms);
  // Otherwise done at night: the mails of the first minutes already have it.
  await refreshRecommendations(pool, now_ms);
  return DEMO_ORDERS;
}

/** Everything that happened in the demonstration shop, in the order in which it happened. */
export function demoCommands(now_ms: number, public_url: string): AnyCommand[] {
  const commands = [...EARLIER_ORDERS, ...DEMO_ORDERS].flatMap((order) => {
    return order.tell(new Tale(order.number, `${public_url}/demo`), momentsIn(order.time_zone, now_ms))
      .commands;
  });
  // Sorting keeps the order of equals: an order's own commands stay in the order of its tale.
  return commands.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
