import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** An exclusive claim on a folder. The operating system drops it with the process, however that ends. */
export interface Lock {
  /** Writes down who holds the lock, for the one who is refused. */
  describe(holder: Holder): void;
  release(): void;
}

/** Who holds a lock. `url` is null until it answers requests. */
export interface Holder {
  pid: number;
  url: string | null;
}

const sqlite_busy = 5;

/**
 * Takes the lock of `folder`, or answers with who has it.
 *
 * A file with a process number in it goes stale, and two processes may clean it up at once. Node has no `flock`,
 * but its SQLite takes a kernel lock on a file: it cannot go stale and child processes do not inherit it.
 */
export function takeLock(folder: string): Lock | { heldBy: Holder | null } {
  const claim = new DatabaseSync(`${folder}/lock`, { timeout: 0 });
  try {
    // Nothing is ever written: the journal would only leave a file behind.
    claim.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    claim.close();
    if ((error as { errcode?: number }).errcode !== sqlite_busy) throw error;
    return { heldBy: readHolder(folder) };
  }
  const lock: Lock = {
    describe: (holder) => writeFileSync(holderFile(folder), JSON.stringify(holder), { mode: 0o600 }),
    release: () => claim.close(),
  };
  lock.describe({ pid: process.pid, url: null });
  return lock;
}

const holderFile = (folder: string) => `${folder}/lock.json`;

function readHolder(folder: string): Holder | null {
  try {
    return JSON.parse(readFileSync(holderFile(folder), 'utf8')) as Holder;
  } catch {
    // The holder has locked and not yet written: it exists, and that is the answer.
    return null;
  }
}
