import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/embedded/index.ts';
import { openLog } from '../../src/lib/log.ts';
import { migrate } from '../../src/lib/migrate.ts';
import { guard } from './guard.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the migrated database that every test database is a copy of. */
    template_url: string;
  }
}

/** Runs once, before all test files: one PostgreSQL, one migrated template. Answers with how to take it down. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const opened = new AsyncDisposableStack();
  try {
    const data_dir = await mkdtemp(join(tmpdir(), 'tidings-test-'));
    const releaseGuard = await guard(data_dir);
    opened.defer(releaseGuard);
    opened.defer(() => rm(data_dir, { recursive: true, force: true }));
    // As root the server runs as another account, which must be able to enter.
    await chmod(data_dir, 0o755);
    const log = openLog({ level: 'warn', readable: true });
    const server = await startEmbedded({ data_dir, log, disposable: true });
    opened.defer(() => rm(server.home, { recursive: true, force: true }));
    opened.defer(() => server.stop());
    await migrate(server.url, log);
    await sealTemplate(server.url);
    project.provide('template_url', server.url);
    return () => opened.disposeAsync();
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

/** A stray connection to the template would make copying it fail. */
async function sealTemplate(url: string): Promise<void> {
  const admin_url = new URL(url);
  admin_url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin_url.href });
  await client.connect();
  await client.query('alter database tidings with is_template true allow_connections false');
  await client.end();
}
