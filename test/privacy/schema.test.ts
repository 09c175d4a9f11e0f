import { afterAll, beforeAll, expect, test } from 'vitest';
import { IMPERSONAL_TABLES, PERSONAL_TABLES } from '../../src/modules/privacy/tables/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Every column there is, as `table.column`; of schemas beside ours with their schema before. */
async function columnsOfSchema(): Promise<string[]> {
  const { rows } = await database.pool.query(
    `select case when n.nspname = 'public' then '' else n.nspname || '.' end || c.relname || '.' || a.attname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
       and n.nspname not like 'pg_toast%'
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

const whole_schemas = IMPERSONAL_TABLES.filter(({ columns }) => !columns).map(({ table }) =>
  table.slice(0, -'*'.length),
);
const declared = [
  ...PERSONAL_TABLES.flatMap(({ table, columns }) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  ),
  ...IMPERSONAL_TABLES.flatMap(({ table, columns = [] }) => columns.map((column) => `${table}.${column}`)),
];

test('every column of the database says what it holds of people, or that it holds nothing', async () => {
  const columns = await columnsOfSchema();
  const ours = columns.filter((name) => !whole_schemas.some((schema) => name.startsWith(schema)));
  expect(ours.length).toBeGreaterThan(100);
  expect(ours.filter((name) => !declared.includes(name))).toEqual([]);
});

test('and what is declared is there, once', async () => {
  const columns = new Set(await columnsOfSchema());
  expect(declared.filter((name) => !columns.has(name))).toEqual([]);
  expect(declared.filter((name, index) => declared.indexOf(name) !== index)).toEqual([]);
});

test('every reason is a sentence', () => {
  for (const { why } of IMPERSONAL_TABLES) expect(why).toMatch(/^\p{Lu}.+\.$/u);
});
