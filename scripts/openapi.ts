import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../src/compose.ts';
import { loadConfig } from '../src/config.ts';
import { startEmbedded } from '../src/embedded/index.ts';
import { systemClock } from '../src/lib/clock.ts';
import { openPool } from '../src/lib/database.ts';
import { openLog } from '../src/lib/log.ts';
import { migrate } from '../src/lib/migrate.ts';

/** `GET /openapi.json` of this version, from a product that is put together for it and put away again. */
export async function openApiFile(): Promise<unknown> {
  await using opened = new AsyncDisposableStack();
  const data_dir = await mkdtemp(join(tmpdir(), 'tidings-openapi-'));
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
  const loaded = loadConfig({ ROLE: 'web', DEMO: '0' });
  if ('mistakes' in loaded) throw new Error(loaded.mistakes.join('\n'));
  const { config } = loaded;
  const product = await compose({
    config,
    database,
    clock: systemClock,
    log,
    public_url: 'http://localhost',
  });
  opened.defer(() => product.close());
  const answer = await product.fetch(new Request('http://localhost/openapi.json'), {} as never);
  return (answer as Response).json();
}
