import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type Holder, takeLock } from '../lib/lock.ts';
import type { Log } from '../lib/log.ts';
import { type Cluster, closeCluster, clusterUrl, openCluster } from './cluster.ts';
import { findPlace } from './place.ts';
import { startPostmaster, stopOrphan } from './postmaster.ts';
import { keepRunning } from './supervise.ts';

/** The database a process of ours brought up, and takes down with itself. */
export interface EmbeddedDatabase {
  /** Address for pg and libpq, with the password in it: never log it. */
  url: string;
  /** Folder that really holds the data; differs from `DATA_DIR` when root runs in a private folder. */
  home: string;
  /** Writes down where this process answers, for a twin that is refused. */
  announce(web_url: string): void;
  /** Stops the server and gives the folder free. */
  stop(): Promise<void>;
}

/** Another living process holds the folder. `holder` is null in the instant before it has said who it is. */
export class AlreadyRunning extends Error {
  readonly holder: Holder | null;

  constructor(holder: Holder | null) {
    const who = holder ? ` (pid ${holder.pid}${holder.url ? `, ${holder.url}` : ''})` : '';
    super(`Tidings already runs here${who}. Stop it or set DATA_DIR.`);
    this.name = 'AlreadyRunning';
    this.holder = holder;
  }
}

const database_name = 'tidings';

/**
 * Starts the PostgreSQL that comes with the npm package, with its data under `data_dir`, and keeps it running:
 * should the server die, it is started again. `disposable` gives up durability for speed, for tests.
 *
 * Throws `AlreadyRunning`, or an error with a line a person can act on.
 */
export async function startEmbedded(options: {
  data_dir: string;
  log: Log;
  disposable?: boolean;
}): Promise<EmbeddedDatabase> {
  const { data_dir, log, disposable = false } = options;
  const place = await findPlace(data_dir);
  const lock = takeLock(place.home);
  if ('heldBy' in lock) throw new AlreadyRunning(lock.heldBy);
  const opened = new AsyncDisposableStack();
  opened.defer(() => lock.release());
  try {
    const cluster = await openCluster(place, disposable);
    opened.defer(() => closeCluster(cluster));
    await stopOrphan(cluster, log);
    const server = await keepRunning(() => startPostmaster(cluster), log);
    opened.defer(() => server.stop());
    await createDatabase(cluster);
    const url = clusterUrl(cluster, database_name);
    await writeFile(urlFile(data_dir), url, { mode: 0o600 });
    return {
      url,
      home: place.home,
      announce: (web_url) => lock.describe({ pid: process.pid, url: web_url }),
      stop: () => opened.disposeAsync(),
    };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

/** Address of the embedded database that a running process started under `data_dir`; null before the first start. */
export async function embeddedUrl(data_dir: string): Promise<string | null> {
  return readFile(urlFile(data_dir), 'utf8').catch(() => null);
}

const urlFile = (data_dir: string) => join(resolve(data_dir), 'database-url');

async function createDatabase(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl(cluster, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database_name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database_name)}`);
  } finally {
    await client.end();
  }
}
