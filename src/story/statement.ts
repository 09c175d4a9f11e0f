import type { QueryConfig } from 'pg';
import { binaryArray, wireType } from './arrays.ts';
import type { Job } from './module.ts';
import { type ColumnType, foldByKey, type RowSet, type Values } from './rows.ts';

/**
 * Rows for one table. `insert` must not meet an existing key: if it does, another process was faster and the
 * whole statement fails, which is how a lost race is noticed. `move` updates a story from one version to the
 * next; if its version has moved meanwhile the facts beside it collide and fail the statement.
 */
export type Table =
  | { kind: 'insert'; table: string; columns: Record<string, ColumnType>; rows: Values[] }
  | { kind: 'move'; table: string; columns: Record<string, ColumnType>; rows: Values[] }
  | { kind: 'upsert'; table: string; columns: Record<string, ColumnType>; rows: Values[]; set: RowSet };

interface Shape {
  name: string;
  text: string;
}

/** Prepared once per connection and shape: which tables a batch touches decides the text. */
const shapes = new Map<string, Shape>();

/**
 * One statement that writes a whole batch: data-modifying CTEs over `unnest`, so one round trip and one
 * commit, whatever the batch holds. Undefined when there is nothing to write.
 */
export function buildStatement(tables: readonly Table[], jobs: readonly Job[]): QueryConfig | undefined {
  const filled = tables.filter((table) => table.rows.length > 0);
  if (filled.length === 0 && jobs.length === 0) return undefined;
  const values: Buffer[] = [];
  for (const table of filled) appendColumns(values, wireColumns(table), rowsOf(table));
  if (jobs.length > 0) appendColumns(values, JOB_COLUMNS, jobRows(jobs));
  return { ...shapeOf(filled, jobs.length > 0), values };
}

function rowsOf(table: Table): Values[] {
  return table.kind === 'upsert' ? foldByKey(table.set.key, table.rows) : table.rows;
}

/** What travels for each row: a move has its key and the version it starts from beside its columns. */
function wireColumns(table: Table): Record<string, ColumnType> {
  if (table.kind === 'insert') return table.columns;
  if (table.kind === 'upsert') return givenColumns(table.set);
  return { order_number: 'text', loaded_version: 'int4', ...table.columns };
}

function givenColumns({ columns, through }: RowSet): Record<string, ColumnType> {
  if (!through) return columns;
  const given = { ...columns, ...through.columns };
  for (const column of through.made ?? []) delete given[column];
  return given;
}

function appendColumns(values: Buffer[], columns: Record<string, ColumnType>, rows: Values[]): void {
  for (const [column, type] of Object.entries(columns)) {
    values.push(
      binaryArray(
        type,
        rows.map((row) => row[column]),
      ),
    );
  }
}

function shapeOf(tables: readonly Table[], withJobs: boolean): Shape {
  const key = tables.map(nameOf).join(' ') + (withJobs ? ' jobs' : '');
  let shape = shapes.get(key);
  if (!shape) {
    shape = { name: `ledger_write_${shapes.size}`, text: textOf(tables, withJobs) };
    shapes.set(key, shape);
  }
  return shape;
}

function nameOf(table: Table): string {
  return `${table.kind === 'upsert' ? table.set.on_conflict : table.kind}:${table.table}`;
}

function textOf(tables: readonly Table[], withJobs: boolean): string {
  let parameter = 0;
  const unnest = (columns: Record<string, ColumnType>): string => {
    const arrays = Object.values(columns).map((type) => `$${++parameter}::${wireType(type)}[]`);
    return `unnest(${arrays.join(', ')}) as i(${Object.keys(columns).join(', ')})`;
  };
  const ctes = tables.map((table, index) => {
    const columns = wireColumns(table);
    const given = `g${index} as materialized (select ${castsOf(columns)} from ${unnest(columns)})`;
    return `${given}, w${index} as (${textOfTable(table, `g${index}`)})`;
  });
  const jobs = withJobs
    ? `select count(*) from graphile_worker.add_jobs((select array_agg(row(task, payload::json, null,
         run_at::timestamptz, null, key, null, null)::graphile_worker.job_spec) from ${unnest(JOB_COLUMNS)}))`
    : 'select 1';
  return ctes.length > 0 ? `with ${ctes.join(',\n')}\n${jobs}` : jobs;
}

/** @param given the relation that holds the rows */
function textOfTable(table: Table, given: string): string {
  const names = Object.keys(table.columns);
  if (table.kind === 'move') {
    const sets = names.map((name) => `${name} = i.${name}`);
    return `update ${table.table} s set ${sets.join(', ')} from ${given} i
            where s.order_number = i.order_number and s.version = i.loaded_version`;
  }
  const through = table.kind === 'upsert' && table.set.through;
  const rows = through ? through.select(given) : `select ${names.join(', ')} from ${given}`;
  const insert = `insert into ${table.table} (${names.join(', ')}) ${rows}`;
  if (table.kind === 'insert' || table.set.on_conflict === 'none') return insert;
  const { key, on_conflict, once = [] } = table.set;
  const changing = names.filter((name) => !key.includes(name) && !once.includes(name));
  const rest = changing.map((name) => `${name} = excluded.${name}`);
  const action = on_conflict === 'keep' || rest.length === 0 ? 'nothing' : `update set ${rest.join(', ')}`;
  return `${insert} on conflict (${key.join(', ')}) do ${action}`;
}

/** Some types travel as text: PostgreSQL reads them here. */
function castsOf(columns: Record<string, ColumnType>): string {
  const casts = Object.entries(columns).map(([name, type]) =>
    wireType(type) === type ? name : `${name}::${type}`,
  );
  return casts.join(', ');
}

const JOB_COLUMNS: Record<string, ColumnType> = {
  task: 'text',
  key: 'text',
  payload: 'json',
  run_at: 'timestamptz',
};

/** `add_jobs` fails when one statement names a key twice: the last one of a batch wins. */
function jobRows(jobs: readonly Job[]): Values[] {
  const rows = jobs.map(({ task, key, payload, run_at }) => ({
    task,
    key,
    payload: JSON.stringify(payload),
    run_at: run_at ?? null,
  }));
  return foldByKey(['key'], rows);
}
