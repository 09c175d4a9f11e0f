import { join } from 'node:path';
import type { Database } from '../../src/lib/database.ts';
import { refreshRecommendations } from '../../src/modules/recommendations/index.ts';
import { buyers_min, scoreOf } from '../../src/modules/recommendations/score.ts';
import { readCsv } from '../../src/replay/csv.ts';
import { openDisposableDatabase } from '../disposable-database.ts';
import { emptyReport, note, type Report } from './report.ts';

/** One order: who, and what of it. */
interface Basket {
  buyer: string;
  placed_at: string;
  canceled: boolean;
  categories: string[];
}

/** The day after the newest order of the data: its last year is counted. */
const asked_on = Date.parse('2018-09-04');
const year_ms = 365 * 86_400_000;

/**
 * What the statements count of real orders is what a plain loop counts of them. By category: of 24,000 items hardly a
 * product was bought together with another by three people.
 */
export async function checkRecommendations(data: string): Promise<Report> {
  const baskets = await readBaskets(join(data, 'olist'));
  const report = emptyReport();
  await using opened = new AsyncDisposableStack();
  const { database } = await openDisposableDatabase(opened);
  await store(database, baskets);
  const began_ms = performance.now();
  const { pairs } = await refreshRecommendations(database, asked_on);
  const took_ms = Math.round(performance.now() - began_ms);
  const counted = await database.query<{ sku: string; other: string; buyers: number; score: number }>(
    'select sku, other, buyers, score from bought_together',
  );
  const expected = count(baskets);
  for (const { sku, other, buyers, score } of counted.rows) {
    const own = expected.get(`${sku} ${other}`);
    const same = own !== undefined && own.buyers === buyers && Math.abs(own.score - score) < 1e-6;
    note(report, `${sku} and ${other}`, same ? null : `${buyers}, ${score} and not ${JSON.stringify(own)}`);
  }
  // Twenty of each are kept: with fewer none may be missing.
  note(report, 'pairs', pairs === expected.size ? null : `${pairs} and not ${expected.size}`);
  return { ...report, remarks: [`${pairs} pairs from ${baskets.length} orders in ${took_ms} ms`] };
}

async function readBaskets(folder: string): Promise<Basket[]> {
  const category = new Map<string, string>();
  for await (const row of readCsv(join(folder, 'products.csv.gz'), ['product_id', 'product_category_name'])) {
    category.set(row.product_id, row.product_category_name);
  }
  const buyer = new Map<string, string>();
  for await (const row of readCsv(join(folder, 'customers.csv.gz'), ['customer_id', 'customer_unique_id'])) {
    buyer.set(row.customer_id, row.customer_unique_id);
  }
  const bought = new Map<string, Set<string>>();
  for await (const row of readCsv(join(folder, 'order_items.csv.gz'), ['order_id', 'product_id'])) {
    const name = category.get(row.product_id);
    if (name) bought.set(row.order_id, (bought.get(row.order_id) ?? new Set()).add(name));
  }
  const baskets: Basket[] = [];
  const columns = ['order_id', 'customer_id', 'order_status', 'order_purchase_timestamp'] as const;
  for await (const row of readCsv(join(folder, 'orders.csv.gz'), columns)) {
    const categories = [...(bought.get(row.order_id) ?? [])];
    const who = buyer.get(row.customer_id);
    if (!who || categories.length === 0) continue;
    const placed_at = `${row.order_purchase_timestamp.replace(' ', 'T')}Z`;
    baskets.push({ buyer: who, placed_at, canceled: row.order_status === 'canceled', categories });
  }
  return baskets;
}

/** The same by hand: every pair both ways, with how many people, and its score. */
function count(baskets: readonly Basket[]): Map<string, { buyers: number; score: number }> {
  const people = new Map<string, Set<string>>();
  const put = (key: string, buyer: string) => people.set(key, (people.get(key) ?? new Set()).add(buyer));
  for (const { buyer, placed_at, canceled, categories } of baskets) {
    if (canceled || Date.parse(placed_at) <= asked_on - year_ms) continue;
    for (const one of categories) {
      put(one, buyer);
      for (const other of categories) if (other !== one) put(`${one} ${other}`, buyer);
    }
  }
  const pairs = [...people].filter(([key, buyers]) => key.includes(' ') && buyers.size >= buyers_min);
  return new Map(
    pairs.map(([key, { size: both }]) => {
      const [one, other] = key.split(' ') as [string, string];
      const score = scoreOf({ both, one: people.get(one)!.size, other: people.get(other)!.size });
      return [key, { buyers: both, score }];
    }),
  );
}

/** As snapshots, as far as they are read: the lines of each. */
async function store(database: Database, baskets: readonly Basket[]): Promise<void> {
  const quantity = { ordered: 1, canceled: 0, returned: 0 };
  const states = baskets.map(({ categories }) =>
    JSON.stringify({ order: { lines: categories.map((sku) => ({ sku, quantity })) } }),
  );
  await database.query(
    `insert into stories (order_number, version, state_version, status, placed_at, customer, state)
     select 'o-' || row_number() over (), 1, 1, status, placed_at, customer, state
     from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[]) as b(status, placed_at, customer, state)`,
    [
      baskets.map(({ canceled }) => (canceled ? 'canceled' : 'delivered')),
      baskets.map(({ placed_at }) => placed_at),
      baskets.map(({ buyer }) => buyer),
      states,
    ],
  );
}
