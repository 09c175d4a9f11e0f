import { instant } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import { readTerms, type Term } from './search.ts';

/** What a list can be narrowed to. */
export const ORDER_SHELVES = ['coming', 'unshipped', 'late', 'canceled', 'returnable'] as const;
export type Shelf = (typeof ORDER_SHELVES)[number];

/**
 * Whose orders: of a customer with their id in the shop, with their proven address, or both; or those a guest's
 * session opened, each as long as its `access_epoch` is still the same.
 */
export type Whose =
  | { customer: string | null; email: string }
  | { opened: readonly { number: string; access_epoch: number }[] };

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
  const query = new Query();
  const conditions = [
    wish.shelf && shelfCondition(query, wish.shelf, wish),
    wish.after &&
      `(l.placed_at, l.order_number) < (${query.value(wish.after.placed_at)}::timestamptz, ${query.value(wish.after.number)})`,
    ...terms.map((term) => termCondition(query, term)),
  ].filter((condition) => condition !== null);
  const limit = query.value(wish.limit);
  // Each way to own an order has an index in the order of the list, and no order is found in two ways.
  const found = owned(query, wish.whose).map(
    (own) => `(select l.order_number, l.placed_at from ${[own, ...conditions].join(' and ')}
      order by l.placed_at desc, l.order_number desc limit ${limit})`,
  );
  const { rows } = await database.query<{ order_number: string; placed_at: Date }>(
    `select * from (${found.join(' union all ')}) l order by placed_at desc, order_number desc limit ${limit}`,
    query.values,
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
  const query = new Query();
  const limit = query.value(counted_max + 1);
  const columns = 'l.coming, l.unshipped, l.some_canceled, l.late_from, l.returnable_until, l.country';
  const found = owned(query, wish.whose).map((own) => `(select ${columns} from ${own} limit ${limit})`);
  const counts = ORDER_SHELVES.map(
    (shelf) => `count(*) filter (where ${shelfCondition(query, shelf, wish)})::int as ${shelf}`,
  );
  const { rows } = await database.query<Record<Shelf | 'all', number>>(
    `select count(*)::int as all, ${counts.join(', ')} from (${found.join(' union all ')}) l`,
    query.values,
  );
  return rows[0]!.all > counted_max ? null : rows[0]!;
}

/** Values of a statement, in the order its text names them. */
class Query {
  readonly values: unknown[] = [];

  value(given: unknown): string {
    return `$${this.values.push(given)}`;
  }
}

/** For each way to own an order, what to read it from and a `where`. Its row is `l`. */
function owned(query: Query, whose: Whose): string[] {
  if ('opened' in whose) {
    const numbers = query.value(whose.opened.map(({ number }) => number));
    const epochs = query.value(whose.opened.map(({ access_epoch }) => access_epoch));
    return [
      `listed_orders l join contacts c using (order_number)
       join unnest(${numbers}::text[], ${epochs}::int[]) o(number, epoch) on o.number = l.order_number
       where c.access_epoch = o.epoch`,
    ];
  }
  const email = query.value(whose.email);
  if (whose.customer === null) return [`listed_orders l where l.email = ${email}`];
  const customer = query.value(whose.customer);
  // Most orders with the address are those of the customer: as ranges beside it, the index never touches them.
  const others = [`l.customer < ${customer}`, `l.customer > ${customer}`, 'l.customer is null'];
  return [
    `listed_orders l where l.customer = ${customer}`,
    ...others.map((range) => `listed_orders l where l.email = ${email} and ${range}`),
  ];
}

function shelfCondition(
  query: Query,
  shelf: Shelf,
  { now_ms, returns }: Pick<ListWish, 'now_ms' | 'returns'>,
): string {
  switch (shelf) {
    case 'coming':
      return 'l.coming';
    case 'unshipped':
      return 'l.unshipped';
    case 'late':
      return `l.late_from <= ${query.value(instant(now_ms))}`;
    case 'canceled':
      return 'l.some_canceled';
    case 'returnable': {
      const within = `l.returnable_until > ${query.value(instant(now_ms))}`;
      return returns === 'all' ? within : `${within} and l.country = any(${query.value(returns)})`;
    }
  }
}

function termCondition(query: Query, { word, sellers }: Term): string {
  const has_word = `strpos(l.words, ${query.value(word)}) > 0`;
  if (sellers.length === 0) return has_word;
  const sold_by = `select from unnest(${query.value(sellers)}::text[]) s where strpos(l.words, s) > 0`;
  return `(${has_word} or exists (${sold_by}))`;
}
