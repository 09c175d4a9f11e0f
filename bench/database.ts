import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../src/embedded/index.ts';
import { openLog } from '../src/lib/log.ts';
import { migrate } from '../src/lib/migrate.ts';

export interface BenchDatabase {
  url: string;
  pool: pg.Pool;
  stop(): Promise<void>;
}

/** The embedded PostgreSQL as the product ships it, durable, plus pg_stat_statements to count what is sent. */
export async function startDatabase(): Promise<BenchDatabase> {
  const data_dir = await mkdtemp(join(tmpdir(), 'tidings-bench-'));
  const log = openLog({ level: 'error' });
  let embedded = await startEmbedded({ data_dir, log });
  await once(embedded.url, "alter system set shared_preload_libraries = 'pg_stat_statements'");
  await embedded.stop();
  embedded = await startEmbedded({ data_dir, log });
  await once(embedded.url, 'create extension if not exists pg_stat_statements');
  await migrate(embedded.url, log);
  const pool = new pg.Pool({ connectionString: embedded.url, max: 2 });
  return {
    url: embedded.url,
    pool,
    stop: async () => {
      await pool.end();
      await embedded.stop();
      await rm(data_dir, { recursive: true, force: true });
    },
  };
}

async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
