import { instant } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';

/** A listing somebody may like, and the one of their order it is offered for. */
export interface Suggestion {
  /** `together`: others bought both. `again`: it is bought again and again. */
  kind: 'together' | 'again';
  sku: string;
  title: string;
  /** Minor units of `currency`. */
  price: number;
  currency: string;
  image_url: string | null;
  /** The listing of the order that is the reason: of `again` the same one. */
  because: string;
}

/** For whom, and because of what. */
export interface Occasion {
  order_number: string;
  /** The shop's id of the customer; null: a guest. */
  customer: string | null;
  /** What they have, or will have, of this order. */
  kept: readonly string[];
  /** What of it has arrived: only that can be bought again. */
  arrived: readonly string[];
  /** Where it is to be shown: a page may as long as nobody minds, a mail only when it was asked for. */
  place: 'page' | 'mail';
  now_ms: number;
}

/** The name of the wish: `types.suggestions.email` of a person's preferences. */
export const suggestions_wish = 'suggestions';
/** Of each kind. More would be a shop window. */
export const suggestions_max = 3;
/** How far back is looked for what a customer has. Older orders are no longer remembered by them either. */
const earlier_orders_max = 50;

/**
 * What may be offered beside an order; empty for who does not want it. One query, by primary keys: some 40 rows of
 * companions, their listings, and of a customer the newest orders.
 *
 * Only what can be bought now: in stock or to be ordered ahead, of sellers that are not away. Nothing they have, unless
 * it is a thing that is bought again and again.
 */
export async function findSuggestions(database: Database, occasion: Occasion): Promise<Suggestion[]> {
  const { order_number, customer, kept, arrived, place, now_ms } = occasion;
  if (kept.length === 0) return [];
  const { rows } = await database.query<Suggestion>({
    name: 'suggestions',
    text: SUGGESTIONS,
    values: [kept, arrived, customer, order_number, place === 'mail', instant(now_ms)],
  });
  return rows;
}

const SUGGESTIONS = `
with wish as (
  select types -> '${suggestions_wish}' ->> 'email' as said from preferences
  where person in ('order:' || $4, 'customer:' || $3) order by person desc limit 1
),
earlier as materialized (
  select distinct line ->> 'sku' as sku
  from (
    select state from stories where customer = $3 and order_number <> $4
    order by placed_at desc, order_number desc limit ${earlier_orders_max}
  ) s cross join lateral json_array_elements(s.state::json -> 'order' -> 'lines') as line
),
offered as (
  select 'together' as kind, b.other as sku, b.sku as because, b.score
  from bought_together b
  where b.sku = any($1)
    and (exists (select from bought_again a where a.sku = b.other)
      or not exists (select from earlier e where e.sku = b.other)) and b.other <> all($1)
  union all
  select 'again', a.sku, a.sku, a.came_back::real / a.buyers from bought_again a where a.sku = any($2)
),
best as (select distinct on (sku) * from offered order by sku, score desc, because),
placed as (
  select o.kind, o.sku, o.because, o.score, l.title, l.price, l.currency, l.image_url,
    row_number() over (partition by o.kind order by o.score desc, o.sku) as place
  from best o join listings l on l.sku = o.sku left join sellers s on s.id = l.seller
  where l.availability in ('in_stock', 'preorder')
    and not (coalesce(s.listing_status, 'active') = 'inactive'
      and coalesce(s.inactive_from, '-infinity') <= $6 and $6 < coalesce(s.inactive_until, 'infinity'))
)
select kind, sku, title, price, currency, image_url, because from placed
where place <= ${suggestions_max}
  and case when $5 then (select said from wish) in ('instant', 'digest')
    else coalesce((select said from wish), '') <> 'off' end
order by kind desc, score desc, sku`;
