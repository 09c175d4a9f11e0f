/**
 * Rows written in the same commit as the facts: contacts, scans, look-up tables, notifications, deliveries.
 *
 * A module declares its table once as a `RowSet`; `decide` and `react` answer `Row`s of it; the ledger folds
 * the rows of a batch by key and writes each table with one `insert ... select from unnest(...)`. A table may have a
 * set for each `on_conflict`: one for its new rows, one for their changes.
 */
export type ColumnType = 'text' | 'int4' | 'bool' | 'timestamptz' | 'date' | 'json' | 'bytea' | 'uuid';

export interface RowSet {
  table: string;
  columns: Record<string, ColumnType>;
  /** Columns of the primary or unique key: rows of one batch are folded by it, the last one wins. */
  key: readonly string[];
  /**
   * What a row already there does: `update` overwrites it, `keep` leaves it. `none`: there cannot be one, because
   * its order's story began in the same commit; a plain insert spares PostgreSQL a look before and after each row.
   */
  on_conflict: 'update' | 'keep' | 'none';
  /** Columns that a row has from its beginning: later rows leave them out, and `update` does not touch them. */
  once?: readonly string[];
  /**
   * What is written instead of the given rows: what they lead to by what other tables say at the commit, such as a
   * delivery on each channel a person has. A join against a small table costs no round trip.
   */
  through?: {
    /** Columns of the given rows, beside `columns`, that only `select` reads. */
    columns: Record<string, ColumnType>;
    /** Of `columns`, those that `select` alone knows: they are not given. */
    made?: readonly string[];
    /** A `select` of all of `columns` in their order. `given`: the relation that holds the given rows. */
    select(given: string): string;
  };
}

export type Values = Record<string, string | number | boolean | null | Uint8Array>;

export interface Row {
  set: RowSet;
  values: Values;
}

/**
 * Keeps the last row of every key, with what it leaves out as an earlier one said it, since one statement must not name a key twice, and sorts them by it: processes
 * that write the same rows in different orders would wait for each other until PostgreSQL breaks the deadlock,
 * a second later.
 */
export function foldByKey(key: readonly string[], rows: Values[]): Values[] {
  if (rows.length < 2) return rows;
  const folded = new Map<string, Values>();
  for (const row of rows) {
    const place = key.map((column) => String(row[column])).join('\u0000');
    const earlier = folded.get(place);
    folded.set(place, earlier ? { ...earlier, ...row } : row);
  }
  return [...folded].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
