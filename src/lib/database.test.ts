import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { databaseIsAway, openPool, transaction } from './database.ts';
import { openLog } from './log.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.pool.query('create table kept (value int primary key)');
});
afterAll(() => database.close());

const values = async () =>
  (await database.pool.query('select value from kept order by 1')).rows.map((r) => r.value);

test('a transaction is kept when its work answers and gone when it throws', async () => {
  const answer = await transaction(database.pool, async (connection) => {
    await connection.query('insert into kept values (1)');
    return 'done';
  });
  const failed = transaction(database.pool, async (connection) => {
    await connection.query('insert into kept values (2)');
    throw new Error('changed my mind');
  });
  expect(answer).toBe('done');
  await expect(failed).rejects.toThrow('changed my mind');
  expect(await values()).toEqual([1]);
});

test('a connection that breaks inside a transaction is thrown away, and the pool goes on', async () => {
  const broken = transaction(database.pool, async (connection) => {
    await connection.query('insert into kept values (3)');
    await connection.query('select pg_terminate_backend(pg_backend_pid())');
  });
  expect(databaseIsAway(await broken.catch((error) => error))).toBe(true);
  expect(await values()).not.toContain(3);
});

test('big integers are numbers or an error, dates are their text', async () => {
  const { rows } = await database.pool.query(
    `select 9007199254740991::bigint as number, date '2026-11-21' as date`,
  );
  expect(rows).toEqual([{ number: Number.MAX_SAFE_INTEGER, date: '2026-11-21' }]);
  await expect(database.pool.query('select 9007199254740992::bigint')).rejects.toThrow(RangeError);
});

test.each([
  ['nobody listens', 'postgresql://shop@127.0.0.1:1/shop'],
  ['no socket', 'postgresql://shop@localhost/shop?host=/nowhere'],
  ['no such host', 'postgresql://shop@shop.invalid/shop'],
])('%s: the database is away', async (_, url) => {
  const pool = openPool(url, openLog({ level: 'silent' }));
  expect(databaseIsAway(await pool.query('select 1').catch((error) => error))).toBe(true);
  await pool.end();
});

test('a connection lost while the pool is open is worth a line, and none while it is closed', async () => {
  const lines: string[] = [];
  const pool = openPool(
    database.url,
    openLog({ level: 'warn' }, (line) => lines.push(line)),
  );
  const lost = new Error('terminating connection due to administrator command');
  pool.emit('error', lost, {} as never);
  expect(lines).toEqual([expect.stringContaining('A database connection was lost')]);
  await pool.end();
  pool.emit('error', lost, {} as never);
  expect(lines).toHaveLength(1);
});

test('a statement that takes too long is the database being away', async () => {
  const slow = transaction(database.pool, async (connection) => {
    await connection.query('set local statement_timeout = 20');
    await connection.query('select pg_sleep(5)');
  });
  expect(databaseIsAway(await slow.catch((error) => error))).toBe(true);
});

test.each(['select 1/0', 'select * from nothing', 'insert into kept values (null)'])(
  'a wrong question is not: %s',
  async (statement) => {
    const error = await database.pool.query(statement).catch((error) => error);
    expect(error).toBeInstanceOf(Error);
    expect(databaseIsAway(error)).toBe(false);
  },
);

test('neither is anything that is no error of the database', () => {
  expect(databaseIsAway(new TypeError('x is undefined'))).toBe(false);
  expect(databaseIsAway('away')).toBe(false);
});
