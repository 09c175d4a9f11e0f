import { Hono } from 'hono';
import { type BootstrapKey, keepBootstrapKey } from './bootstrap-key.ts';
import { type Config, loadConfig } from './config.ts';
import { type EmbeddedDatabase, startEmbedded } from './embedded/index.ts';
import { health } from './health.ts';
import { type Database, openPool } from './lib/database.ts';
import { type Log, openLog } from './lib/log.ts';
import { migrate } from './lib/migrate.ts';
import { type Fetch, listen } from './server.ts';

/** How long everything together may take to stop: the requests under way, then the database. */
const stop_limit_ms = 50_000;

await main();

/** From settings to a running process. What is opened here is closed in reverse, on a signal or on an error. */
async function main(): Promise<void> {
  const config = readSettings();
  const log = openLog({ level: config.logLevel, readable: process.stdout.isTTY });
  const opened = new AsyncDisposableStack();
  stopOnSignal(opened, log);
  try {
    const embedded = config.databaseUrl === null ? await openEmbedded(config, log, opened) : null;
    const database_url = config.databaseUrl ?? embedded!.url;
    await migrate(database_url, log);
    const database = openPool(database_url, log);
    opened.defer(() => database.end());
    const key = config.apiKey === null && embedded ? await keepBootstrapKey(config.dataDir) : null;

    const listener = await listen(config);
    opened.defer(() => listener.close());
    listener.serve(compose(database));
    embedded?.announce(listener.url);
    welcome(config.publicUrl ?? listener.url, embedded, key);
  } catch (error) {
    // A signal came in the middle: it is already closing everything, and ends the process.
    if (opened.disposed) return;
    await opened.disposeAsync();
    fail(error as Error, log);
  }
}

/** Everything that answers requests. */
function compose(database: Database): Fetch {
  const app = new Hono();
  app.route('/', health(database));
  return app.fetch;
}

async function openEmbedded(
  config: Config,
  log: Log,
  opened: AsyncDisposableStack,
): Promise<EmbeddedDatabase> {
  const embedded = await startEmbedded({ data_dir: config.dataDir, log });
  opened.defer(() => embedded.stop());
  return embedded;
}

function welcome(url: string, embedded: EmbeddedDatabase | null, key: BootstrapKey | null): void {
  const lines = [['Tidings', url]];
  if (embedded) lines.push(['Database', embedded.home]);
  if (key) lines.push(['API key', key.path]);
  process.stdout.write(`\n${lines.map(([what, where]) => `  ${what!.padEnd(10)} ${where}\n`).join('')}\n`);
}

function readSettings(): Config {
  const loaded = loadConfig(process.env);
  if ('config' in loaded) return loaded.config;
  process.stderr.write(`${loaded.mistakes.join('\n')}\n`);
  process.exit(1);
}

/** Ctrl-C and SIGTERM stop everything in order; a second one, or a minute, ends the process at once. */
function stopOnSignal(opened: AsyncDisposableStack, log: Log): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'Stopping');
    setTimeout(() => process.exit(1), stop_limit_ms).unref();
    await opened.disposeAsync().catch((error) => fail(error, log));
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** One line a person can act on; where it came from only for who asks for it. */
function fail(error: Error, log: Log): never {
  process.stderr.write(`${error.message}\n`);
  log.debug({ err: error }, 'The start failed');
  process.exit(1);
}
