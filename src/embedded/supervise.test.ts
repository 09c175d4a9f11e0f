import { expect, test } from 'vitest';
import { openLog } from '../lib/log.ts';
import type { Postmaster } from './postmaster.ts';
import { keepRunning } from './supervise.ts';

const log = openLog({ level: 'silent' });

/** Servers that live in this process: each start takes `start_ms`, fails while `broken`, and can be killed. */
function servers(start_ms = 0) {
  const running = new Set<number>();
  const started: { pid: number; kill: () => void }[] = [];
  const control = { running, started, broken: false, attempts: 0 };
  const start = async (): Promise<Postmaster> => {
    control.attempts += 1;
    await new Promise((resolve) => setTimeout(resolve, start_ms));
    if (control.broken) throw new Error('no space left on device');
    const pid = started.length + 1;
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const kill = () => {
      running.delete(pid);
      resolve();
    };
    running.add(pid);
    started.push({ pid, kill });
    return { pid, ended, stop: async () => kill() };
  };
  return { ...control, control, start };
}

test('a server that ends by itself is started again, a stopped one is not', async () => {
  const { start, started, running } = servers();
  const supervised = await keepRunning(start, log);
  started[0]!.kill();
  await expect.poll(() => [...running]).toEqual([2]);
  await supervised.stop();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([started.length, running.size]).toEqual([2, 0]);
});

test('a server that cannot start at first is tried a few times, then its error is thrown', async () => {
  const { start, control } = servers();
  control.broken = true;
  await expect(keepRunning(start, log)).rejects.toThrow('no space left on device');
  expect(control.attempts).toBe(5);
});

test('one that cannot start again is tried until it can', async () => {
  const { start, started, running, control } = servers();
  const supervised = await keepRunning(start, log);
  control.broken = true;
  started[0]!.kill();
  await expect.poll(() => control.attempts, { timeout: 5_000 }).toBeGreaterThan(3);
  control.broken = false;
  await expect.poll(() => [...running], { timeout: 5_000 }).toEqual([2]);
  await supervised.stop();
});

test('a stop during a start leaves no server, and a stop between two attempts ends at once', async () => {
  const slow = servers(50);
  const starting = await keepRunning(slow.start, log);
  slow.started[0]!.kill();
  await expect.poll(() => slow.control.attempts).toBe(2);
  await starting.stop();
  expect([slow.started.length, slow.running.size]).toEqual([2, 0]);

  const broken = servers();
  const waiting = await keepRunning(broken.start, log);
  broken.control.broken = true;
  broken.started[0]!.kill();
  await expect.poll(() => broken.control.attempts).toBe(3);
  await waiting.stop();
  expect(broken.running.size).toBe(0);
});
