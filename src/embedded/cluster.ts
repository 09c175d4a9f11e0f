import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, open, readFile, rename, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import type { Place } from './place.ts';
import { runToEnd } from './process.ts';
import { postgresqlConf } from './settings.ts';

/** A PostgreSQL data folder, ready to be started, and all that is needed to start and reach it. */
export interface Cluster {
  home: string;
  data: string;
  log_file: string;
  socket_folder: string;
  account: Account | null;
  binaries: Binaries;
  password: string;
}

export const superuser = 'tidings';

/** A socket's path must fit a C struct: 104 bytes on macOS, 108 on Linux, with the zero at its end. */
const socket_path_length_max = 103;
const socket_name = '/.s.PGSQL.5432';

/** The server's own log begins anew above this size. */
const log_size_max_bytes = 10_000_000;

/**
 * Makes the cluster of `place` when there is none yet, and writes its configuration. `disposable` gives up
 * durability for speed, for tests.
 */
export async function openCluster(place: Place, disposable: boolean): Promise<Cluster> {
  const { home, account } = place;
  const data = join(home, 'data');
  const binaries = await findBinaries(account);
  const password = await keepPassword(home, account);
  const exists = await stat(data).catch(() => null);
  if (!exists) await create(place, binaries, data, disposable);
  const socket_folder = await socketFolder(place);
  const log_file = join(home, 'postgresql.log');
  await writeOwned(join(data, 'postgresql.conf'), postgresqlConf({ socket_folder, disposable }), account);
  const log_size = await stat(log_file).then(
    (file) => file.size,
    () => 0,
  );
  if (log_size > log_size_max_bytes) await truncate(log_file);
  return { home, data, log_file, socket_folder, account, binaries, password };
}

/** Removes what lies outside of the cluster's home. Call it when the server has stopped. */
export async function closeCluster({ home, socket_folder }: Cluster): Promise<void> {
  if (socket_folder !== home) await rm(socket_folder, { recursive: true, force: true });
}

/** The address of `database` in the cluster, for pg and for libpq (`psql "$(cat .data/database-url)"`). */
export function clusterUrl(cluster: Cluster, database: string): string {
  const query = new URLSearchParams({ host: cluster.socket_folder });
  return `postgresql://${superuser}:${cluster.password}@localhost/${database}?${query}`;
}

/** initdb works in a folder beside and is renamed when done, so that a crash leaves nothing half made. */
async function create(place: Place, binaries: Binaries, data: string, disposable: boolean): Promise<void> {
  const unfinished = `${data}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await runToEnd(
    binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${superuser}`,
      `--pwfile=${join(place.home, 'password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Sorts by code point and knows upper and lower case of all scripts, the same on every machine.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
      ...(disposable ? ['--no-sync'] : []),
    ],
    place,
  );
  await rename(unfinished, data);
}

/** One random password for the life of the cluster. Hexadecimal, so that it needs no escape in a URL. */
async function keepPassword(home: string, account: Account | null): Promise<string> {
  const file = join(home, 'password');
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept !== '') return kept;
  const password = randomBytes(24).toString('hex');
  await writeOwned(file, password, account);
  return password;
}

/** The home itself, or a short-lived folder where the home's path is too long for a socket. */
async function socketFolder({ home, account }: Place): Promise<string> {
  if (Buffer.byteLength(home + socket_name) <= socket_path_length_max) return home;
  const folder = await mkdtemp(join(tmpdir(), 'tidings-'));
  if (account) await chown(folder, account.uid, account.gid);
  return folder;
}

/** Writes a file of the cluster for its account alone, whole or not at all. */
async function writeOwned(file: string, content: string, account: Account | null): Promise<void> {
  const unfinished = `${file}.new`;
  const handle = await open(unfinished, 'w', 0o600);
  await handle.writeFile(content);
  if (account) await handle.chown(account.uid, account.gid);
  await handle.sync();
  await handle.close();
  await rename(unfinished, file);
}
