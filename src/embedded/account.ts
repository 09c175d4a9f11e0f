import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** The account PostgreSQL runs as when we are root, since it refuses to be root. Null: as ourselves. */
export interface Account {
  uid: number;
  gid: number;
}

/** Exists on every Linux and macOS, owns nothing, may log in nowhere. */
const unprivileged = 'nobody';

export const weAreRoot = process.getuid?.() === 0;

/** Finds the unprivileged account. Throws a readable error where there is none. */
export async function unprivilegedAccount(): Promise<Account> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, unprivileged])));
    return { uid: Number(uid!.stdout), gid: Number(gid!.stdout) };
  } catch (error) {
    throw new Error(
      `PostgreSQL does not run as root, and there is no account "${unprivileged}" to run it as. ` +
        'Start Tidings as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
}

/** Says whether `account` may enter `folder`, which takes the `x` bit of every folder above it too. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || canEnter(account, parent);
}

const run = promisify(execFile);
