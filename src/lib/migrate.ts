import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { connect_timeout_ms, type Database, postgresql_major_min } from './database.ts';
import type { Log } from './log.ts';

const directory = join(import.meta.dirname, '../../migrations');

/** Any constant will do, as long as every process of this product takes the same one. */
const migration_lock = 7_434_101;

/** One file of the folder. `checksum` is of its text, with line ends as in the repository. */
interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Brings the database at `url` to the newest schema: the job queue's own (graphile-worker) first, since ours may
 * refer to it, then `migrations/NNNN_name.sql` in order, each in a transaction of its own.
 *
 * Many processes may start at once: one migrates, the others wait for it on an advisory lock and find nothing
 * left to do. Throws a readable error when the server is away or too old, or a file was changed after it had been
 * applied.
 */
export async function migrate(url: string, log: Log, folder = directory): Promise<void> {
  const migrations = await readMigrations(folder);
  // Its own connection, without the pool's timeouts: building an index on a large table takes what it takes.
  const client = await connect(url, log);
  try {
    await refuseOldServer(client);
    await client.query('select pg_advisory_lock($1)', [migration_lock]);
    await runMigrations({ connectionString: url, logger: quietLogger(log), maxPoolSize: 1 });
    await applyMissing(client, migrations, log);
  } finally {
    // Ending the connection releases the lock, however we got here.
    await client.end();
  }
}

/** Says whether every migration of this version has been applied. Throws when the database cannot be asked. */
export async function isMigrated(database: Database, folder = directory): Promise<boolean> {
  const { rows } = await database.query<{ exists: boolean }>(
    `select to_regclass('tidings_migrations') is not null as exists`,
  );
  if (!rows[0]!.exists) return false;
  const applied = await database.query<{ name: string }>('select name from tidings_migrations');
  const names = new Set(applied.rows.map((row) => row.name));
  return (await readMigrations(folder)).every((migration) => names.has(migration.name));
}

async function applyMissing(client: pg.Client, migrations: Migration[], log: Log): Promise<void> {
  await client.query(
    `create table if not exists tidings_migrations (
       name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  );
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from tidings_migrations',
  );
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  for (const migration of migrations) {
    const checksum = applied.get(migration.name);
    if (checksum === undefined) await apply(client, migration, log);
    else if (checksum !== migration.checksum) {
      throw new Error(
        `${migration.name} was changed after it had been applied. Restore the file and add a new migration.`,
      );
    }
  }
}

async function apply(client: pg.Client, migration: Migration, log: Log): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into tidings_migrations (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
    log.debug({ migration: migration.name }, 'Migrated');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`${migration.name} could not be applied: ${(error as Error).message}`, { cause: error });
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  for (const [index, name] of names.entries()) {
    const number = /^(\d{4})_/.exec(name)?.[1];
    if (!number)
      throw new Error(`${name} must begin with four digits and an underscore: they are its order.`);
    if (names[index + 1]?.startsWith(number)) throw new Error(`Two migrations have the number ${number}.`);
  }
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function connect(url: string, log: Log): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'tidings migrate',
    connectionTimeoutMillis: connect_timeout_ms,
  });
  client.on('error', (error) => log.warn({ err: error }, 'The connection that migrates was lost'));
  try {
    await client.connect();
    return client;
  } catch (error) {
    const reason = error instanceof AggregateError ? error.errors.join(', ') : (error as Error).message;
    throw new Error(`The database at ${client.host}:${client.port} cannot be reached: ${reason}`, {
      cause: error,
    });
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
  );
  const { version, number } = rows[0]!;
  if (number < postgresql_major_min * 10_000) {
    throw new Error(`PostgreSQL ${postgresql_major_min} or newer is needed; the server is ${version}.`);
  }
}

/** graphile-worker tells of every step; one who starts the product does not need to know. */
function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn(message);
    else log.debug(message);
  });
}
