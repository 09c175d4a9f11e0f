import { type ChildProcess, spawn } from 'node:child_process';
import type { Place } from './place.ts';

/** PostgreSQL gets none of our environment: there are keys in it. */
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Starts a program of PostgreSQL as the account of `place`, in a process group of its own: the terminal's Ctrl-C
 * reaches only us, and we decide when the database stops. `output` is an open file, or a pipe to be read.
 */
export function start(program: string, args: string[], place: Place, output: number | 'pipe'): ChildProcess {
  const child = spawn(program, args, {
    detached: true,
    cwd: place.home,
    env: environment,
    stdio: ['ignore', output, output],
    ...place.account,
  });
  // However our process ends in an orderly way, its children are told. (After kill -9 the next start finds them.)
  const tell = () => void child.kill('SIGINT');
  process.once('exit', tell);
  child.once('exit', () => process.off('exit', tell));
  return child;
}

/** Runs a program to its end. Throws with its last words when it fails or cannot be started. */
export async function runToEnd(program: string, args: string[], place: Place): Promise<void> {
  const child = start(program, args, place, 'pipe');
  let words = '';
  child.stdout!.on('data', (chunk) => (words += chunk));
  child.stderr!.on('data', (chunk) => (words += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${program} failed: ${words.trim().slice(-1_000)}`);
}

/** Says whether a process with this number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Waits until `done` answers true, asking every `interval_ms`. False when `limit_ms` passed before. */
export async function waitUntil(
  done: () => boolean | Promise<boolean>,
  limit_ms: number,
  interval_ms = 20,
): Promise<boolean> {
  const limit = performance.now() + limit_ms;
  while (!(await done())) {
    if (performance.now() > limit) return false;
    await new Promise((resolve) => setTimeout(resolve, interval_ms));
  }
  return true;
}
