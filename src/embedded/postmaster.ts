import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../lib/log.ts';
import type { Cluster } from './cluster.ts';
import { isAlive, start, waitUntil } from './process.ts';

/** A running PostgreSQL server process. */
export interface Postmaster {
  pid: number;
  /** Resolves when the process has ended, by us or by somebody else. */
  ended: Promise<void>;
  /** Asks it to end and waits for it: clients are disconnected, all is written down. */
  stop(): Promise<void>;
}

/** After a crash the server first reads its log again: up to max_wal_size, and a slow disk takes minutes. */
const ready_limit_ms = 300_000;
const fast_shutdown_limit_ms = 30_000;
const immediate_shutdown_limit_ms = 10_000;

/** Starts the server and waits until it takes connections. Throws with its last words when it ends before. */
export async function startPostmaster(cluster: Cluster): Promise<Postmaster> {
  const output = await open(cluster.log_file, 'a', 0o600);
  const { size: words_begin } = await output.stat();
  const child = start(cluster.binaries.postgres, ['-D', cluster.data], cluster, output.fd);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await output.close();
  const pid = child.pid;
  const hasEnded = () => pid === undefined || child.exitCode !== null || child.signalCode !== null;
  const decided = await waitUntil(
    () => hasEnded() || postmasterState(cluster, pid) === 'ready',
    ready_limit_ms,
  );
  if (pid === undefined || hasEnded() || !decided) {
    child.kill('SIGQUIT');
    const words = (await readFile(cluster.log_file)).subarray(words_begin).toString();
    throw new Error(
      `PostgreSQL did not start. Its log, ${cluster.log_file}, says:\n${words.trim().slice(-1_000)}`,
    );
  }
  return { pid, ended, stop: () => stopProcess(pid, hasEnded) };
}

/**
 * Stops the server that an earlier process of ours left behind when it was killed. Call it with the lock of the
 * cluster held: then no living process of ours needs that server.
 */
export async function stopOrphan(cluster: Cluster, log: Log): Promise<void> {
  const pid = Number(readPidFile(cluster)[0]);
  if (!pid) return;
  if (serves(pid, cluster)) {
    log.warn({ pid }, 'The last start ended without stopping its database; stopping it now');
    await stopProcess(pid, () => !serves(pid, cluster));
  } else if (isAlive(pid)) {
    // The number went to another program, as it does in a restarted container. PostgreSQL would not start.
    rmSync(pidFile(cluster), { force: true });
  }
}

async function stopProcess(pid: number, hasEnded: () => boolean): Promise<void> {
  if (hasEnded()) return;
  process.kill(pid, 'SIGINT');
  if (await waitUntil(hasEnded, fast_shutdown_limit_ms)) return;
  // Never SIGKILL: it would leave the server's children behind. This one costs a recovery at the next start.
  process.kill(pid, 'SIGQUIT');
  if (await waitUntil(hasEnded, immediate_shutdown_limit_ms)) return;
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
}

const pidFile = (cluster: Cluster) => join(cluster.data, 'postmaster.pid');

/** Lines of postmaster.pid: process number, data folder, ..., and on the eighth the state of the server. */
function readPidFile(cluster: Cluster): string[] {
  try {
    return readFileSync(pidFile(cluster), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** `starting`, `ready`, `stopping`; undefined when the file is not there or is another process's. */
function postmasterState(cluster: Cluster, pid: number | undefined): string | undefined {
  const lines = readPidFile(cluster);
  return Number(lines[0]) === pid ? lines[7]?.trim() : undefined;
}

/**
 * Says whether process `pid` is the server of this cluster: a bare number may have gone to any program. One that
 * has ended and that nobody waited for (in a container without an init process) has no command line any more.
 */
function serves(pid: number, cluster: Cluster): boolean {
  try {
    return commandLine(pid).endsWith(`postgres -D ${cluster.data}`);
  } catch {
    return false;
  }
}

function commandLine(pid: number): string {
  if (process.platform !== 'linux') {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  }
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
}
