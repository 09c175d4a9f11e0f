import { keepBootstrapKey } from './bootstrap-key.ts';
import type { Product } from './compose.ts';
import { api_key_length_good, type Config, loadConfig } from './config.ts';
import { type EmbeddedDatabase, startEmbedded } from './embedded/index.ts';
import { systemClock } from './lib/clock.ts';
import { type Database, openPool } from './lib/database.ts';
import { type Log, openLog } from './lib/log.ts';
import { migrate } from './lib/migrate.ts';
import { ensureApiKey } from './modules/api-keys/index.ts';
import { listen } from './server.ts';

/** How long everything together may take to stop: the requests under way, then the database. */
const stop_limit_ms = 50_000;

/** How long a start that failed may take to put away what it had opened. */
const failed_start_limit_ms = 10_000;
/** The rest is found by their numbers in the development inbox. */
const demo_orders_shown = 4;

await main();

/** From settings to a running process. What is opened here is closed in reverse, on a signal or on an error. */
async function main(): Promise<void> {
  const config = readSettings();
  const log = openLog({ level: config.logLevel, readable: process.stdout.isTTY });
  const opened = new AsyncDisposableStack();
  stopOnSignal(opened, log);
  try {
    // Loading the product takes longer than starting its database, so both happen at once.
    const loading = import('./compose.ts');
    const embedded = config.databaseUrl === null ? await openEmbedded(config, log, opened) : null;
    const database_url = config.databaseUrl ?? embedded!.url;
    await migrate(database_url, log);
    const database = openPool(database_url, log);
    opened.defer(() => database.end());
    const key = await seeToKey(config, database, log);

    const listener = await listen(config);
    const public_url = config.publicUrl ?? listener.url;
    const { compose } = await loading;
    const product = await compose({ config, database, clock: systemClock, log, public_url });
    opened.defer(() => product.close());
    // Closed first, although it was opened earlier: the requests under way still need the product.
    opened.defer(() => listener.close());
    listener.serve(product.fetch);
    embedded?.announce(listener.url);
    welcome(public_url, { ...product, inbox: config.smtpUrl === null, embedded, key });
    await product.warmUp();
  } catch (error) {
    // A signal came in the middle: it is already closing everything, and ends the process.
    if (opened.disposed) return;
    setTimeout(() => process.exit(1), failed_start_limit_ms).unref();
    await opened.disposeAsync();
    fail(error as Error, log);
  }
}

/**
 * Sees to it that somebody can call the API. Answers with where to find the key, or with the key itself when it was
 * made in a database of somebody else's: only its hash is stored, so this is the only time it can be shown.
 */
async function seeToKey(config: Config, database: Database, log: Log): Promise<string | null> {
  const kept =
    config.apiKey === null && config.databaseUrl === null ? await keepBootstrapKey(config.dataDir) : null;
  if (config.apiKey !== null && config.apiKey.length < api_key_length_good) {
    log.warn(`API_KEY has fewer than ${api_key_length_good} characters: it can be guessed`);
  }
  const { made } = await ensureApiKey(database, kept?.key ?? config.apiKey, systemClock.now());
  if (kept) return kept.path;
  return made && `${made} (keep it: it is not shown again)`;
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

/** Where to go. Of the demonstration the first orders, with what is to be seen there. */
function welcome(
  url: string,
  {
    inbox,
    embedded,
    key,
    demo,
    mail_port,
    sign_ins,
  }: Pick<Product, 'demo' | 'mail_port' | 'sign_ins'> & {
    inbox: boolean;
    embedded: EmbeddedDatabase | null;
    key: string | null;
  },
): void {
  const lines: [string, string][] = [
    ['Tidings', url],
    ['Status page', `${url}/status`],
    ['Deliveries', `${url}/operator/deliveries`],
    ['API', `${url}/docs`],
  ];
  if (inbox) lines.push(['Inbox', `${url}/dev/inbox`]);
  if (mail_port !== null) lines.push(['Mail in', `port ${mail_port}, read at ${url}/operator/mail`]);
  if (embedded) lines.push(['Database', embedded.home]);
  if (key) lines.push(['API key', key]);
  for (const { who, path, hint } of sign_ins) lines.push([who, `${url}${path}  ${hint}`]);
  for (const { number, email, shows } of demo.slice(0, demo_orders_shown)) {
    lines.push(['Order', `${url}/status?number=${number}  ${email}  (${shows})`]);
  }
  process.stdout.write(`\n${lines.map(([what, where]) => `  ${what.padEnd(12)} ${where}\n`).join('')}\n`);
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
