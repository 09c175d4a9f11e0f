import { instant } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import type { Listing } from './listing.ts';

const COLUMNS = `sku, seller, title, description, price, currency, image_url, availability, ships_after,
  handling_days`;

export async function readListing(database: Database, sku: string): Promise<Listing | null> {
  const { rows } = await database.query<Listing>(`select ${COLUMNS} from listings where sku = $1`, [sku]);
  return rows[0] ?? null;
}

/** Writes a listing, unless it belongs to a seller other than `only_of`: then null. */
export async function putListing(
  database: Database,
  listing: Listing,
  only_of: string | null,
  now_ms: number,
): Promise<{ listing: Listing; created: boolean } | null> {
  const { rows } = await database.query<Listing & { created: boolean }>(
    `insert into listings as l (${COLUMNS}, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (sku) do update set seller = excluded.seller, title = excluded.title,
       description = excluded.description, price = excluded.price, currency = excluded.currency,
       image_url = excluded.image_url, availability = excluded.availability,
       ships_after = excluded.ships_after, handling_days = excluded.handling_days,
       updated_at = excluded.updated_at
     where $12::text is null or l.seller = $12
     returning ${COLUMNS}, xmax = 0 as created`,
    [
      listing.sku,
      listing.seller,
      listing.title,
      listing.description,
      listing.price,
      listing.currency,
      listing.image_url,
      listing.availability,
      listing.ships_after,
      listing.handling_days,
      instant(now_ms),
      only_of,
    ],
  );
  if (!rows[0]) return null;
  const { created, ...written } = rows[0];
  return { listing: written, created };
}

/** Of a listing `l`, its seller `s`, at $1: in stock or to be ordered ahead, and its seller is not away. */
const CAN_BE_BOUGHT = `l.availability <> 'out_of_stock'
       and not (coalesce(s.listing_status, 'active') = 'inactive'
         and coalesce(s.inactive_from, '-infinity') <= $1 and $1 < coalesce(s.inactive_until, 'infinity'))`;

/**
 * What can be bought at `now_ms`, by SKU: in stock or to be ordered ahead, of sellers that are not away.
 * `words` must all be in the title, or be the SKU; null: everything.
 */
export async function findListings(
  database: Database,
  wish: { words: string | null; after: string | null; limit: number; now_ms: number },
): Promise<Listing[]> {
  const { rows } = await database.query<Listing>(
    `select ${COLUMNS.replace(/(\w+)/g, 'l.$1')}
     from listings l left join sellers s on s.id = l.seller
     where ${CAN_BE_BOUGHT}
       and ($2::text is null or l.sku = $2 or to_tsvector('simple', l.title) @@ plainto_tsquery('simple', $2))
       and ($3::text is null or l.sku > $3)
     order by l.sku limit $4`,
    [instant(wish.now_ms), wish.words, wish.after, wish.limit],
  );
  return rows;
}

/** Those of the SKUs that can be bought at `now_ms`. One query; none for no SKU. */
export async function findBuyable(
  database: Database,
  skus: readonly string[],
  now_ms: number,
): Promise<ReadonlySet<string>> {
  if (skus.length === 0) return new Set();
  const { rows } = await database.query<{ sku: string }>({
    name: 'listings_buyable',
    text: `select l.sku from listings l left join sellers s on s.id = l.seller
      where l.sku = any($2) and ${CAN_BE_BOUGHT}`,
    values: [instant(now_ms), skus],
  });
  return new Set(rows.map(({ sku }) => sku));
}
