import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbedded } from '../../src/embedded/index.ts';
import { openLog } from '../../src/lib/log.ts';
import { databasePid, makeDataDir, removeDataDir, startTidings, untilStatus } from '../support/tidings.ts';

let data_dir: string;
beforeEach(async () => {
  data_dir = await makeDataDir();
});
afterEach(() => removeDataDir(data_dir));

test('a database that is killed under us is started again, and we say so meanwhile', async () => {
  const tidings = await startTidings(data_dir);
  for (const _ of [1, 2]) {
    const killed = databasePid(data_dir)!;
    // Its connections are in the pool now, and will break.
    await Promise.all(Array.from({ length: 5 }, () => fetch(`${tidings.url}/readyz`)));
    process.kill(killed, 'SIGKILL');
    await untilStatus(`${tidings.url}/readyz`, 503);
    expect((await fetch(`${tidings.url}/healthz`)).status).toBe(200);
    await untilStatus(`${tidings.url}/readyz`, 200);
    expect(databasePid(data_dir)).not.toBe(killed);
  }
  expect(tidings.output()).toContain('The database runs again');
  expect(await tidings.end('SIGTERM')).toBe(0);
  expect(databasePid(data_dir)).toBe(null);
});

test('a stop while the database is being started again ends with no database', async () => {
  const tidings = await startTidings(data_dir);
  process.kill(databasePid(data_dir)!, 'SIGKILL');
  await untilStatus(`${tidings.url}/readyz`, 503);
  expect(await tidings.end('SIGTERM')).toBe(0);
  expect(databasePid(data_dir)).toBe(null);
});

test('a server that is not ours goes away and comes back', async () => {
  const log = openLog({ level: 'silent' });
  const server = await startEmbedded({ data_dir, log, disposable: true });
  const tidings = await startTidings(join(data_dir, 'unused'), { env: { DATABASE_URL: server.url } });
  await untilStatus(`${tidings.url}/readyz`, 200);
  await server.stop();
  await untilStatus(`${tidings.url}/readyz`, 503);
  expect((await fetch(`${tidings.url}/healthz`)).status).toBe(200);
  const again = await startEmbedded({ data_dir, log, disposable: true });
  await untilStatus(`${tidings.url}/readyz`, 200);
  expect(await tidings.end('SIGTERM')).toBe(0);
  expect(databasePid(data_dir)).not.toBe(null);
  await again.stop();
});
