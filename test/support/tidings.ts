import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { guard } from './guard.ts';

// These tests start the whole product, several times each, and the machine may be busy with other things.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

export const root = join(import.meta.dirname, '../..');

/** A process of the whole product, started as `npm start` starts it. */
export interface Tidings {
  /** Where it answers; available when it said so. */
  url: string;
  /** What it wrote, to both outputs. */
  output(): string;
  /** Sends a signal and waits for the end. Answers with the exit code, or with the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

export interface StartOptions {
  env?: Record<string, string>;
  /** Folder of the clone; the one under test by default. */
  clone?: string;
  account?: { uid: number; gid: number };
}

const ready_limit_ms = 60_000;

/** Starts the product and waits until it says where to go. Throws what it said when it ends before. */
export async function startTidings(data_dir: string, options: StartOptions = {}): Promise<Tidings> {
  const started = spawnTidings({ DATA_DIR: data_dir, ...options.env }, options);
  const url = await Promise.race([
    started.says(/Tidings +(http:\S+)/),
    started.ended.then((code) => Promise.reject(new Error(`It ended with ${code}: ${started.output()}`))),
  ]);
  return {
    url: url[1]!,
    output: started.output,
    end: async (signal) => {
      started.child.kill(signal);
      return started.ended;
    },
  };
}

/** Runs the product when it is expected to refuse to start. */
export async function refusal(env: Record<string, string>): Promise<{ code: unknown; lines: string[] }> {
  const { ended, output } = spawnTidings(env, {});
  const code = await ended;
  return { code, lines: output().trim().split('\n') };
}

function spawnTidings(env: Record<string, string>, { clone = root, account }: StartOptions) {
  const child: ChildProcess = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: clone,
    // Nothing of the environment of the test, and no demonstration: these tests are about the process.
    env: { PATH: process.env.PATH, HOME: '/nonexistent', PORT: '0', DEMO: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  });
  let text = '';
  child.stdout!.on('data', (chunk) => (text += chunk));
  child.stderr!.on('data', (chunk) => (text += chunk));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`It did not say ${pattern}: ${text}`)), ready_limit_ms);
      const look = () => {
        const found = pattern.exec(text);
        if (!found) return;
        clearTimeout(limit);
        resolve(found);
      };
      child.stdout!.on('data', look);
    });
  return { child, ended, says, output: () => text };
}

const releases = new Map<string, () => void>();

/** A folder for `DATA_DIR` that another account may enter, which root needs. */
export async function makeDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tidings-start-'));
  releases.set(folder, await guard(folder));
  await chmod(folder, 0o755);
  return folder;
}

/** Removes a data folder, its database too where that lies elsewhere. Kills a database that was left running. */
export async function removeDataDir(data_dir: string): Promise<void> {
  const pid = databasePid(data_dir);
  if (pid !== null && isRunning(pid)) process.kill(pid, 'SIGQUIT');
  const home = await realpath(join(data_dir, 'postgresql')).catch(() => data_dir);
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
  await rm(data_dir, { recursive: true, force: true });
  releases.get(data_dir)?.();
  releases.delete(data_dir);
}

/** Process number of the embedded server under `data_dir`; null when it has stopped in an orderly way. */
export function databasePid(data_dir: string): number | null {
  try {
    return Number(readFileSync(join(data_dir, 'postgresql/data/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

/** Says whether a process runs. One that has ended and that nobody waited for does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Asks `url` until it answers with `status`. */
export async function untilStatus(url: string, status: number, limit_ms = 20_000): Promise<void> {
  const limit = performance.now() + limit_ms;
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.status === status) return;
    if (performance.now() > limit) throw new Error(`${url} answered ${answer?.status} and not ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
