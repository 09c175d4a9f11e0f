import { type Connection, type Database, transaction } from '../../lib/database.ts';
import {
  buyers_min,
  came_back_share_min,
  companions_max,
  damping,
  order_skus_max,
  window_days,
} from './score.ts';

/** A year of a large shop is counted in minutes, at night, by one connection. */
const statement_timeout_ms = 15 * 60_000;
const day_ms = 86_400_000;
/** Nobody kept anything of these, or it was not paid for. */
const not_bought = ['canceled', 'returned', 'awaiting_payment'];

/**
 * Works out from the orders of the last year what is bought together and what again. In one transaction: who reads
 * meanwhile sees what was there before. What was canceled or sent back was not bought; buyers whose data were erased
 * are not counted.
 *
 * @returns how many pairs and habits there are
 */
export function refreshRecommendations(
  database: Database,
  now_ms: number,
): Promise<{ pairs: number; habits: number }> {
  return transaction(database, async (connection) => {
    const run = runner(connection);
    await run(`set local statement_timeout = ${statement_timeout_ms}`);
    await run(`create temp table bought (buyer text, order_number text collate "C", sku text collate "C")
               on commit drop`);
    await run(BOUGHT, [new Date(now_ms - window_days * day_ms), not_bought, order_skus_max]);
    await run('analyze bought');
    await run('delete from bought_together');
    const pairs = await run(PAIRS, [buyers_min, damping, companions_max]);
    await run('delete from bought_again');
    const habits = await run(HABITS, [buyers_min, came_back_share_min]);
    return { pairs, habits };
  });
}

/** The pool's patience is that of a request. */
function runner(connection: Connection) {
  return async (text: string, values: unknown[] = []): Promise<number> => {
    const query = { text, values, query_timeout: statement_timeout_ms };
    return (await connection.query(query)).rowCount ?? 0;
  };
}

/**
 * Who kept what of which order. A customer is one buyer whatever their address, a guest is their address; neither
 * leaves the temporary table. The fields of a snapshot's lines read here are those of its first version.
 */
const BOUGHT = `
insert into bought
select distinct buyer, order_number, sku
from (
  select coalesce('customer ' || s.customer, 'guest ' || lower(c.email)) as buyer, s.order_number, line ->> 'sku' as sku,
    count(*) over (partition by s.order_number) as lines
  from stories s
  left join contacts c using (order_number)
  cross join lateral json_array_elements(s.state::json -> 'order' -> 'lines') as line
  where s.placed_at > $1 and s.status <> all($2::text[])
    and (line -> 'quantity' ->> 'ordered')::int
      > (line -> 'quantity' ->> 'canceled')::int + (line -> 'quantity' ->> 'returned')::int
) kept
where buyer is not null and lines <= $3`;

/** Each pair is counted once and written both ways. The arithmetic is that of `scoreOf`. */
const PAIRS = `
with people as (select sku, count(distinct buyer)::int as buyers from bought group by sku having count(distinct buyer) >= $1),
together as (
  select one, other, count(*)::int as buyers
  from (
    select distinct a.buyer, a.sku as one, b.sku as other
    from bought a join bought b on b.order_number = a.order_number and b.sku > a.sku
  ) pair
  group by one, other having count(*) >= $1
),
scored as (
  select t.one, t.other, t.buyers,
    t.buyers / sqrt(p.buyers::float8 * q.buyers) * t.buyers / (t.buyers + $2::float8) as score
  from together t join people p on p.sku = t.one join people q on q.sku = t.other
),
both_ways as (
  select one as sku, other, buyers, score from scored union all select other, one, buyers, score from scored
)
insert into bought_together (sku, other, buyers, score)
select sku, other, buyers, score
from (select *, row_number() over (partition by sku order by score desc, other) as place from both_ways) ranked
where place <= $3`;

const HABITS = `
insert into bought_again (sku, buyers, came_back)
select sku, count(*)::int, (count(*) filter (where orders > 1))::int
from (select sku, buyer, count(*) as orders from bought group by sku, buyer) person
group by sku
having count(*) filter (where orders > 1) >= $1 and count(*) filter (where orders > 1) >= $2::float8 * count(*)`;
