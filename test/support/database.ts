import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openPool } from '../../src/lib/database.ts';
import { openLog } from '../../src/lib/log.ts';

/** An empty, migrated database of one test file's own. */
export interface TestDatabase {
  pool: Database;
  url: string;
  /** Drops it, whatever is still connected. */
  close(): Promise<void>;
}

/** Small, since many files have one at once. */
const pool_size = 5;

/**
 * Makes a database for a test file by copying the migrated template, which takes some tens of milliseconds:
 *
 *     let database: TestDatabase;
 *     beforeAll(async () => { database = await testDatabase(); });
 *     afterAll(() => database.close());
 */
export async function testDatabase(): Promise<TestDatabase> {
  const template_url = inject('template_url');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(template_url, `create database ${name} template tidings`);
  const url = withDatabase(template_url, name);
  const pool = openPool(url, openLog({ level: 'silent' }), pool_size);
  return {
    pool,
    url,
    close: async () => {
      await pool.end();
      await administer(template_url, `drop database ${name} with (force)`);
    },
  };
}

async function administer(template_url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(template_url, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
