import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import type { OrderView } from '../../modules/order-view/index.ts';
import { KnownSellers } from '../../modules/sellers/index.ts';

/** By which clocks a person's hours count, who did not say: a seller's by its own, a buyer's where the order goes. */
export type ZoneOf = (person: string, order: Pick<OrderView, 'time_zone'> | null) => Promise<string>;

interface ZoneOptions {
  database: Database;
  clock: Clock;
  /** The shop's: of whom nothing better is known. */
  time_zone: string;
}

const seller_prefix = 'seller:';

export function openZones({ database, clock, time_zone }: ZoneOptions): ZoneOf {
  const sellers = new KnownSellers(database, clock, { locale: 'en', time_zone });
  return async (person, order) => {
    if (!person.startsWith(seller_prefix)) return order?.time_zone ?? time_zone;
    const id = person.slice(seller_prefix.length);
    return (await sellers.find([id])).get(id)!.time_zone;
  };
}
