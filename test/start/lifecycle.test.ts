import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  databasePid,
  isRunning,
  makeDataDir,
  refusal,
  removeDataDir,
  startTidings,
} from '../support/tidings.ts';

let data_dir: string;
beforeEach(async () => {
  data_dir = await makeDataDir();
});
afterEach(() => removeDataDir(data_dir));

const modeOf = async (name: string) => ((await stat(join(data_dir, name))).mode & 0o777).toString(8);

test('the first start brings up a database of its own, and what is secret is for its account alone', async () => {
  const tidings = await startTidings(data_dir);
  expect((await fetch(`${tidings.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${tidings.url}/readyz`)).status).toBe(200);
  const key = (await readFile(join(data_dir, 'api-key'), 'utf8')).trim();
  expect(key).toMatch(/^tidings_[\w-]{43}$/);
  expect(tidings.output()).toContain(join(data_dir, 'api-key'));
  expect(tidings.output()).not.toContain(key);
  expect(await Promise.all(['api-key', 'database-url', 'postgresql/password'].map(modeOf))).toEqual([
    '600',
    '600',
    '600',
  ]);
  expect(await modeOf('postgresql')).toBe('700');
  await tidings.end('SIGTERM');

  const again = await startTidings(data_dir);
  expect((await readFile(join(data_dir, 'api-key'), 'utf8')).trim()).toBe(key);
  await again.end('SIGTERM');
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops the web server and the database', async (signal) => {
  const tidings = await startTidings(data_dir);
  const pid = databasePid(data_dir)!;
  expect(isRunning(pid)).toBe(true);
  expect(await tidings.end(signal)).toBe(0);
  expect(isRunning(pid)).toBe(false);
  expect(databasePid(data_dir)).toBe(null);
  await expect(fetch(`${tidings.url}/healthz`)).rejects.toThrow();
  expect(await readFile(join(data_dir, 'postgresql/postgresql.log'), 'utf8')).toContain(
    'database system is shut down',
  );
});

test('a request under way is answered before the process ends', async () => {
  const tidings = await startTidings(data_dir);
  const answers = Promise.all(Array.from({ length: 20 }, () => fetch(`${tidings.url}/readyz`)));
  // Kept-alive connections must not hold the end up, either.
  await fetch(`${tidings.url}/healthz`, { headers: { connection: 'keep-alive' } });
  const code = tidings.end('SIGTERM');
  for (const answer of await answers) expect(answer.status).toBe(200);
  expect(await code).toBe(0);
});

test('after kill -9 the next start takes the left database down and goes on with its data', async () => {
  const first = await startTidings(data_dir);
  const key = await readFile(join(data_dir, 'api-key'), 'utf8');
  const orphan = databasePid(data_dir)!;
  expect(await first.end('SIGKILL')).toBe('SIGKILL');
  expect(isRunning(orphan)).toBe(true);

  const second = await startTidings(data_dir);
  expect(isRunning(orphan)).toBe(false);
  expect(second.output()).toContain('ended without stopping its database');
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  expect(await readFile(join(data_dir, 'api-key'), 'utf8')).toBe(key);
  expect(await second.end('SIGTERM')).toBe(0);
});

test('kill -9 of both, process and database, is no obstacle either', async () => {
  const first = await startTidings(data_dir);
  const pid = databasePid(data_dir)!;
  await first.end('SIGKILL');
  process.kill(pid, 'SIGKILL');
  const second = await startTidings(data_dir);
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  await second.end('SIGTERM');
});

test('a twin is refused with one line that names the first, which goes on undisturbed', async () => {
  const first = await startTidings(data_dir);
  const { code, lines } = await refusal({ DATA_DIR: data_dir });
  expect(code).toBe(1);
  expect(lines).toEqual([
    expect.stringMatching(
      new RegExp(`^Tidings already runs here \\(pid \\d+, ${first.url}\\)\\. Stop it or set DATA_DIR\\.$`),
    ),
  ]);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  await first.end('SIGTERM');
});

test('of many twins that start at once, exactly one runs', async () => {
  const starts = await Promise.allSettled(Array.from({ length: 4 }, () => startTidings(data_dir)));
  const running = starts.filter((start) => start.status === 'fulfilled');
  expect(running).toHaveLength(1);
  for (const start of starts) {
    if (start.status === 'rejected') expect(String(start.reason)).toContain('Tidings already runs here');
  }
  expect((await fetch(`${running[0]!.value.url}/readyz`)).status).toBe(200);
  await running[0]!.value.end('SIGTERM');
});
