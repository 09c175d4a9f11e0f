import type { Connection, Database } from '../../lib/database.ts';
import type { Act, Erasing, PersonalTable } from './personal-table.ts';

/** Whose rows, by everything they can be found by. */
export interface Given {
  orders: readonly string[];
  keys: readonly string[];
  /** In small letters. */
  emails: readonly string[];
}

export interface GivenToErase extends Given {
  pseudonym: string;
}

/** Runs what erases a person's rows in every table there is. In a transaction: all of it, or nothing. */
export async function eraseRows(
  connection: Connection,
  tables: readonly PersonalTable[],
  given: GivenToErase,
): Promise<void> {
  for (const table of tables) {
    if (!Array.isArray(table.erase)) continue;
    for (const act of table.erase as readonly Act[]) {
      const { names, values } = placesOf(given);
      const condition = [table.of(names), act.where?.(names)].filter((part) => part).join(' and ');
      const change =
        'set' in act ? `update ${table.table} t set ${act.set(names)}` : `delete from ${table.table} t`;
      await connection.query(`${change} where ${condition}`, values);
    }
  }
}

/** A person's rows of one table, as they are in the database. What opens something is not read. */
export async function readRows(
  database: Database,
  table: PersonalTable,
  given: Given,
): Promise<Record<string, unknown>[]> {
  const { names, values } = placesOf({ ...given, pseudonym: '' });
  const columns = Object.entries(table.columns).filter(([, holds]) => holds !== 'secret' && holds !== 'hash');
  const condition = [table.of(names), table.exported].filter((part) => part).join(' and ');
  const { rows } = await database.query(
    `select ${columns.map(([name]) => `t.${name}`).join(', ')} from ${table.table} t where ${condition}`,
    values,
  );
  return rows;
}

/** Parameters are numbered as they are named, since PostgreSQL takes none that a statement does not use. */
function placesOf(given: GivenToErase): { names: Erasing; values: unknown[] } {
  const values: unknown[] = [];
  const place = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const names: Erasing = {
    get orders() {
      return place(given.orders, 'text[]');
    },
    get keys() {
      return place(given.keys, 'text[]');
    },
    get emails() {
      return place(given.emails, 'text[]');
    },
    get pseudonym() {
      return place(given.pseudonym, 'text');
    },
  };
  return { names, values };
}
