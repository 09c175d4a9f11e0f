import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Lock, takeLock } from './lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a lock is held by one, who says who it is, until it is released', () => {
  const first = takeLock(folder) as Lock;
  first.describe({ pid: 7, url: 'http://127.0.0.1:3000' });
  expect(takeLock(folder)).toEqual({ heldBy: { pid: 7, url: 'http://127.0.0.1:3000' } });
  first.release();
  const second = takeLock(folder) as Lock;
  expect(second).not.toHaveProperty('heldBy');
  second.release();
});

test('a process that is killed leaves no lock, and neither does a child it started', async () => {
  const script = `
    import { spawn } from 'node:child_process';
    import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
    takeLock(${JSON.stringify(folder)});
    const child = spawn('sleep', ['30'], { stdio: 'ignore', detached: true });
    console.log(child.pid);
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script]);
  const child = Number(String((await once(holder.stdout, 'data'))[0]));
  expect(takeLock(folder)).toEqual({ heldBy: { pid: holder.pid, url: null } });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const next = takeLock(folder) as Lock;
  process.kill(child, 'SIGKILL');
  expect(next).not.toHaveProperty('heldBy');
  next.release();
});
