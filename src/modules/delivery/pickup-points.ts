import { instant } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';

/** Where a parcel can wait for its buyer: a locker, a counter. The shop says which there are. */
export interface PickupPoint {
  id: string;
  name: string;
  /** Code of the carrier that fills it; null: any. */
  carrier: string | null;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postal_code: string | null;
  /** ISO 3166 alpha-2. */
  country: string;
  /** When it is open, in the shop's words. */
  hours: string | null;
  /** False: nobody is sent there any more. */
  active: boolean;
}

const COLUMNS = 'id, name, carrier, line1, line2, city, region, postal_code, country, hours, active';

export async function readPickupPoint(database: Database, id: string): Promise<PickupPoint | null> {
  const { rows } = await database.query<PickupPoint>(`select ${COLUMNS} from pickup_points where id = $1`, [
    id,
  ]);
  return rows[0] ?? null;
}

/** The point people are sent to that has this id or, when only one has it, this name; null: none. */
export async function findNamedPoint(database: Database, named: string): Promise<PickupPoint | null> {
  const { rows } = await database.query<PickupPoint>(
    `select ${COLUMNS} from pickup_points where active and (id = $1 or name = $1) order by id = $1 desc limit 2`,
    [named],
  );
  const [first, second] = rows;
  return first && (first.id === named || !second) ? first : null;
}

/** Whether the shop keeps a list at all, in a country or anywhere. */
export async function hasPickupPoints(database: Database, country: string | null = null): Promise<boolean> {
  const { rowCount } = await database.query({
    name: 'pickup_points_any',
    text: 'select from pickup_points where active and ($1::text is null or country = $1) limit 1',
    values: [country],
  });
  return rowCount === 1;
}

export async function putPickupPoint(
  database: Database,
  point: PickupPoint,
  now_ms: number,
): Promise<{ created: boolean }> {
  const { rows } = await database.query<{ created: boolean }>(
    `insert into pickup_points as p (${COLUMNS}, postal_key, place_key, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (id) do update set name = excluded.name, carrier = excluded.carrier, line1 = excluded.line1,
       line2 = excluded.line2, city = excluded.city, region = excluded.region, postal_code = excluded.postal_code,
       country = excluded.country, hours = excluded.hours, active = excluded.active,
       postal_key = excluded.postal_key, place_key = excluded.place_key, updated_at = excluded.updated_at
     returning xmax = 0 as created`,
    [
      ...[point.id, point.name, point.carrier, point.line1, point.line2, point.city, point.region],
      ...[point.postal_code, point.country, point.hours, point.active],
      ...[postalKey(point.postal_code ?? ''), placeKey(`${point.city} ${point.name} ${point.line1}`)],
      instant(now_ms),
    ],
  );
  return rows[0]!;
}

/** `31-154` and `31 154` are one code. */
function postalKey(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** Written without accents or capitals, as it is typed on a phone. `ł` is a letter of its own to Unicode. */
function placeKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Where somebody looks: `31-154 Krakow`, `Krakow`, `WC2N 5DU`. A word with a digit in it belongs to the code. */
export function placeSought(near: string): { postal: string; words: string[] } {
  const words = near.trim().split(/[\s,]+/);
  const postal = postalKey(words.filter((word) => /\d/.test(word)).join(''));
  const names = placeKey(words.filter((word) => !/\d/.test(word)).join(' '));
  return { postal, words: names === '' ? [] : names.split(' ') };
}

/** A point with how far it is by its code, nearest first. */
export interface FoundPoint extends PickupPoint {
  rank: number;
}

/** What the next page begins after. */
export type PointPosition = readonly [rank: number, id: string];

/**
 * Points around a place: those whose postal code begins most like the one sought, and those whose city, name or street
 * has all the words. Codes that share a beginning lie together in every country that has codes.
 * @param near a postal code, a town, or both; null: all of them
 */
export async function findPickupPoints(
  database: Database,
  {
    near,
    country,
    after,
    limit,
  }: { near: string | null; country: string | null; after: PointPosition | null; limit: number },
): Promise<FoundPoint[]> {
  const { postal, words } = placeSought(near ?? '');
  const { rows } = await database.query<FoundPoint>(FIND, [
    ...[country, postal, words.map((word) => `%${word}%`), after?.[0] ?? -1, after?.[1] ?? '', limit],
  ]);
  return rows;
}

/** How many characters of a code must agree at least, for it to be a neighbor. */
const shared_min = 2;

const FIND = `
with found as (
  select ${COLUMNS},
    case when $2 = '' then 0 when postal_key = $2 then 0
      when left(postal_key, 4) = left($2, 4) then 1 when left(postal_key, 3) = left($2, 3) then 2
      when left(postal_key, ${shared_min}) = left($2, ${shared_min}) then 3 else 4 end as rank
  from pickup_points
  where active and ($1::text is null or country = $1)
    and ($2 <> '' and left(postal_key, ${shared_min}) = left($2, ${shared_min})
      or cardinality($3::text[]) > 0 and place_key like all ($3::text[])
      or $2 = '' and cardinality($3::text[]) = 0)
)
select * from found where (rank, id) > ($4, $5) order by rank, id limit $6`;
