import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/embedded/index.ts';
import { openLog } from '../../src/lib/log.ts';
import { migrate } from '../../src/lib/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the migrated database that every test database is a copy of. */
    template_url: string;
  }
}

/** Runs once, before all test files: one PostgreSQL, one migrated template. Answers with how to take it down. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data_dir = await mkdtemp(join(tmpdir(), 'tidings-test-'));
  // As root the server runs as another account, which must be able to enter.
  await chmod(data_dir, 0o755);
  const log = openLog({ level: 'warn', readable: true });
  const server = await startEmbedded({ data_dir, log, disposable: true });
  const releaseGuard = await guard(server.home, data_dir);
  await migrate(server.url, log);
  await sealTemplate(server.url);
  project.provide('template_url', server.url);
  return async () => {
    await server.stop();
    await rm(server.home, { recursive: true, force: true });
    await rm(data_dir, { recursive: true, force: true });
    releaseGuard();
  };
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

/**
 * Watches this process from outside. However it ends (Ctrl-C twice, kill -9), the pipe to the watcher closes, and
 * the watcher stops the server and removes its files. Let go in the orderly case, when nothing is left to do.
 */
async function guard(home: string, data_dir: string): Promise<() => void> {
  const script = `
    read -r finished
    [ "$finished" = finished ] && exit
    pid=$(head -n 1 "$1/data/postmaster.pid") && kill -INT "$pid"
    for pause in 1 1 1 1 1 1 1 1; do [ -e "$1/data/postmaster.pid" ] || break; sleep $pause; done
    rm -rf "$1" "$2"`;
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', home, data_dir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await new Promise((resolve) => watcher.once('spawn', resolve));
  watcher.unref();
  return () => watcher.stdin.end('finished\n');
}
