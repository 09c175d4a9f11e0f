import { zstdDecompressSync } from 'node:zlib';
import { instant } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';
import { orderIn } from '../../buyers/index.ts';
import { type OrderReader, type OrderView, type Viewing, viewOrder } from '../../order-view/index.ts';
import { orderKey } from '../erasure/orders.ts';
import { type Person, theirOrders } from '../person.ts';
import type { Holds, PersonalTable } from '../personal-table.ts';
import { readRows } from '../statement.ts';
import { PERSONAL_TABLES } from '../tables/index.ts';

/** Rows as JSON can say them, by their table. */
export type Records = Record<string, Record<string, unknown>[]>;

export interface ExportedOrder {
  /** As the buyer sees it. */
  order: OrderView;
  /** Every row there is about it and its buyer. */
  records: Records;
}

/** A part of an export: some orders, or at the end everything that is about none. */
export type ExportPart = { orders: ExportedOrder[] } | { records: Records };

export interface ExportDeps {
  database: Database;
  orders: Pick<OrderReader, 'readMany'>;
}

const page_orders = 50;

const EXPORTED = PERSONAL_TABLES.filter(({ unexported }) => !unexported);

/** Everything that is kept about a person, piece by piece: ten thousand orders are never in memory together. */
export async function* readExport(
  { database, orders }: ExportDeps,
  person: Person,
  viewing: Viewing,
): AsyncGenerator<ExportPart> {
  for await (const numbers of theirOrders(database, person, { page: page_orders })) {
    const given = { orders: numbers, keys: numbers.map(orderKey), emails: [] };
    const [stored, records] = await Promise.all([orders.readMany(numbers), recordsByOrder(database, given)]);
    yield {
      orders: numbers.flatMap((number) => {
        const found = stored.get(number);
        return found ? [{ order: viewOrder(found, viewing), records: records.get(number) ?? {} }] : [];
      }),
    };
  }
  // A guest's one key is that of their order.
  const keys = person.keys.filter((key) => orderIn(key) === null);
  const records: Records = {};
  for (const table of EXPORTED) {
    const rows = await readRows(database, table, { orders: [], keys, emails: person.emails });
    if (rows.length > 0) records[table.table] = rows.map((row) => readable(table, row));
  }
  yield { records };
}

async function recordsByOrder(
  database: Database,
  given: Parameters<typeof readRows>[2],
): Promise<Map<string, Records>> {
  const found = new Map<string, Records>();
  for (const table of EXPORTED) {
    for (const row of await readRows(database, table, given)) {
      const records = found.getOrInsertComputed(orderOf(row), () => ({}));
      records[table.table] ??= [];
      records[table.table]!.push(readable(table, row));
    }
  }
  return found;
}

/** Every table about an order says so in one of these. */
function orderOf({ order_number, subject_key, person }: Record<string, unknown>): string {
  return String(order_number ?? orderIn(String(subject_key ?? person)));
}

function readable({ columns }: PersonalTable, row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, said(name, columns[name]!, value)]),
  );
}

function said(name: string, holds: Holds, value: unknown): unknown {
  if (value === null) return null;
  if (value instanceof Date) return instant(value.getTime());
  if (holds === 'packed') return JSON.parse(zstdDecompressSync(value as Buffer).toString());
  if (holds === 'packed_text') return zstdDecompressSync(value as Buffer).toString();
  // Facts are kept as text, so that nobody parses them in between.
  return name === 'data' && typeof value === 'string' ? JSON.parse(value) : value;
}
