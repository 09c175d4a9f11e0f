import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, zstdDecompressSync } from 'node:zlib';
import { compose, type Product } from '../../src/compose.ts';
import { loadConfig } from '../../src/config.ts';
import { type FixedClock, fixedClock } from '../../src/lib/clock.ts';
import { openLog } from '../../src/lib/log.ts';
import { ensureApiKey } from '../../src/modules/api-keys/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

export const STARTED_AT = '2026-03-02T12:00:00Z';
const admin_key = 'the-admin-key-of-these-tests';

/** The whole product in this process, mail server to job, at an hour the test sets. */
export interface RunningProduct {
  product: Product;
  database: TestDatabase;
  clock: FixedClock;
  /** Every line it logged. */
  logged: string[];
  /** Calls the API as its administrator; throws what was not accepted. */
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of an answer
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<any>;
  close(): Promise<void>;
}

export async function runProduct(env: Record<string, string> = {}): Promise<RunningProduct> {
  const database = await testDatabase();
  const clock = fixedClock(STARTED_AT);
  const logged: string[] = [];
  const log = openLog({ level: 'trace' }, (line) => logged.push(line));
  const data_dir = await mkdtemp(join(tmpdir(), 'tidings-privacy-'));
  await chmod(data_dir, 0o755);
  const loaded = loadConfig({ DATABASE_URL: database.url, DATA_DIR: data_dir, ...env });
  if (!('config' in loaded)) throw new Error(loaded.mistakes.join('\n'));
  const { config } = loaded;
  await ensureApiKey(database.pool, admin_key, clock.now());
  const surroundings = { config, database: database.pool, clock, log, public_url: 'http://tidings.test' };
  const product = await compose(surroundings);
  return {
    ...{ product, database, clock, logged },
    async api(method, path, body, headers = {}) {
      const request = new Request(`http://tidings.test${path}`, {
        method,
        headers: { authorization: `Bearer ${admin_key}`, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const response = (await product.fetch(request, {} as never)) as Response;
      const text = await response.text();
      if (response.status >= 400) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text && JSON.parse(text);
    },
    async close() {
      await product.close();
      await database.close();
      await rm(data_dir, { recursive: true, force: true });
    },
  };
}

/**
 * Where in the database a word stands, in whatever letters: in any column of any table of any schema, in texts, JSON,
 * arrays and bytes, compressed or not.
 */
export async function placesOf(database: TestDatabase, word: string): Promise<string[]> {
  const { pool } = database;
  const { rows: tables } = await pool.query(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
       and n.nspname not like 'pg_toast%' order by 1, 2`,
  );
  const found = new Set<string>();
  for (const { schema, name } of tables) {
    const { rows } = await pool.query(`select * from "${schema}"."${name}"`);
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (textsIn(value).some((text) => text.toLowerCase().includes(word))) found.add(`${name}.${column}`);
      }
    }
  }
  return [...found].sort();
}

function textsIn(value: unknown): string[] {
  if (value === null || value instanceof Date) return [];
  if (!Buffer.isBuffer(value)) return [typeof value === 'string' ? value : JSON.stringify(value)];
  const plain = value.toString('latin1');
  return value.length >= 4 && value.readUInt32LE(0) === zstd_magic ? [plain, unpacked(value)] : [plain];
}

/** The first bytes of everything that zstd compressed. */
const zstd_magic = 0xfd2fb528;

function unpacked(value: Buffer): string {
  const text = zstdDecompressSync(value, { params: { [constants.ZSTD_d_windowLogMax]: 27 } }).toString();
  // Mail wraps words where it encodes them.
  return text.replace(/=\r?\n/g, '');
}
