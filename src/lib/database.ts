import pg from 'pg';
import type { Log } from './log.ts';

/** The pool every query goes through. */
export type Database = pg.Pool;

/** One connection, inside a transaction or outside of it. */
export type Connection = pg.PoolClient;

/** The oldest server that is accepted: `merge`, `unique nulls not distinct` and `strategy` begin with it. */
export const postgresql_major_min = 15;

export const connect_timeout_ms = 5_000;
/** The server gives a statement up after this; a hung flush becomes 503 and not a hung shop. */
const statement_timeout_ms = 15_000;
/** We give an answer up after this: the server cannot when the network between us is gone. */
const answer_timeout_ms = statement_timeout_ms + 5_000;
const idle_timeout_ms = 30_000;
/** More connections than this lose throughput on the machines this was measured on; a batch needs only one. */
const pool_size = 10;

/** How PostgreSQL's types arrive. Only for our pool: graphile-worker's own connections keep pg's defaults. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === pg.types.builtins.INT8) return safeInteger;
    // pg would make a date a local midnight, which is another day in another zone.
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/**
 * Opens the pool to `url`. Nothing is connected until the first query.
 *
 * `bigint` arrives as a number (an unsafe one is an error), `date` as its text, `timestamptz` as a `Date`.
 * A connection that breaks while idle is logged and replaced: the pool outlives the server.
 */
export function openPool(url: string, log: Log, size = pool_size): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: connect_timeout_ms,
    idleTimeoutMillis: idle_timeout_ms,
    statement_timeout: statement_timeout_ms,
    query_timeout: answer_timeout_ms,
    idle_in_transaction_session_timeout: statement_timeout_ms,
    keepAlive: true,
    application_name: 'tidings',
    types,
  });
  pool.on('error', (error) => {
    // What is being closed is lost on purpose: the embedded server stops right behind its last clients.
    if (!pool.ending) log.warn({ err: error }, 'A database connection was lost');
  });
  // While a connection is checked out the pool does not listen, and an unheard `error` event ends the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * Runs `work` in one transaction: committed when it answers, rolled back when it throws. The error is thrown on.
 */
export async function transaction<T>(
  database: Database,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await database.connect();
  try {
    await connection.query('begin');
    const answer = await work(connection);
    await connection.query('commit');
    connection.release();
    return answer;
  } catch (error) {
    // A connection that cannot roll back is not given to anybody else.
    const broken = await connection.query('rollback').then(
      () => false,
      () => true,
    );
    connection.release(broken);
    throw error;
  }
}

/** Says whether `error` means that another row has this key already: somebody was faster. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505';
}

/** Says whether `error` means that two waited for each other, and this one was made to give way. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '40P01';
}

/**
 * Says whether `error` means that the database cannot be reached or cannot work now, so that asking again
 * later is right (503), and not that the question was wrong.
 *
 * Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function databaseIsAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(databaseIsAway);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error instanceof pg.DatabaseError) return code.startsWith('08') || awayCodes.has(code);
  return networkCodes.has(code) || awayMessages.some((message) => error.message.includes(message));
}

const awayCodes = new Set([
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P04', // database_dropped
  '57P05', // idle_session_timeout
  '57014', // query_canceled: statement_timeout ended it
  '25P03', // idle_in_transaction_session_timeout
  '53100', // disk_full
  '53200', // out_of_memory
  '53300', // too_many_connections
  '58000', // system_error
  '58030', // io_error
  '25006', // read_only_sql_transaction: a failover left us on a standby
]);

const networkCodes = new Set(
  'ECONNREFUSED ECONNRESET EPIPE ENOENT ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN'.split(' '),
);

/** pg throws plain errors for these; their words are all there is. test/start/outage.test.ts provokes them. */
const awayMessages = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Query read timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end on the pool',
];

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A bigint is too large for a number');
  return value;
}
