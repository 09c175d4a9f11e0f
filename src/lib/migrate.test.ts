import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { openLog } from './log.ts';
import { isMigrated, migrate } from './migrate.ts';

const log = openLog({ level: 'silent' });
let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await testDatabase();
  await database.pool.query('truncate tidings_migrations');
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const write = (name: string, sql: string) => writeFile(join(folder, name), sql);
const run = () => migrate(database.url, log, folder);

test('files are applied in order, once, and the job queue stands before them', async () => {
  await write('0002_fill.sql', `insert into steps select count(*) from graphile_worker.jobs`);
  await write('0001_make.sql', 'create table steps (value int)');
  expect(await isMigrated(database.pool, folder)).toBe(false);
  await run();
  await run();
  expect(await isMigrated(database.pool, folder)).toBe(true);
  expect((await database.pool.query('select value from steps')).rows).toEqual([{ value: 0 }]);
});

test('many processes may start at once', async () => {
  await write('0001_make.sql', 'create table steps (value int); select pg_sleep(0.1)');
  await Promise.all(Array.from({ length: 6 }, run));
  expect(await isMigrated(database.pool, folder)).toBe(true);
});

test('a migration that fails leaves nothing of itself, and all that came before', async () => {
  await write('0001_make.sql', 'create table steps (value int)');
  await write('0002_break.sql', 'insert into steps values (1); select 1/0');
  await expect(run()).rejects.toThrow('0002_break.sql could not be applied: division by zero');
  expect((await database.pool.query('select * from steps')).rows).toEqual([]);
  expect((await database.pool.query('select name from tidings_migrations')).rows).toEqual([
    { name: '0001_make.sql' },
  ]);
});

test('a file changed after it was applied is refused; other line ends are no change', async () => {
  await write('0001_make.sql', 'create table steps (\nvalue int)');
  await run();
  await write('0001_make.sql', 'create table steps (\r\nvalue int)');
  await run();
  await write('0001_make.sql', 'create table steps (value bigint)');
  await expect(run()).rejects.toThrow('0001_make.sql was changed after it had been applied');
});

test('a file without a number, or two with one, is refused before anything is applied', async () => {
  await write('0001_make.sql', 'create table steps (value int)');
  await write('0001_other.sql', 'create table others (value int)');
  await expect(run()).rejects.toThrow('Two migrations have the number 0001');
  await rm(join(folder, '0001_other.sql'));
  await write('add.sql', 'create table others (value int)');
  await expect(run()).rejects.toThrow('add.sql must begin with four digits');
  expect(await isMigrated(database.pool, folder).catch(() => false)).toBe(false);
});
