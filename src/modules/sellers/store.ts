import { instant } from '../../lib/clock.ts';
import type { Connection, Database } from '../../lib/database.ts';
import type { ListingStatus, Seller } from './seller.ts';

interface SellerRow extends Omit<Seller, 'listing_status'> {
  listing_status: ListingStatus['status'];
  inactive_from: Date | null;
  inactive_until: Date | null;
}

const COLUMNS =
  'id, name, email, time_zone, country, handling_days, locale, listing_status, inactive_from, inactive_until';

const at = (date: Date | null) => date && instant(date.getTime());

function sellerOf({ listing_status, inactive_from, inactive_until, ...row }: SellerRow): Seller {
  const status = { status: listing_status, from: at(inactive_from), until: at(inactive_until) };
  return { ...row, listing_status: status };
}

/** Those of the sellers that somebody described. */
export async function readSellers(
  database: Database | Connection,
  ids: readonly string[],
): Promise<Seller[]> {
  const { rows } = await database.query<SellerRow>({
    name: 'sellers',
    text: `select ${COLUMNS} from sellers where id = any($1)`,
    values: [ids],
  });
  return rows.map(sellerOf);
}

/** Writes a seller as described; whether it is active stays. Answers whether it is new. */
export async function putSeller(
  database: Database,
  seller: Omit<Seller, 'listing_status'>,
  now_ms: number,
): Promise<{ seller: Seller; created: boolean }> {
  const { id, name, email, time_zone, country, handling_days, locale } = seller;
  const { rows } = await database.query<SellerRow & { created: boolean }>(
    `insert into sellers as s (id, name, email, time_zone, country, handling_days, locale, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do update set name = excluded.name, email = excluded.email,
       time_zone = excluded.time_zone, country = excluded.country, handling_days = excluded.handling_days,
       locale = excluded.locale, updated_at = excluded.updated_at
     returning ${COLUMNS}, xmax = 0 as created`,
    [id, name, email, time_zone, country, handling_days, locale, instant(now_ms)],
  );
  const { created, ...row } = rows[0]!;
  return { seller: sellerOf(row), created };
}

/** Null: there is no such seller. `changed`: its listings were not so before. */
export async function putListingStatus(
  database: Database | Connection,
  id: string,
  { status, from, until }: ListingStatus,
  now_ms: number,
): Promise<{ seller: Seller; changed: boolean } | null> {
  const { rows } = await database.query<SellerRow & { changed: boolean }>(
    `with before as (
       select id, (listing_status, inactive_from, inactive_until) is distinct from ($2, $3::timestamptz, $4::timestamptz)
         as changed
       from sellers where id = $1 for update
     )
     update sellers s set listing_status = $2, inactive_from = $3, inactive_until = $4, updated_at = $5
     from before where s.id = before.id
     returning ${COLUMNS.replace(/(\w+)/g, 's.$1')}, before.changed`,
    [id, status, from, until, instant(now_ms)],
  );
  if (!rows[0]) return null;
  const { changed, ...row } = rows[0];
  return { seller: sellerOf(row), changed };
}
