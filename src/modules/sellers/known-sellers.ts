import type { Clock } from '../../lib/clock.ts';
import { coalesce } from '../../lib/coalesce.ts';
import type { Database } from '../../lib/database.ts';
import { type Seller, type SellerDefaults, unknownSeller } from './seller.ts';
import { readSellers } from './store.ts';

/** A seller changed by another process is noticed after this. */
const keep_ms = 5_000;
const sellers_max = 10_000;

/**
 * The sellers placing needs for its promises, remembered for a few seconds: a shop has few sellers and many
 * orders, and an order must not cost a query for each.
 */
export class KnownSellers {
  /** A batch of orders asks for the same sellers in one moment: they share a query. */
  readonly #read: (id: string) => Promise<Seller | null>;
  readonly #clock: Clock;
  readonly #defaults: SellerDefaults;
  readonly #known = new Map<string, { seller: Seller; until_ms: number }>();

  constructor(database: Database, clock: Clock, defaults: SellerDefaults) {
    this.#read = coalesce(async (ids) => {
      const sellers = await readSellers(database, ids);
      return new Map(sellers.map((seller) => [seller.id, seller]));
    });
    this.#clock = clock;
    this.#defaults = defaults;
  }

  /** Every seller named, with the defaults for those nobody described. */
  async find(ids: Iterable<string>): Promise<Map<string, Seller>> {
    const now_ms = this.#clock.now();
    const found = new Map<string, Seller>();
    const missing: string[] = [];
    for (const id of new Set(ids)) {
      const known = this.#known.get(id);
      if (known && known.until_ms > now_ms) found.set(id, known.seller);
      else missing.push(id);
    }
    if (missing.length > 0) {
      const described = await Promise.all(missing.map((id) => this.#read(id)));
      for (const [index, id] of missing.entries()) {
        const seller = described[index] ?? unknownSeller(id, this.#defaults);
        found.set(id, seller);
        this.#remember(seller, now_ms + keep_ms);
      }
    }
    return found;
  }

  /** A seller was written here: the next order knows. */
  forget(id: string): void {
    this.#known.delete(id);
  }

  #remember(seller: Seller, until_ms: number): void {
    if (this.#known.size >= sellers_max) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(seller.id, { seller, until_ms });
  }
}
