import { instant } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import { Values } from '../../lib/values.ts';
import { newestOwned, owned, type Whose } from '../buyers/index.ts';
import { readTerms, type Term } from './search.ts';

/** What a list can be narrowed to. */
export const ORDER_SHELVES = ['coming', 'unshipped', 'late', 'canceled', 'returnable'] as const;
export type Shelf = (typeof ORDER_SHELVES)[number];

export interface ListWish {
  whose: Whose;
  shelf: Shelf | null;
  /** As somebody typed it; null: no search. */
  words: string | null;
  /** What comes after this order. */
  after: ListPosition | null;
  limit: number;
  now_ms: number;
  /** Countries whose buyers may send back what they got. */
  returns: readonly string[] | 'all';
}

export interface ListPosition {
  placed_at: string;
  number: string;
}

/** Numbers of somebody's orders, newest first. */
export async function findListed(database: Database, wish: ListWish): Promise<ListPosition[]> {
  const terms = wish.words === null ? [] : await readTerms(database, wish.words);
  const values = new Values();
  const { place } = values;
  const conditions = [
    wish.shelf && shelfCondition(values, wish.shelf, wish),
    wish.after &&
      `(l.placed_at, l.order_number) < (${place(wish.after.placed_at)}::timestamptz, ${place(wish.after.number)})`,
    ...terms.map((term) => termCondition(values, term)),
  ].filter((condition) => condition !== null);
  const { rows } = await database.query<{ order_number: string; placed_at: Date }>(
    newestOwned(wish.whose, values, { conditions, limit: wish.limit }),
    values.all,
  );
  return rows.map((row) => ({ number: row.order_number, placed_at: instant(row.placed_at.getTime()) }));
}

/** More orders than this are not counted: it would take longer than finding them. */
export const counted_max = 500;

/** How many orders are on each shelf; null: too many to count. */
export async function countListed(
  database: Database,
  wish: Pick<ListWish, 'whose' | 'now_ms' | 'returns'>,
): Promise<Record<Shelf | 'all', number> | null> {
  const values = new Values();
  const limit = values.place(counted_max + 1);
  const columns = 'l.coming, l.unshipped, l.some_canceled, l.late_from, l.returnable_until, l.country';
  const found = owned(wish.whose, values).map((own) => `(select ${columns} from ${own} limit ${limit})`);
  const counts = ORDER_SHELVES.map(
    (shelf) => `count(*) filter (where ${shelfCondition(values, shelf, wish)})::int as ${shelf}`,
  );
  const { rows } = await database.query<Record<Shelf | 'all', number>>(
    `select count(*)::int as all, ${counts.join(', ')} from (${found.join(' union all ')}) l`,
    values.all,
  );
  return rows[0]!.all > counted_max ? null : rows[0]!;
}

function shelfCondition(
  { place }: Values,
  shelf: Shelf,
  { now_ms, returns }: Pick<ListWish, 'now_ms' | 'returns'>,
): string {
  switch (shelf) {
    case 'coming':
      return 'l.coming';
    case 'unshipped':
      return 'l.unshipped';
    case 'late':
      return `l.late_from <= ${place(instant(now_ms))}`;
    case 'canceled':
      return 'l.some_canceled';
    case 'returnable': {
      const within = `l.returnable_until > ${place(instant(now_ms))}`;
      return returns === 'all' ? within : `${within} and l.country = any(${place(returns)})`;
    }
  }
}

function termCondition({ place }: Values, { word, sellers }: Term): string {
  const has_word = `strpos(l.words, ${place(word)}) > 0`;
  if (sellers.length === 0) return has_word;
  const sold_by = `select from unnest(${place(sellers)}::text[]) s where strpos(l.words, s) > 0`;
  return `(${has_word} or exists (${sold_by}))`;
}
