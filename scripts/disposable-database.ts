import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../src/embedded/index.ts';
import { type Database, openPool } from '../src/lib/database.ts';
import { type Log, openLog } from '../src/lib/log.ts';
import { migrate } from '../src/lib/migrate.ts';

/** A migrated database of a script's own, empty; it ends, and its files go, with `opened`. */
export async function openDisposableDatabase(
  opened: AsyncDisposableStack,
): Promise<{ database: Database; log: Log }> {
  const data_dir = await mkdtemp(join(tmpdir(), 'tidings-script-'));
  opened.defer(() => rm(data_dir, { recursive: true, force: true }));
  // As root the database runs as another account, which must be able to enter.
  await chmod(data_dir, 0o755);
  const log = openLog({ level: 'warn', readable: true });
  const server = await startEmbedded({ data_dir, log, disposable: true });
  opened.defer(() => rm(server.home, { recursive: true, force: true }));
  opened.defer(() => server.stop());
  await migrate(server.url, log);
  const database = openPool(server.url, log);
  opened.defer(() => database.end());
  return { database, log };
}
